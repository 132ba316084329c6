package kith.session.room;

import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What the user sees of the rooms of all accounts, and what they ask of them.
///
/// A room the user entered is entered again in each new session until they leave it or it refuses;
/// one that can't be reached, or whose service goes down, also within one. What the rooms answer
/// comes in by [RoomEvents] and shows in the live values. Any thread.
public final class RoomService {

    private final RoomVisits visits;
    private final RoomEntrance entrance;
    private final SubjectChanges subjects;
    private final NickChanges nicks;
    private final SaidInVisits saidIn;
    private final Lane core;
    private Optional<RoomWishes> wishes = Optional.empty();

    public RoomService(
            RoomVisits visits,
            RoomEntrance entrance,
            SubjectChanges subjects,
            NickChanges nicks,
            Lane core) {
        this.visits = visits;
        this.entrance = entrance;
        this.subjects = subjects;
        this.nicks = nicks;
        this.core = core;
        this.saidIn = new SaidInVisits(visits);
    }

    /// Tells whoever keeps it what the user wishes of rooms. Before the session begins.
    void onWish(RoomWishes keeper) {
        wishes = Optional.of(keeper);
    }

    /// All rooms that the user entered or tried to, in the order of the first time.
    public Live<List<Room>> rooms() {
        return visits.rooms();
    }

    /// One room; empty where the user never tried to enter it.
    public Live<Optional<Room>> room(ChatKey room) {
        return rooms().map(all -> all.stream().filter(each -> each.key().equals(room)).findFirst());
    }

    /// Who is in a room, ourselves among them; empty while we are not.
    public Live<List<Occupant>> occupants(ChatKey room) {
        return visits.occupants(room);
    }

    /// Which of those who had their author's nick said the messages that we heard.
    public SaidInVisits saidIn() {
        return saidIn;
    }

    /// Enters a room, now or as soon as the account is online.
    ///
    /// @param nick what to be called there
    public void join(AccountId account, BareJid room, String nick, Optional<String> password) {
        core.execute(
                () -> {
                    var visit = visits.visit(new ChatKey(account, room));
                    visit.ask(nick, password);
                    visits.store(visit);
                    wishes.ifPresent(it -> it.entering(visit.key()));
                    entrance.enter(visit);
                });
    }

    /// The user turns to a room: whether we are still in it is asked where that isn't certain.
    public void looking(ChatKey room) {
        core.execute(() -> entrance.looking(room));
    }

    /// Leaves a room and stays away. What was said stays in the history.
    public void leave(ChatKey room) {
        core.execute(
                () -> {
                    visits.find(room).ifPresent(this::goOut);
                    wishes.ifPresent(it -> it.leaving(room));
                });
    }

    /// Leaves a room, whoever wishes that. Core lane only.
    void goOut(RoomVisit visit) {
        entrance.leave(visit);
        subjects.left(visit.key());
        nicks.left(visit.key());
        visit.state(RoomState.LEFT);
        visits.store(visit);
    }

    /// Asks the room to call us otherwise; it shows when the room does so.
    ///
    /// @return completes when the room has answered, at once while we are not in it: why it calls
    ///   us as before; empty where it doesn't, or does so already
    public CompletionStage<Optional<Refusal>> changeNick(ChatKey room, String nick) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> changeNick(room, nick, outcome));
        return outcome;
    }

    private void changeNick(
            ChatKey room, String nick, CompletableFuture<Optional<Refusal>> outcome) {
        if (!visits.isJoined(room)) {
            outcome.complete(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
        } else if (visits.nick(room).filter(nick::equals).isPresent()) {
            outcome.complete(Optional.empty());
        } else {
            nicks.ask(room, nick, outcome);
        }
    }

    /// Asks the room for another subject; it shows when the room says so.
    ///
    /// @param subject empty takes it away
    /// @return completes when the room has answered, at once while offline: why it has not the new
    ///   subject; empty where it has
    public CompletionStage<Optional<Refusal>> changeSubject(ChatKey room, String subject) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> subjects.ask(room, subject, outcome));
        return outcome;
    }
}
