package kith.ui.room;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.Answer;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.RoomRegistration;
import kith.ui.form.FormViewModel;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Registering with a room, to become a member of it or to have it keep a nick: what it wants to
/// know, what it says to that, and giving it up again.
///
/// FX thread only.
public final class MembershipViewModel {

    /// The question that every such form has (XEP-0045 §7.10).
    private static final String NICK = "muc#register_roomnick";

    /// How far that has come.
    public sealed interface Phase {

        /// The user hasn't asked.
        record Idle() implements Phase {}

        /// The room is asked, or reads what was filled in.
        record Waiting() implements Phase {}

        /// The user fills in what the room wants to know.
        ///
        /// @param refusal why it didn't take what was filled in before
        record Filling(FormViewModel form, Optional<Refusal> refusal) implements Phase {}

        /// The room has it; whether the user is a member then is the room's to say.
        record Sent() implements Phase {}

        /// They are registered.
        ///
        /// @param nick that the room keeps for them; may be empty
        /// @param refusal why it didn't let them give that up
        record Member(String nick, Optional<Refusal> refusal) implements Phase {}

        /// The user is asked whether they mean to give that up.
        record GivingUp(String nick) implements Phase {}

        /// It is given up.
        record GivenUp() implements Phase {}

        /// The room has no such form.
        record Refused(Refusal refusal) implements Phase {}
    }

    private final MembershipCommands commands;
    private final Supplier<String> nick;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Idle());

    /// Which wish is the last: only its answers count.
    private int wishes;

    /// @param nick what they are called there, or would be
    MembershipViewModel(MembershipCommands commands, Supplier<String> nick, Lane fx) {
        this.commands = commands;
        this.nick = nick;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Asks the room what it wants to know.
    public void ask() {
        await(commands.form(), answer -> phase.set(asked(answer)));
    }

    /// Hands the form in, where it is filled in as it has to be.
    public void submit() {
        if (phase.get() instanceof Phase.Filling(var form, var refusal) && form.check()) {
            await(() -> commands.submit().apply(form.filled()), no -> submitted(form, no));
        }
    }

    /// The user would give up what the room keeps of them.
    public void giveUp() {
        if (phase.get() instanceof Phase.Member(var kept, var refusal)) {
            phase.set(new Phase.GivingUp(kept));
        }
    }

    /// They mean it.
    public void giveUpIndeed() {
        if (phase.get() instanceof Phase.GivingUp(var kept)) {
            await(
                    commands.giveUp(),
                    no ->
                            phase.set(
                                    no.isEmpty()
                                            ? new Phase.GivenUp()
                                            : new Phase.Member(kept, no)));
        }
    }

    /// The user wants none of it after all.
    public void cancel() {
        phase.set(
                phase.get() instanceof Phase.GivingUp(var kept)
                        ? new Phase.Member(kept, Optional.empty())
                        : new Phase.Idle());
    }

    /// Begins anew, wherever it was; what the room answers to the wish before is not shown.
    void reset() {
        wishes++;
        phase.set(new Phase.Idle());
    }

    /// A room that has it may let others decide first: it says whether it is done.
    private void submitted(FormViewModel form, Optional<Refusal> no) {
        if (no.isPresent()) {
            phase.set(new Phase.Filling(form, no));
        } else {
            await(
                    commands.form(),
                    answer ->
                            phase.set(
                                    registration(answer)
                                            .flatMap(RoomRegistration::nick)
                                            .<Phase>map(MembershipViewModel::member)
                                            .orElse(new Phase.Sent())));
        }
    }

    private <T> void await(Supplier<CompletionStage<T>> wish, Consumer<T> answered) {
        int number = ++wishes;
        phase.set(new Phase.Waiting());
        wish.get()
                .thenAcceptAsync(
                        answer -> {
                            if (number == wishes) {
                                answered.accept(answer);
                            }
                        },
                        fx);
    }

    private static Optional<RoomRegistration> registration(Answer<RoomRegistration> answer) {
        return answer instanceof Answer.Given<RoomRegistration>(var registration)
                ? Optional.of(registration)
                : Optional.empty();
    }

    private Phase asked(Answer<RoomRegistration> answer) {
        return switch (answer) {
            case Answer.Refused<RoomRegistration>(var refusal) -> new Phase.Refused(refusal);
            case Answer.Given<RoomRegistration>(var registration) ->
                    registration
                            .nick()
                            .<Phase>map(MembershipViewModel::member)
                            .orElseGet(() -> filling(registration.form()));
        };
    }

    private static Phase member(String kept) {
        return new Phase.Member(kept, Optional.empty());
    }

    private Phase filling(DataForm form) {
        boolean isAsked = form.field(NICK).filter(field -> field.value().isBlank()).isPresent();
        return new Phase.Filling(
                new FormViewModel(isAsked ? form.with(NICK, nick.get()) : form), Optional.empty());
    }
}
