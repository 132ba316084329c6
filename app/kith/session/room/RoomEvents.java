package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.RegistrationRequest;
import kith.model.Removal;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.model.VoiceRequest;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/// Takes in what the wire says of rooms: what they say themselves, and what becomes of the sessions
/// in which we are in them.
///
/// What is said of a room that the user never entered changes nothing. What is said *in* a room is
/// not taken in here, but as any other message. Core lane only.
public final class RoomEvents {

    private static final RoomState NO_ANSWER =
            new RoomState.Refused(Refusal.of(Refusal.Reason.TIMED_OUT));

    private final RoomVisits visits;
    private final RoomEntrance entrance;
    private final SubjectChanges subjects;
    private final NickChanges nicks;
    private final RoomMakings makings;
    private final RoomDescriptions descriptions;
    private final VoiceRequests voice;
    private final RegistrationRequests registrations;
    private final RoomOffers offers;
    private final RoomPresence presence;
    private final RoomNotices notices;
    private final Channels channels;

    public RoomEvents(
            RoomVisits visits,
            RoomEntrance entrance,
            SubjectChanges subjects,
            NickChanges nicks,
            RoomMakings makings,
            RoomDescriptions descriptions,
            VoiceRequests voice,
            RegistrationRequests registrations,
            RoomOffers offers,
            RoomPresence presence,
            RoomNotices notices,
            Channels channels) {
        this.visits = visits;
        this.entrance = entrance;
        this.subjects = subjects;
        this.nicks = nicks;
        this.makings = makings;
        this.descriptions = descriptions;
        this.voice = voice;
        this.registrations = registrations;
        this.offers = offers;
        this.presence = presence;
        this.notices = notices;
        this.channels = channels;
        entrance.onGone(this::missing);
        entrance.onSilent(this::silent);
        entrance.onReached((room, isReached) -> changed(room, visit -> visit.reached(isReached)));
    }

    /// A session has begun: the server knows nothing of the rooms we were in.
    public void signedIn(AccountId account) {
        subjects.disconnected(account);
        nicks.disconnected(account);
        makings.disconnected(account);
        voice.disconnected(account);
        registrations.disconnected(account);
        visits.each(
                account,
                visit -> {
                    entrance.disconnected(visit.key());
                    if (visit.isWanted()) {
                        entrance.enterAgainInTurn(visit);
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
        makings.disconnected(account);
        voice.disconnected(account);
        registrations.disconnected(account);
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
        makings.disconnected(account);
        voice.disconnected(account);
        registrations.forget(account);
        visits.each(
                account,
                visit -> {
                    entrance.disconnected(visit.key());
                    entrance.forget(visit.key());
                });
        visits.forget(account);
        offers.forget(account);
        notices.forget(account);
    }

    /// The room was not there before: it is one that is being made, or that the user has made by
    /// entering it.
    public void created(ChatKey room) {
        if (!makings.created(room)) {
            visits.find(room)
                    .filter(RoomEvents::isAwaited) // nobody left meanwhile
                    .ifPresent(_ -> entrance.open(room));
        }
    }

    /// A room has let us in that is being made: nobody has entered it yet.
    ///
    /// @return whether it is one
    public boolean joinedWhileMaking(ChatKey room, String nick) {
        return makings.joined(room, nick);
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
                            presence.entered(room);
                        });
    }

    /// The room hasn't let us in; it isn't asked again by itself, unless it could not be reached.
    public void refused(ChatKey room, RoomState.Refused refusal) {
        if (makings.refused(room, refusal.refusal())) {
            return;
        }
        visits.find(room)
                .filter(RoomEvents::isAwaited) // nobody left meanwhile
                .ifPresent(
                        visit -> {
                            if (isOurGhost(visit, refusal.refusal())) {
                                visit.state(RoomState.JOINING);
                                visits.publish(visit);
                                return;
                            }
                            out(visit, refusal);
                            if (refusal.refusal().reason() == Refusal.Reason.FORBIDDEN) {
                                descriptions.seek(room, () -> nowhere(room, refusal));
                            }
                        });
    }

    /// Whether it is likely we ourselves who have the nick there: the room has not noticed yet that
    /// we were gone. Then it is asked again.
    private boolean isOurGhost(RoomVisit visit, Refusal refusal) {
        return refusal.reason() == Refusal.Reason.NICK_TAKEN
                && visit.isComingBack()
                && entrance.awaitNick(visit.key());
    }

    /// The room is no more, as it says to who wants to be let in.
    public void gone(ChatKey room, RoomState.Removed how) {
        if (!makings.refused(room, Refusal.of(Refusal.Reason.NOT_FOUND))) {
            visits.find(room)
                    .filter(RoomEvents::isAwaited) // nobody left meanwhile
                    .ifPresent(visit -> out(visit, how));
        }
    }

    /// Who is banned is refused by the same word (XEP-0045 §7.2.7) as, on some servers, who may not
    /// make a room that isn't there.
    private void nowhere(ChatKey room, RoomState.Refused banned) {
        var refusal = new Refusal(Refusal.Reason.NOT_ALLOWED, banned.refusal().text());
        visits.find(room)
                .filter(visit -> visit.room().state().equals(banned))
                .ifPresent(
                        visit -> {
                            visit.state(new RoomState.Refused(refusal));
                            visits.store(visit);
                        });
    }

    /// Whether an answer of the room still counts, however late.
    private static boolean isAwaited(RoomVisit visit) {
        return visit.isAsking() || visit.isSilent();
    }

    /// The room has not answered whether it lets us in. It may yet.
    private void silent(ChatKey room) {
        visits.find(room).filter(RoomVisit::isAsking).ifPresent(visit -> out(visit, NO_ANSWER));
    }

    /// We are in the room no more.
    public void ended(ChatKey room, RoomState state) {
        if (makings.ended(room)) {
            return;
        }
        subjects.left(room);
        nicks.left(room);
        voice.left(room);
        registrations.left(room);
        visits.find(room)
                .filter(visit -> !(visit.room().state() instanceof RoomState.Left))
                .ifPresent(visit -> out(visit, state));
    }

    /// The room went without a word to us.
    private void missing(ChatKey room) {
        ended(room, new RoomState.Refused(Refusal.of(Refusal.Reason.NOT_FOUND)));
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
        if (makings.put(room, occupant)) {
            return;
        }
        entrance.heard(room);
        changed(room, visit -> notices.put(visit, visit.put(occupant)));
        voice.changed(room, occupant);
        registrations.changed(room, occupant);
    }

    /// Someone is called otherwise now; the next start asks for the nick that we have.
    public void renamed(ChatKey room, String from, String to) {
        var before = visits.nick(room);
        changed(
                room,
                visit ->
                        visit.rename(from, to).ifPresent(now -> notices.renamed(visit, from, now)));
        voice.gone(room, from);
        if (!visits.nick(room).equals(before)) {
            visits.find(room).ifPresent(visits::store);
            nicks.changed(room, to);
            presence.entered(room);
        }
    }

    /// A room that we are in refused a presence of ours, maybe one that asked for another nick.
    /// Some say by that to those who have dropped out that they aren't in it (§7.7).
    public void presenceRefused(ChatKey room, String id, Refusal refusal) {
        nicks.refused(room, id, refusal);
        if (refusal.reason() == Refusal.Reason.NOT_FOUND
                || refusal.reason() == Refusal.Reason.NOT_ACCEPTABLE) {
            entrance.doubt(room);
        }
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
        voice.gone(room, nick);
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
        voice.gone(room, nick);
    }

    /// The room passes on that a visitor asks for the right to write.
    public void voiceRequested(ChatKey room, VoiceRequest request) {
        voice.requested(room, request);
    }

    /// The room says that somebody wants to be a member.
    public void registrationRequested(ChatKey room, RegistrationRequest request) {
        registrations.requested(room, request);
    }

    /// How long the room has people wait between two messages.
    public void slowMode(ChatKey room, Duration pause) {
        visits.find(room).ifPresent(known -> offers.told(room, pause));
    }

    /// How the room lets moderators remove messages.
    public void removal(ChatKey room, Removal removal) {
        visits.find(room).ifPresent(known -> offers.told(room, removal));
    }

    private void changed(ChatKey room, Consumer<RoomVisit> change) {
        visits.find(room).ifPresent(change.andThen(visits::publishPeople));
    }

    /// The room's subject.
    public void subject(ChatKey room, String subject) {
        subjects.changed(room, subject);
        changedForGood(room, visit -> visit.subject(subject));
    }

    /// A message was refused, maybe one that asked for another subject, or for voice.
    public void messageRefused(AccountId account, String id, Refusal refusal) {
        subjects.refused(account, id, refusal);
        voice.refused(account, id, refusal);
        registrations.refused(account, id, refusal);
    }

    /// What the room is, as it says when it is asked.
    public void described(ChatKey room, RoomTraits traits) {
        changed(
                room,
                visit -> {
                    visit.traits(traits);
                    channels.described(room, traits);
                });
    }

    /// What the room is, as it tells who is in it.
    public void traitsChanged(ChatKey room, Set<Trait> now, Set<Trait> noMore) {
        changed(
                room,
                visit -> {
                    notices.announced(visit, now, noMore);
                    visit.traits(now, noMore);
                });
    }

    /// Something about the room has changed.
    public void configured(ChatKey room) {
        visits.find(room)
                .ifPresent(
                        visit -> {
                            notices.configured(visit);
                            descriptions.ask(room);
                        });
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
