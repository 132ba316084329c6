package kith.ui.shell;

import kith.model.AccountId;
import kith.model.Answer;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.RoomPage;
import kith.session.Preferences;
import kith.session.room.RoomDirectory;
import kith.ui.join.RoomFinding;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Finding rooms by the session. The directory is asked only where the user has chosen one.
///
/// @param rooms what asks services and rooms
/// @param preferences knows the directory
record SessionRoomFinding(RoomDirectory rooms, Preferences preferences) implements RoomFinding {

    @Override
    public CompletionStage<Answer<List<DomainBareJid>>> services(
            AccountId account, Optional<DomainBareJid> server) {
        return rooms.services(account, server);
    }

    @Override
    public CompletionStage<Answer<RoomPage>> rooms(
            AccountId account, DomainBareJid service, Optional<String> after) {
        return rooms.rooms(account, service, after);
    }

    @Override
    public Optional<String> directory() {
        return address().map(Jid::toString);
    }

    @Override
    public CompletionStage<Answer<RoomPage>> search(
            AccountId account, String words, Optional<String> after) {
        return address()
                .map(directory -> rooms.search(account, directory, words, after))
                .orElseGet(
                        () ->
                                CompletableFuture.completedStage(
                                        new Answer.Refused<>(
                                                Refusal.of(Refusal.Reason.NOT_SUPPORTED))));
    }

    @Override
    public CompletionStage<Answer<FoundRoom>> describe(AccountId account, EntityBareJid room) {
        return rooms.describe(account, room);
    }

    @Override
    public CompletionStage<Answer<Optional<String>>> reservedNick(
            AccountId account, EntityBareJid room) {
        return rooms.reservedNick(account, room);
    }

    private Optional<Jid> address() {
        return Optional.ofNullable(JidCreate.fromOrNull(preferences.roomDirectory().strip()));
    }
}
