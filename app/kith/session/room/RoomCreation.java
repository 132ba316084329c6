package kith.session.room;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.model.Nick;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomMaking;
import kith.model.RoomMaking.Cause;
import kith.session.account.Links;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One room on its way to be there (XEP-0045 §10.1): enters it where one can be ([RoomSites]),
/// which makes it, and says what it is to be like, which opens it to others.
///
/// A room that was there already is left at once; one that doesn't become what was wanted is taken
/// down again. So it is also where the user doesn't want it any more, whatever comes late. Core
/// lane only.
final class RoomCreation implements RoomSites.Maker {

    /// A room that has said nothing for so long won't.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AccountId account;
    private final NewRoom wanted;
    private final Links links;
    private final XmppExtensions extensions;
    private final Timer timer;
    private final RoomSites sites;
    private final Ready ready;
    private final CompletableFuture<RoomMaking> outcome;
    private final List<Occupant> occupants = new ArrayList<>();
    private Optional<ChatKey> room = Optional.empty();
    private String nick = "";
    private boolean isOurs;
    private Subscription patience = () -> {};

    /// Is told of a room that is as it was wanted.
    @FunctionalInterface
    interface Ready {

        void made(RoomCreation creation, ChatKey room, String nick);
    }

    RoomCreation(
            AccountId account,
            NewRoom wanted,
            Links links,
            XmppExtensions extensions,
            Timer timer,
            RoomSites sites,
            Ready ready,
            CompletableFuture<RoomMaking> outcome) {
        this.account = account;
        this.wanted = wanted;
        this.links = links;
        this.extensions = extensions;
        this.timer = timer;
        this.sites = sites;
        this.ready = ready;
        this.outcome = outcome;
        this.nick = wanted.nick();
    }

    AccountId account() {
        return account;
    }

    NewRoom wanted() {
        return wanted;
    }

    /// Who is in it: we are.
    List<Occupant> occupants() {
        return List.copyOf(occupants);
    }

    /// Whether it was asked to let us in and has not ended that.
    boolean isAt(ChatKey key) {
        return room.filter(key::equals).isPresent();
    }

    /// Whether it is known what became of it, whatever comes late.
    boolean isOver() {
        return outcome.isDone();
    }

    /// Whether nothing more comes of it.
    boolean isGone() {
        return outcome.isDone() && room.isEmpty();
    }

    void begin() {
        if (Nick.isOne(nick)) {
            sites.begin(this);
        } else {
            fail(Cause.OTHER, Refusal.of(Reason.NOT_ACCEPTABLE));
        }
    }

    @Override
    public void enter(BareJid address) {
        if (outcome.isDone()) {
            return; // cancelled meanwhile
        }
        online(
                link -> {
                    room = Optional.of(new ChatKey(account, address));
                    patience = timer.after(PATIENCE, this::waitedInVain);
                    extensions
                            .xep0045Rooms()
                            .join(link, address, nick, Optional.empty(), Optional.empty());
                });
    }

    private void waitedInVain() {
        fail(Cause.NOT_REACHED, Refusal.of(Reason.TIMED_OUT));
    }

    /// The room was not there before.
    void created() {
        isOurs = true;
    }

    void put(Occupant occupant) {
        occupants.removeIf(known -> known.nick().equals(occupant.nick()));
        occupants.add(occupant);
    }

    /// The room has let us in.
    void joined(String given) {
        patience.close();
        nick = given;
        if (!isOurs) {
            leave();
            fail(Cause.TAKEN, Refusal.of(Reason.NICK_TAKEN));
        } else if (outcome.isDone()) {
            takeDown();
        } else {
            configure();
        }
    }

    private void configure() {
        online(
                link ->
                        extensions
                                .xep0045Config()
                                .configure(link, key().peer(), wanted)
                                .whenComplete(this::configured));
    }

    private void configured(Set<NewRoom.Trait> missing, @Nullable Throwable failure) {
        if (room.isEmpty()) {
            return; // it has ended meanwhile, which was told
        }
        if (failure != null) {
            failed(failure, Cause.NOT_CONFIGURED);
            takeDown();
        } else if (outcome.isDone()) {
            takeDown(); // it is open already, and nobody wants it
        } else {
            ready.made(this, key(), nick);
            outcome.complete(new RoomMaking.Made(key(), missing));
        }
    }

    /// The room hasn't let us in.
    void refused(Refusal refusal) {
        patience.close();
        room = Optional.empty();
        isOurs = false;
        occupants.clear();
        switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED -> tryNext(refusal);
            case NICK_TAKEN, MEMBERS_ONLY, PASSWORD_NEEDED, NOT_FOUND -> fail(Cause.TAKEN, refusal);
            case SERVER_NOT_REACHED, TIMED_OUT, OFFLINE -> fail(Cause.NOT_REACHED, refusal);
            case BAD_ADDRESS -> fail(Cause.BAD_ADDRESS, refusal);
            case NOT_ACCEPTABLE, UNAVAILABLE, LIMIT, NOT_SUPPORTED, UNSAFE, FILE_GONE, OTHER ->
                    fail(Cause.OTHER, refusal);
        }
    }

    private void tryNext(Refusal refusal) {
        if (!outcome.isDone()) { // cancelled meanwhile
            sites.next(this, Cause.NOT_ALLOWED, refusal);
        }
    }

    /// We are in it no more.
    void ended() {
        patience.close();
        room = Optional.empty();
        fail(Cause.OTHER, Refusal.of(Reason.OTHER));
    }

    void disconnected() {
        patience.close();
        room = Optional.empty();
        fail(Cause.NOT_REACHED, Refusal.of(Reason.OFFLINE));
    }

    /// The user doesn't want it any more. What the room has not said yet is waited for.
    void cancel() {
        if (outcome.isDone()) {
            return;
        }
        fail(Cause.CANCELLED, Refusal.of(Reason.OTHER));
        if (isOurs && !occupants.isEmpty()) {
            takeDown();
        }
    }

    /// Takes back what is there of it: a room that is locked still destroys itself, another is
    /// destroyed.
    private void takeDown() {
        online(
                link ->
                        extensions
                                .xep0045Config()
                                .cancel(link, key().peer())
                                .whenComplete((_, _) -> destroy(link)));
    }

    private void destroy(XmppLink link) {
        if (room.isPresent()) { // it is there still
            var _ = extensions.xep0045Config().destroy(link, key().peer(), "", Optional.empty());
        }
    }

    private void leave() {
        links.online(account)
                .ifPresent(link -> extensions.xep0045Rooms().leave(link, key().peer(), nick));
    }

    @Override
    public void failed(Throwable failure, Cause cause) {
        var refusal = RefusedException.in(failure);
        if (refusal.isEmpty()) {
            outcome.completeExceptionally(failure); // a bug
            return;
        }
        fail(refusal.get().isSilence() ? Cause.NOT_REACHED : cause, refusal.get());
    }

    /// The first that is wrong counts.
    @Override
    public void fail(Cause cause, Refusal refusal) {
        outcome.complete(new RoomMaking.Failed(cause, refusal));
    }

    private void online(Consumer<XmppLink> work) {
        links.online(account)
                .ifPresentOrElse(work, () -> fail(Cause.NOT_REACHED, Refusal.of(Reason.OFFLINE)));
    }

    private ChatKey key() {
        return room.orElseThrow();
    }
}
