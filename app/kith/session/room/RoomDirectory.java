package kith.session.room;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.RoomPage;
import kith.session.account.Links;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Which rooms there are, and what they are, before the user enters one. Nothing is kept.
///
/// Any thread; what is asked completes on the core lane, with a refusal where the account is
/// offline.
public final class RoomDirectory {

    private final Links links;
    private final XmppExtensions extensions;
    private final Lane core;

    public RoomDirectory(Links links, XmppExtensions extensions, Lane core) {
        this.links = links;
        this.extensions = extensions;
        this.core = core;
    }

    /// Looks for the services that have rooms.
    ///
    /// @param server where to look; empty for the account's own
    public CompletionStage<Answer<List<DomainBareJid>>> services(
            AccountId account, Optional<DomainBareJid> server) {
        return asked(
                account,
                link ->
                        extensions
                                .xep0045Services()
                                .listing(
                                        link,
                                        server.orElseGet(
                                                () -> links.address(account).asDomainBareJid())));
    }

    /// Asks a service for its rooms.
    ///
    /// @param after what the page before said is next; empty for the first page
    public CompletionStage<Answer<RoomPage>> rooms(
            AccountId account, DomainBareJid service, Optional<String> after) {
        return asked(account, link -> extensions.xep0045Search().rooms(link, service, after));
    }

    /// Asks a directory for rooms that have some words in their name, description or address.
    ///
    /// @param after what the page before said is next; empty for the first page
    public CompletionStage<Answer<RoomPage>> search(
            AccountId account, Jid directory, String words, Optional<String> after) {
        return asked(
                account,
                link -> extensions.xep0433ChannelSearch().search(link, directory, words, after));
    }

    /// Asks a room what it is.
    public CompletionStage<Answer<FoundRoom>> describe(AccountId account, EntityBareJid room) {
        return asked(
                account,
                link ->
                        extensions
                                .xep0045Search()
                                .describe(link, room)
                                .thenApply(RoomDirectory::orRefused));
    }

    /// Asks a room which nick it keeps for us; empty where it keeps none.
    public CompletionStage<Answer<Optional<String>>> reservedNick(
            AccountId account, EntityBareJid room) {
        return asked(account, link -> extensions.xep0045Registration().reservedNick(link, room));
    }

    /// An address that isn't a room's.
    private static FoundRoom orRefused(Optional<FoundRoom> found) {
        return found.orElseThrow(
                () -> new RefusedException(Refusal.of(Refusal.Reason.NOT_SUPPORTED)));
    }

    private <T> CompletionStage<Answer<T>> asked(
            AccountId account, Function<XmppLink, CompletionStage<T>> question) {
        return Questions.ask(links, core, account, question);
    }
}
