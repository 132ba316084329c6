package kith.ui.composer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.ChosenFile;
import kith.model.UploadSupport;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// The files that the user has chosen to send to one chat and not sent yet, and whether the server
/// takes them. They stay when the page goes ([ChosenFiles]). FX thread only.
public final class AttachedFiles implements AutoCloseable {

    private final FileCommands commands;
    private final Lane fx;
    private final ChosenFiles files;
    private final ObservableList<ChosenFile> chosen = FXCollections.observableArrayList();
    private final ObservableList<ChosenFile> shown =
            FXCollections.unmodifiableObservableList(chosen);
    private final ReadOnlyObjectWrapper<UploadSupport> support =
            new ReadOnlyObjectWrapper<>(this, "support", new UploadSupport.Unknown());
    private final ReadOnlyBooleanWrapper hasFailed = new ReadOnlyBooleanWrapper(this, "failed");
    private final BooleanBinding canSend;
    private final Subscription state;

    private boolean isClosed;

    AttachedFiles(FileCommands commands, Lane fx) {
        this.commands = commands;
        this.fx = fx;
        files = commands.chosen().get();
        Bindings.bindContent(chosen, files.all());
        canSend =
                Bindings.createBooleanBinding(
                        () -> !chosen.isEmpty() && chosen.stream().allMatch(this::isSendable),
                        chosen,
                        support);
        state = commands.support().watch(fx, support::set);
    }

    /// Whether files can be sent from here at all.
    public boolean isOffered() {
        return !commands.equals(FileCommands.NONE);
    }

    /// What was chosen, in order. Read-only.
    public ObservableList<ChosenFile> chosen() {
        return shown;
    }

    /// What is known of what the server takes.
    public ReadOnlyObjectProperty<UploadSupport> supportProperty() {
        return support.getReadOnlyProperty();
    }

    /// What the server is called.
    public String server() {
        return commands.server();
    }

    /// Whether a picture could not be kept.
    public ReadOnlyBooleanProperty failedProperty() {
        return hasFailed.getReadOnlyProperty();
    }

    /// Whether there are files, and each can be sent as far as is known.
    public BooleanBinding canSendBinding() {
        return canSend;
    }

    /// Whether one can be sent as far as is known.
    public boolean isSendable(ChosenFile file) {
        return file instanceof ChosenFile.Usable(var usable, _)
                && !(support.get() instanceof UploadSupport.None)
                && !UploadSupport.isTooMuch(support.get(), usable.size());
    }

    /// The user is about to choose: what the server takes is found out.
    public void want() {
        commands.want().run();
    }

    /// Adds files that were chosen, dropped or pasted; one that is there already stays once.
    public void add(List<Path> paths) {
        want();
        hasFailed.set(false);
        commands.look().apply(paths).thenAcceptAsync(files::add, fx);
    }

    /// Adds a picture that is in no file.
    ///
    /// @param png makes it, on any thread
    /// @param name what it is to be called
    public void addPicture(Supplier<byte[]> png, String name) {
        want();
        hasFailed.set(false);
        commands.keep()
                .apply(png, name)
                .whenCompleteAsync(
                        (file, failure) -> {
                            if (failure != null) {
                                hasFailed.set(!isClosed);
                            } else {
                                files.addKept(new ChosenFile.Usable(file, true));
                            }
                        },
                        fx);
    }

    /// Leaves one out.
    public void remove(ChosenFile file) {
        files.remove(List.of(file));
        hasFailed.set(false);
    }

    /// Leaves all out.
    ///
    /// @return whether there were any
    public boolean drop() {
        boolean wereAny = !chosen.isEmpty() || hasFailed.get();
        files.remove(chosen);
        hasFailed.set(false);
        return wereAny;
    }

    /// Sends all, in their order; one that can't be kept comes back, also where its page is gone.
    void send() {
        for (var each : List.copyOf(chosen)) {
            if (each instanceof ChosenFile.Usable usable) {
                var putBack = files.take(usable);
                commands.send()
                        .apply(usable.file())
                        .whenCompleteAsync(
                                (_, failure) -> {
                                    if (failure != null) {
                                        putBack.run();
                                    }
                                },
                                fx);
            }
        }
    }

    @Override
    public void close() {
        isClosed = true;
        Bindings.unbindContent(chosen, files.all());
        state.close();
    }
}
