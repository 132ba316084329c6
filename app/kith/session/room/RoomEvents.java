package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.RoomState;

import java.util.function.Consumer;

/// Takes in what the wire says of rooms: what they say themselves, and what becomes of the sessions
/// in which we are in them.
///
/// What is said of a room that the user never entered changes nothing. What is said *in* a room is
/// not taken in here, but as any other message. Core lane only.
public final class RoomEvents {

    private final RoomVisits visits;
    private final RoomEntrance entrance;
    private final SubjectChanges subjects;
    private final NickChanges nicks;
    private final RoomNotices notices;

    public RoomEvents(
            RoomVisits visits,
            RoomEntrance entrance,
            SubjectChanges subjects,
            NickChanges nicks,
            RoomNotices notices) {
        this.visits = visits;
        this.entrance = entrance;
        this.subjects = subjects;
        this.nicks = nicks;
        this.notices = notices;
    }

    /// A session has begun: the server knows nothing of the rooms we were in.
    public void signedIn(AccountId account) {
        subjects.disconnected(account);
        nicks.disconnected(account);
        visits.each(
                account,
                visit -> {
                    entrance.disconnected(visit.key());
                    if (visit.isWanted()) {
                        entrance.enterAgain(visit);
                    }
                });
    }

    /// A session goes on after an interruption: are we still in the rooms?
    public void resumed(AccountId account) {
        entrance.resumed(account);
    }

    /// There is no session that could be resumed: who is in the rooms is not known.
    public void disconnected(AccountId account) {
        subjects.disconnected(account);
        nicks.disconnected(account);
        visits.each(
                account,
                visit -> {
                    entrance.disconnected(visit.key());
                    if (visit.isWanted()) {
                        visit.state(RoomState.JOINING);
                        visits.publish(visit);
                    }
                });
    }

    /// The account is gone.
    public void forget(AccountId account) {
        subjects.disconnected(account);
        nicks.disconnected(account);
        visits.each(account, visit -> entrance.forget(visit.key()));
        visits.forget(account);
        notices.forget(account);
    }

    /// The room has let us in.
    public void joined(ChatKey room, String nick) {
        visits.find(room)
                .filter(visit -> !(visit.room().state() instanceof RoomState.Left))
                .ifPresent( // nobody left meanwhile
                        visit -> {
                            visit.joined(nick);
                            entrance.joined(room);
                            visits.store(visit);
                        });
    }

    /// The room hasn't let us in; it isn't asked again by itself, unless it could not be reached.
    public void refused(ChatKey room, RoomState.Refused refusal) {
        visits.find(room)
                .filter(RoomVisit::isAsking) // nobody left meanwhile
                .ifPresent(visit -> out(visit, refusal));
    }

    /// We are in the room no more.
    public void ended(ChatKey room, RoomState state) {
        subjects.left(room);
        nicks.left(room);
        visits.find(room)
                .filter(visit -> !(visit.room().state() instanceof RoomState.Left))
                .ifPresent(visit -> out(visit, state));
    }

    private void out(RoomVisit visit, RoomState state) {
        visit.state(state);
        notices.interrupted(visit.key());
        entrance.out(visit);
        if (RoomReturns.isPassing(state) || state instanceof RoomState.Left) {
            visits.publish(visit); // signing off leaves the rooms, too: they are entered again
        } else {
            visits.store(visit);
        }
    }

    /// Someone has said something in the room.
    public void heard(ChatKey room) {
        entrance.heard(room);
        notices.interrupted(room);
    }

    /// Someone is in the room or changed there.
    public void put(ChatKey room, Occupant occupant) {
        entrance.heard(room);
        changed(room, visit -> notices.put(visit, visit.put(occupant), occupant));
    }

    /// Someone is called otherwise now; the next start asks for the nick that we have.
    public void renamed(ChatKey room, String from, String to) {
        var before = visits.nick(room);
        changed(room, visit -> visit.rename(from, to));
        if (!visits.nick(room).equals(before)) {
            visits.find(room).ifPresent(visits::store);
            nicks.changed(room, to);
        }
    }

    /// A room that we are in refused a presence of ours, maybe one that asked for another nick.
    public void presenceRefused(ChatKey room, String id, Refusal refusal) {
        nicks.refused(room, id, refusal);
    }

    /// Someone is in the room no more.
    public void left(ChatKey room, String nick) {
        entrance.heard(room);
        changed(
                room,
                visit -> {
                    if (visit.remove(nick)) {
                        notices.left(visit, nick);
                    }
                });
    }

    /// Someone was put out of the room.
    public void removed(ChatKey room, String nick, RoomState.Removed how) {
        entrance.heard(room);
        changed(
                room,
                visit -> {
                    if (visit.remove(nick)) {
                        notices.removed(visit, nick, how);
                    }
                });
    }

    private void changed(ChatKey room, Consumer<RoomVisit> change) {
        visits.find(room).ifPresent(change.andThen(visits::publishPeople));
    }

    /// The room's subject.
    public void subject(ChatKey room, String subject) {
        subjects.changed(room, subject);
        changedForGood(room, visit -> visit.subject(subject));
    }

    /// A message was refused, maybe one that asked for another subject.
    public void messageRefused(AccountId account, String id, Refusal refusal) {
        subjects.refused(account, id, refusal);
    }

    /// The room's own name.
    public void named(ChatKey room, String name) {
        changedForGood(room, visit -> visit.name(name));
    }

    /// The next start knows of it, too.
    private void changedForGood(ChatKey room, Consumer<RoomVisit> change) {
        visits.find(room).ifPresent(change.andThen(visits::store));
    }
}
