package kith.ui.room.moderation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Refusal;
import kith.model.RegistrationRequest;

import java.util.List;
import java.util.Optional;

/// Who wants to be a member of a room, and the user's answers. FX thread only. [#close] with the
/// page.
public final class RegistrationViewModel implements AutoCloseable {

    /// An answer that the room has not taken.
    ///
    /// @param nick of whom it is about; may be empty
    public record Failure(String nick, Refusal refusal) {}

    private final RegistrationCommands commands;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<List<RegistrationRequest>> requests =
            new ReadOnlyObjectWrapper<>(this, "requests", List.of());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
            new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
    private final Subscription subscription;

    /// @param fx the FX lane; a test passes a lane that runs at once
    public RegistrationViewModel(RegistrationCommands commands, Lane fx) {
        this.commands = commands;
        this.fx = fx;
        subscription = commands.requests().watch(fx, requests::set);
    }

    /// Who asks, the first that asked first.
    public ReadOnlyObjectProperty<List<RegistrationRequest>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    /// Why the last answer is not taken, until the user has seen it.
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Says yes or no to somebody.
    public void answer(RegistrationRequest request, boolean isGranted) {
        dismiss();
        commands.answer()
                .apply(request, isGranted)
                .thenAcceptAsync(
                        refusal ->
                                refusal.map(it -> new Failure(request.nick(), it))
                                        .ifPresent(it -> failure.set(Optional.of(it))),
                        fx);
    }

    /// The user has seen why the last answer is not taken.
    public void dismiss() {
        failure.set(Optional.empty());
    }

    @Override
    public void close() {
        subscription.close();
    }
}
