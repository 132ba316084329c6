package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.store.InvitationStore;
import kith.xmpp.xep.Xep0045Invitations;

import org.jxmpp.jid.Jid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/// The invitations to rooms that wait for the user's answer; they stay over restarts. One of each
/// room: a second one takes the place of the first only where it comes from a contact, and the
/// first did not. Nothing is ever entered but by the user's word.
///
/// What anyone may send is bounded: how many wait of one sender or of the rooms of one service, of
/// strangers, and in all. What is too much is dropped.
///
/// The live value and the commands are any thread's, all else is the core lane's.
public final class Invitations {

    /// How many wait of one person, or of the rooms of one service.
    static final int MAX_OF_ONE = 10;

    /// How many wait that no contact wrote.
    static final int MAX_STRANGE = 20;

    /// How many wait, of an account.
    static final int MAX = 50;

    /// One that is older says nothing of now: an archive tells of it.
    private static final Duration FRESH = Duration.ofDays(30);

    private final InvitationStore store;
    private final RoomVisits visits;
    private final Continuations continuations;
    private final Function<ChatKey, Optional<String>> contacts;
    private final Links links;
    private final Xep0045Invitations xep;
    private final InstantSource clock;
    private final Lane core;
    private final Map<ChatKey, ReceivedInvitation> waiting = new LinkedHashMap<>();
    private final Cell<List<ReceivedInvitation>> shown;

    /// @param contacts the name of someone in the roster; empty for strangers
    public Invitations(
            InvitationStore store,
            RoomVisits visits,
            Continuations continuations,
            Function<ChatKey, Optional<String>> contacts,
            Links links,
            Xep0045Invitations xep,
            InstantSource clock,
            Lane core) {
        this.store = store;
        this.visits = visits;
        this.continuations = continuations;
        this.contacts = contacts;
        this.links = links;
        this.xep = xep;
        this.clock = clock;
        this.core = core;
        this.shown = new Cell<>(core, List.of());
    }

    /// Those that wait, oldest first.
    public Live<List<ReceivedInvitation>> waiting() {
        return shown;
    }

    /// The user says no. The room is told where it wrote for somebody; who wrote themselves is not
    /// (XEP-0249 §2).
    ///
    /// @param reason may be empty
    /// @return what came of it; while offline nothing where the room is to be told, and it still
    ///   waits for an answer
    public CompletionStage<Optional<Refusal>> decline(ChatKey room, String reason) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> outcome.complete(declined(room, reason)));
        return outcome;
    }

    private Optional<Refusal> declined(ChatKey room, String reason) {
        var invitation = Optional.ofNullable(waiting.get(room)).map(it -> it.invitation());
        var told = invitation.flatMap(it -> named(it.inviter()));
        if (told.isPresent()) {
            boolean isSent =
                    links.online(room.account())
                            .flatMap(link -> xep.decline(link, room.peer(), told.get(), reason))
                            .isPresent();
            if (!isSent) {
                return Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
            }
        }
        invitation.ifPresent(it -> close(room, later(it.at(), clock.instant())));
        return Optional.empty();
    }

    private static Optional<Jid> named(Inviter inviter) {
        return inviter instanceof Inviter.ByRoom(var named) ? named : Optional.empty();
    }

    /// Reads those of an account that the store has.
    public void load(AccountId account) {
        store.forgetAnswered(account, clock.instant().minus(FRESH));
        store.open(account).forEach(it -> put(account, it));
        show();
    }

    /// Someone wants us to come to a room.
    public void invited(AccountId account, Invitation invitation) {
        var room = new ChatKey(account, invitation.room());
        boolean isOld = invitation.at().isBefore(clock.instant().minus(FRESH));
        if (isOld || isEntered(room) || isKnown(room, invitation) || isTooMuch(room, invitation)) {
            return;
        }
        store.put(account, invitation);
        put(account, invitation);
        show();
    }

    private boolean isEntered(ChatKey room) {
        return visits.find(room).filter(RoomVisit::isWanted).isPresent();
    }

    /// Whether this or a later one to the room was shown already, or one waits that is as good.
    private boolean isKnown(ChatKey room, Invitation invitation) {
        var first = waiting.get(room);
        if (first != null) {
            return !first.isStranger() || isStranger(room.account(), invitation.inviter());
        }
        return store.last(room).filter(last -> !invitation.at().isAfter(last)).isPresent();
    }

    private boolean isTooMuch(ChatKey room, Invitation invitation) {
        var source = source(invitation);
        boolean isStranger = isStranger(room.account(), invitation.inviter());
        Predicate<ReceivedInvitation> same = it -> source(it.invitation()).equals(source);
        return !waiting.containsKey(room)
                && (count(room, it -> true) >= MAX
                        || count(room, same) >= MAX_OF_ONE
                        || (isStranger
                                && count(room, ReceivedInvitation::isStranger) >= MAX_STRANGE));
    }

    private long count(ChatKey room, Predicate<ReceivedInvitation> which) {
        return waiting.values().stream()
                .filter(it -> it.account().equals(room.account()))
                .filter(which)
                .count();
    }

    /// Whom to blame: anyone makes as many rooms as they like, and names in them whom they like.
    private static Jid source(Invitation invitation) {
        return switch (invitation.inviter()) {
            case Inviter.Person(var address) -> address;
            case Inviter.ByRoom _ -> invitation.room().asDomainBareJid();
        };
    }

    /// Another device of ours has said no.
    ///
    /// @param at when
    public void answered(ChatKey room, Instant at) {
        var open = waiting.get(room);
        if (open == null || !at.isBefore(open.invitation().at())) {
            close(room, at);
        }
    }

    /// We are in the room now, or on the way: nothing is to be answered any more.
    public void entered(ChatKey room) {
        var open = Optional.ofNullable(waiting.get(room)).map(it -> it.invitation());
        open.ifPresent(
                it -> {
                    goOn(room, it);
                    close(room, later(it.at(), clock.instant()));
                });
    }

    /// The chat that goes on in the room says so. What a room says of somebody else's chat is not
    /// believed: whoever made it could have it stand in any.
    private void goOn(ChatKey room, Invitation taken) {
        if (taken.continues().isPresent()
                && taken.inviter() instanceof Inviter.Person(var address)) {
            continuations.add(new ChatKey(room.account(), address), room, "");
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void close(ChatKey room, Instant at) {
        store.close(room, at);
        if (waiting.remove(room) != null) {
            show();
        }
    }

    /// The account is gone, and its rows with it.
    public void forget(AccountId account) {
        waiting.keySet().removeIf(room -> room.account().equals(account));
        show();
    }

    private void put(AccountId account, Invitation invitation) {
        var inviter = invitation.inviter();
        var received =
                new ReceivedInvitation(
                        account, invitation, name(account, inviter), isStranger(account, inviter));
        waiting.put(received.room(), received);
    }

    /// The names that the user has given to people stand for nobody whom they didn't.
    private String name(AccountId account, Inviter inviter) {
        return switch (inviter) {
            case Inviter.Person(var address) ->
                    contacts.apply(new ChatKey(account, address)).orElse(address.toString());
            case Inviter.ByRoom(var named) -> named.map(Jid::toString).orElse("");
        };
    }

    private boolean isStranger(AccountId account, Inviter inviter) {
        return !(inviter instanceof Inviter.Person(var address))
                || contacts.apply(new ChatKey(account, address)).isEmpty();
    }

    private void show() {
        shown.set(List.copyOf(waiting.values()));
    }
}
