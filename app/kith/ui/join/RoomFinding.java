package kith.ui.join;

import kith.model.AccountId;
import kith.model.Answer;
import kith.model.FoundRoom;
import kith.model.RoomPage;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// How rooms are found, and what one says of itself before it is entered.
public interface RoomFinding {

    /// The services of a server that have rooms, or of the account's own where none is named.
    CompletionStage<Answer<List<DomainBareJid>>> services(
            AccountId account, Optional<DomainBareJid> server);

    /// A page of a service's rooms, the first one or the one after `after`.
    CompletionStage<Answer<RoomPage>> rooms(
            AccountId account, DomainBareJid service, Optional<String> after);

    /// The directory of rooms that the user has chosen, if they have.
    Optional<String> directory();

    /// A page of the directory's rooms that have these words.
    CompletionStage<Answer<RoomPage>> search(
            AccountId account, String words, Optional<String> after);

    /// What a room says of itself.
    CompletionStage<Answer<FoundRoom>> describe(AccountId account, EntityBareJid room);

    /// The nick that a room keeps for the user, if it keeps one.
    CompletionStage<Answer<Optional<String>>> reservedNick(AccountId account, EntityBareJid room);
}
