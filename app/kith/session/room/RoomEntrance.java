package kith.session.room;

import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Nick;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.session.account.Links;
import kith.xmpp.xep.XmppExtensions;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Enters rooms and leaves them, and enters again by itself those that have lost us ([RoomWatch])
/// or that we are out of by nobody's wish ([RoomReturns]), also as they say nothing ([Unanswered]).
///
/// It only asks: whether a room has let us in, or put us out, it is told by [RoomEvents]. Core lane
/// only.
public final class RoomEntrance {

    private final RoomVisits visits;
    private final Links links;
    private final XmppExtensions extensions;
    private final Function<ChatKey, Optional<Instant>> lastMessageAt;
    private final RoomWatch watch;
    private final RoomReturns returns;
    private final Unanswered unanswered;
    private final RoomPace pace;
    private final Interrupted interrupted;
    private Consumer<ChatKey> stillIn = _ -> {};
    private Consumer<ChatKey> gone = _ -> {};
    private Consumer<ChatKey> silent = _ -> {};
    private BiConsumer<ChatKey, Boolean> reached = (_, _) -> {};

    /// @param lastMessageAt when the newest message of the room that we have was sent
    public RoomEntrance(
            RoomVisits visits,
            Links links,
            XmppExtensions extensions,
            Function<ChatKey, Optional<Instant>> lastMessageAt,
            Timer timer,
            InstantSource clock) {
        this.visits = visits;
        this.links = links;
        this.extensions = extensions;
        this.lastMessageAt = lastMessageAt;
        this.watch =
                new RoomWatch(
                        links,
                        extensions.xep0410SelfPing(),
                        timer,
                        clock,
                        room -> visits.nick(room).orElseThrow(),
                        new Watching());
        this.returns = new RoomReturns(timer, clock, RandomGenerator.getDefault(), this::goBack);
        this.unanswered = new Unanswered(timer, clock, this::giveUp);
        this.pace = new RoomPace(timer, this::enter);
        this.interrupted = new Interrupted(this::enterInTurn, this::tellLeaving);
    }

    /// Asks the room to let us in, where the account is online; in a new session all that are
    /// wanted are asked. None is asked under a nick that no room could have.
    void enter(RoomVisit visit) {
        var key = visit.key();
        returns.entering(key);
        unanswered.forget(key);
        if (!Nick.isOne(visit.room().nick())) {
            visit.state(new RoomState.Refused(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
            visits.store(visit);
            return;
        }
        boolean isTold =
                links.online(key.account())
                        .filter(
                                link ->
                                        extensions
                                                .xep0045Rooms()
                                                .join(
                                                        link,
                                                        key.peer(),
                                                        visit.room().nick(),
                                                        visit.password(),
                                                        lastMessageAt.apply(key)))
                        .isPresent();
        interrupted.coming(key, isTold);
        if (isTold) {
            unanswered.asked(key);
        }
    }

    /// Asks the room as the last time. What was said meanwhile comes from its archive or with its
    /// history.
    void enterAgain(RoomVisit visit) {
        visit.askAgain();
        enter(visit);
        visits.publish(visit);
    }

    /// The same as [#enter], one room after the other where there are many.
    void enterInTurn(RoomVisit visit) {
        pace.next(visit);
    }

    /// The same as [#enterAgain], one room after the other where there are many.
    void enterAgainInTurn(RoomVisit visit) {
        visit.askAgain();
        pace.next(visit);
        visits.publish(visit);
    }

    /// Tells the room that we go, or will where the connection is interrupted, and stays away.
    void leave(RoomVisit visit) {
        var key = visit.key();
        var nick = visit.room().nick();
        interrupted.going(key, nick, tellLeaving(key, nick));
        forget(key);
    }

    private boolean tellLeaving(ChatKey room, String nick) {
        return links.online(room.account())
                .filter(link -> extensions.xep0045Rooms().leave(link, room.peer(), nick))
                .isPresent();
    }

    private void enterInTurn(ChatKey room) {
        visits.find(room).filter(RoomVisit::isAsking).ifPresent(this::enterInTurn);
    }

    /// Says who is told of rooms that, asked, say we are in them.
    void onStillIn(Consumer<ChatKey> told) {
        stillIn = told;
    }

    /// Says who is told of rooms that are no more, though they never said so. None of them is
    /// entered by itself: that would make another under its address, for whoever comes.
    void onGone(Consumer<ChatKey> told) {
        gone = told;
    }

    /// Says who is told of rooms that were asked to let us in and say nothing.
    void onSilent(Consumer<ChatKey> told) {
        silent = told;
    }

    /// Says who is told of rooms that don't answer, though we are in them, and that do again.
    void onReached(BiConsumer<ChatKey, Boolean> told) {
        reached = told;
    }

    /// Something tells that the room may have lost us: it is asked.
    void doubt(ChatKey room) {
        watch.doubt(room);
    }

    /// The user turns to the room: whether we are still in it is asked where that isn't certain.
    void looking(ChatKey room) {
        watch.looking(room);
    }

    /// The room was not there before we entered it, and has a lock as long as its owner says
    /// nothing (XEP-0045 §10.1.2): it is opened as it is.
    void open(ChatKey room) {
        links.online(room.account())
                .ifPresent(link -> extensions.xep0045Config().open(link, room.peer()));
    }

    /// The room has let us in.
    void joined(ChatKey room) {
        unanswered.forget(room);
        watch.joined(room);
        returns.joined(room);
    }

    /// The room has said something.
    void heard(ChatKey room) {
        unanswered.heard(room);
        watch.heard(room);
    }

    /// A session goes on: are we still in the rooms? What those could not be told, they are told
    /// now.
    void resumed(AccountId account) {
        interrupted.resumed(account);
        watch.resumed(account);
    }

    /// The session in which we were in the room is over; a new one enters it.
    void disconnected(ChatKey room) {
        interrupted.forget(room);
        unanswered.forget(room);
        watch.left(room);
    }

    /// The room has put us out, or hasn't let us in. It is entered again after a while where that
    /// is by nobody's wish.
    void out(RoomVisit visit) {
        unanswered.forget(visit.key());
        watch.left(visit.key());
        if (visit.isWanted()) {
            returns.out(visit.key());
        } else {
            returns.forget(visit.key()); // also where it had said nothing and was to be asked again
        }
    }

    /// The room has us no more, and somebody our nick: it is entered again after a while.
    ///
    /// @return whether it is; not for ever, as it may be somebody else
    boolean awaitNick(ChatKey room) {
        unanswered.forget(room);
        watch.left(room);
        return returns.outOfNick(room);
    }

    /// Nobody wants to be in the room any more.
    void forget(ChatKey room) {
        unanswered.forget(room);
        watch.left(room);
        returns.forget(room);
    }

    private void goBack(ChatKey room) {
        if (links.online(room.account()).isEmpty()) {
            returns.later(room);
        } else {
            visits.find(room).ifPresent(this::enterAgainInTurn);
        }
    }

    /// The room says nothing. While the connection is interrupted that says nothing of the room:
    /// its answer comes when the session goes on.
    private void giveUp(ChatKey room) {
        if (links.online(room.account()).isEmpty()) {
            unanswered.asked(room);
        } else {
            silent.accept(room);
        }
    }

    /// What is learned of rooms that we are in.
    private final class Watching implements RoomWatch.Told {

        @Override
        public void lost(ChatKey room) {
            goBack(room);
        }

        @Override
        public void gone(ChatKey room) {
            gone.accept(room);
        }

        @Override
        public void stillIn(ChatKey room) {
            stillIn.accept(room);
        }

        @Override
        public void reached(ChatKey room, boolean isReached) {
            reached.accept(room, isReached);
        }
    }
}
