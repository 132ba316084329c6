package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomMaking.Cause;
import kith.session.account.Links;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0045Creation;
import kith.xmpp.xep.XmppExtensions;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.DomainBareJid;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Where a room can be made: at the services of the user's server one after the other (XEP-0045
/// §6.1), at an address where none is, as far as can be seen from outside. Core lane only.
final class RoomSites {

    /// With so many letters of [#LETTERS] nobody guesses it: 100 bits.
    private static final int SECRET_LENGTH = 20;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final AccountId account;
    private final String localpart;
    private final Links links;
    private final XmppExtensions extensions;
    private final Predicate<ChatKey> isUsers;
    private final RandomGenerator random;
    private final Queue<DomainBareJid> services = new ArrayDeque<>();

    /// Whoever makes the room. Is told once for each time that a place is looked for.
    interface Maker {

        /// There is a place.
        void enter(BareJid address);

        /// There is none.
        void fail(Cause cause, Refusal refusal);

        /// There is none, or nobody knows why there is no answer: a bug.
        ///
        /// @param cause where somebody has said no
        void failed(Throwable failure, Cause cause);
    }

    /// @param localpart the first part of the address; empty for one that nobody can guess
    /// @param isUsers whether the user is in a room, or wants to be
    RoomSites(
            AccountId account,
            String localpart,
            Links links,
            XmppExtensions extensions,
            Predicate<ChatKey> isUsers,
            RandomGenerator random) {
        this.account = account;
        this.localpart = localpart;
        this.links = links;
        this.extensions = extensions;
        this.isUsers = isUsers;
        this.random = random;
    }

    /// Looks for the first place.
    void begin(Maker maker) {
        online(
                maker,
                link ->
                        extensions
                                .xep0045Services()
                                .making(link, links.address(account).asDomainBareJid())
                                .whenComplete((all, failure) -> found(maker, all, failure)));
    }

    private void found(Maker maker, List<DomainBareJid> all, @Nullable Throwable failure) {
        if (failure != null) {
            maker.failed(failure, Cause.NOT_REACHED);
            return;
        }
        services.addAll(all);
        next(maker, Cause.NO_SERVICE, Refusal.of(Reason.NOT_FOUND));
    }

    /// Looks for the place after the last.
    ///
    /// @param cause what is wrong where there is no other
    void next(Maker maker, Cause cause, Refusal refusal) {
        var service = services.poll();
        if (service == null) {
            maker.fail(cause, refusal);
            return;
        }
        Xep0045Creation.address(localpart.isEmpty() ? secret() : localpart, service)
                .ifPresentOrElse(
                        address -> lookAt(maker, address),
                        () -> maker.fail(Cause.BAD_ADDRESS, Refusal.of(Reason.BAD_ADDRESS)));
    }

    private String secret() {
        var letters = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /// A room that can be seen from outside isn't entered, nor is one that the user has to do with:
    /// what it says is about that.
    private void lookAt(Maker maker, BareJid address) {
        if (isUsers.test(new ChatKey(account, address))) {
            maker.fail(Cause.TAKEN, Refusal.of(Reason.NICK_TAKEN));
            return;
        }
        online(
                maker,
                link ->
                        extensions
                                .xep0045Creation()
                                .isThere(link, address)
                                .whenComplete((is, no) -> seen(maker, address, is, no)));
    }

    private static void seen(
            Maker maker, BareJid address, Boolean isThere, @Nullable Throwable failure) {
        if (failure != null) {
            maker.failed(failure, Cause.NOT_REACHED);
        } else if (isThere) {
            maker.fail(Cause.TAKEN, Refusal.of(Reason.NICK_TAKEN));
        } else {
            maker.enter(address);
        }
    }

    private void online(Maker maker, Consumer<XmppLink> work) {
        links.online(account)
                .ifPresentOrElse(
                        work, () -> maker.fail(Cause.NOT_REACHED, Refusal.of(Reason.OFFLINE)));
    }
}
