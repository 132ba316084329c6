package kith.ui.room.moderation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Removal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomRights;
import kith.model.VoiceRequest;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the user may do to the people of one room and to what they have said, and doing it.
///
/// What may be done follows from our own role and affiliation there ([RoomRights]); what the room
/// refuses all the same comes back with the reason. FX thread only. [#close] with the page.
public final class ModerationViewModel implements AutoCloseable {

    private final ModerationCommands commands;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Set<RoomList>> lists =
            new ReadOnlyObjectWrapper<>(this, "lists", Set.of());
    private final ReadOnlyObjectWrapper<List<VoiceRequest>> requests =
            new ReadOnlyObjectWrapper<>(this, "requests", List.of());
    private final ReadOnlyObjectWrapper<VoiceState> voice =
            new ReadOnlyObjectWrapper<>(this, "voice", VoiceState.HAS);
    private final ReadOnlyObjectWrapper<Complaint> complaint =
            new ReadOnlyObjectWrapper<>(this, "complaint", Complaint.NONE);
    private final ReadOnlyObjectWrapper<Duration> pause =
            new ReadOnlyObjectWrapper<>(this, "pause", Duration.ZERO);
    private final RegistrationViewModel registrations;
    private final List<Subscription> states;
    private Optional<Occupant> me = Optional.empty();
    private boolean seesAddresses;
    private List<VoiceRequest> asking = List.of();
    private List<Occupant> people = List.of();
    private Removal removal = Removal.NONE;

    /// Whether the user may write, and what becomes of their asking for it.
    public enum VoiceState {
        /// They may, or aren't in the room.
        HAS,
        /// They may not.
        LACKS,
        /// They have asked, and nobody has answered.
        ASKED
    }

    /// @param fx the FX lane; a test passes a lane that runs at once
    public ModerationViewModel(
            ModerationCommands commands, Live<List<Occupant>> occupants, Lane fx) {
        this.commands = commands;
        this.fx = fx;
        registrations = new RegistrationViewModel(commands.registrations(), fx);
        states =
                List.of(
                        occupants.watch(fx, this::show),
                        commands.requests().watch(fx, this::showRequests),
                        commands.removal().watch(fx, known -> removal = known),
                        commands.pause().watch(fx, pause::set));
    }

    /// What can be done to all of some people in the room.
    public Set<RoomAct> acts(List<Occupant> chosen) {
        var acts = EnumSet.allOf(RoomAct.class);
        for (var occupant : chosen) {
            acts.retainAll(me.map(it -> RoomRights.on(it, occupant)).orElse(Set.of()));
        }
        return chosen.isEmpty() ? Set.of() : acts;
    }

    /// Does something to all of them, for a reason. What goes by a nick is done to nobody who has
    /// come by it since they were chosen.
    ///
    /// @param told what came of it
    public void act(RoomAct act, List<Occupant> chosen, String reason, Consumer<Complaint> told) {
        var byNick = act.isOfRole() ? byNick() : Map.<String, Occupant>of();
        Predicate<Occupant> isMeant = each -> !act.isOfRole() || isThere(each, byNick);
        var changes = changes(act, chosen.stream().filter(isMeant), reason);
        var gone = gone(changes(act, chosen.stream().filter(isMeant.negate()), reason));
        if (changes.isEmpty()) {
            told.accept(gone);
            return;
        }
        commands.change()
                .apply(changes)
                .thenAcceptAsync(
                        refusal ->
                                told.accept(
                                        refusal.isPresent()
                                                ? Complaint.of(changes, refusal)
                                                : gone),
                        fx);
    }

    private static List<RoomChange> changes(RoomAct act, Stream<Occupant> chosen, String reason) {
        return chosen.map(each -> RoomChange.of(act, each, reason)).toList();
    }

    private static Complaint gone(List<RoomChange> missed) {
        var refusal = Optional.of(Refusal.of(Refusal.Reason.NOT_FOUND));
        return missed.isEmpty() ? Complaint.NONE : Complaint.of(missed, refusal);
    }

    /// Whether it is still them who are there by their nick.
    private static boolean isThere(Occupant chosen, Map<String, Occupant> byNick) {
        var now = byNick.get(chosen.nick());
        return now != null && isSame(chosen, now);
    }

    /// Those who are there now; all of a large room may be chosen, so nobody is looked for one by
    /// one.
    private Map<String, Occupant> byNick() {
        return people.stream()
                .collect(Collectors.toMap(Occupant::nick, each -> each, (first, _) -> first));
    }

    /// By what the room tells of them: their address, else what stays when they change their nick.
    private static boolean isSame(Occupant before, Occupant now) {
        return before.address().isPresent()
                ? before.address().equals(now.address())
                : before.occupantId().isEmpty() || before.occupantId().equals(now.occupantId());
    }

    /// Why the last thing the user wanted is not to be.
    public ReadOnlyObjectProperty<Complaint> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// Says why the last thing is not to be.
    void complain(Complaint newest) {
        complaint.set(newest);
    }

    /// The user has seen why the last thing is not to be.
    void dismissComplaint() {
        complaint.set(Complaint.NONE);
    }

    /// Who wants to be a member.
    public RegistrationViewModel registrations() {
        return registrations;
    }

    /// The lists of the room that the user may look at.
    public ReadOnlyObjectProperty<Set<RoomList>> listsProperty() {
        return lists.getReadOnlyProperty();
    }

    /// The lists, for as long as they are shown.
    public RolesViewModel openRoles() {
        return new RolesViewModel(commands, me, lists.get(), fx);
    }

    /// Who asks to be allowed to write; nobody where it is not ours to allow.
    public ReadOnlyObjectProperty<List<VoiceRequest>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    /// Says yes or no to somebody who asks.
    public void answer(VoiceRequest request, boolean isGranted) {
        complaint.set(Complaint.NONE);
        commands.answer()
                .apply(request, isGranted)
                .thenAcceptAsync(
                        refusal ->
                                refusal.map(it -> new Complaint.Answer(request.nick(), it))
                                        .ifPresent(complaint::set),
                        fx);
    }

    public ReadOnlyObjectProperty<VoiceState> voiceProperty() {
        return voice.getReadOnlyProperty();
    }

    /// Asks to be allowed to write.
    public void askForVoice() {
        complaint.set(Complaint.NONE);
        voice.set(VoiceState.ASKED);
        commands.askForVoice()
                .get()
                .thenAcceptAsync(refusal -> refusal.ifPresent(this::voiceRefused), fx);
    }

    /// How long the room has people wait between two messages, be it us or only others.
    public ReadOnlyObjectProperty<Duration> pauseProperty() {
        return pause.getReadOnlyProperty();
    }

    /// Whether slow mode is for others only (XEP-0500 §6: owners and admins need not wait).
    public boolean isExemptFromPause() {
        return me.map(Occupant::affiliation)
                .filter(it -> it == Occupant.Affiliation.OWNER || it == Occupant.Affiliation.ADMIN)
                .isPresent();
    }

    /// Whether the room lets us remove what others have said.
    public boolean mayRemove() {
        return removal != Removal.NONE
                && me.filter(it -> it.role() == Occupant.Role.MODERATOR).isPresent();
    }

    /// Has the room remove messages.
    ///
    /// @param told what came of it
    public void remove(List<MessageKey> messages, String reason, Consumer<Complaint> told) {
        commands.remove()
                .apply(messages, reason)
                .thenAcceptAsync(
                        refusal ->
                                told.accept(
                                        refusal.<Complaint>map(Complaint.Removing::new)
                                                .orElse(Complaint.NONE)),
                        fx);
    }

    @Override
    public void close() {
        states.forEach(Subscription::close);
        registrations.close();
    }

    private void voiceRefused(Refusal refusal) {
        if (voice.get() == VoiceState.ASKED) {
            voice.set(VoiceState.LACKS);
            complaint.set(new Complaint.Voice(refusal));
        }
    }

    private void show(List<Occupant> occupants) {
        me = Optional.empty();
        seesAddresses = false;
        for (var occupant : occupants) {
            if (occupant.isMe()) {
                me = Optional.of(occupant);
            } else {
                seesAddresses |= occupant.address().isPresent();
            }
        }
        people = occupants;
        forgetAnswer();
        forgetVoice();
        lists.set(me.map(it -> RoomRights.lists(it, seesAddresses)).orElse(Set.of()));
        showVoice();
        decideRequests();
    }

    /// Nothing is to be said any more of an answer to somebody who may write by now, or is gone.
    private void forgetAnswer() {
        if (complaint.get() instanceof Complaint.Answer(var nick, _)
                && visitors().noneMatch(nick::equals)) {
            dismissComplaint();
        }
    }

    /// Nor of our asking for voice, once we have it or are gone.
    private void forgetVoice() {
        if (complaint.get() instanceof Complaint.Voice && !lacksVoice()) {
            dismissComplaint();
        }
    }

    private boolean lacksVoice() {
        return me.filter(it -> it.role() == Occupant.Role.VISITOR).isPresent();
    }

    private void showVoice() {
        if (!lacksVoice()) {
            voice.set(VoiceState.HAS);
        } else if (voice.get() == VoiceState.HAS) {
            voice.set(VoiceState.LACKS);
        }
    }

    private void showRequests(List<VoiceRequest> newest) {
        asking = newest;
        decideRequests();
    }

    /// Whoever has voice by now needs none.
    private void decideRequests() {
        boolean isOurs = me.filter(it -> it.role() == Occupant.Role.MODERATOR).isPresent();
        requests.set(isOurs && !asking.isEmpty() ? open() : List.of());
    }

    private List<VoiceRequest> open() {
        var visitors = visitors().collect(Collectors.toSet());
        return asking.stream().filter(each -> visitors.contains(each.nick())).toList();
    }

    private Stream<String> visitors() {
        return people.stream()
                .filter(each -> each.role() == Occupant.Role.VISITOR)
                .map(Occupant::nick);
    }
}
