package kith.ui.composer;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.model.ChosenFile;
import kith.model.LocalFile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The files that were chosen for one chat and not sent yet. They stay while the chat's pages come
/// and go, and each page shows them; the files themselves stay where they are. FX thread only.
public final class ChosenFiles {

    private final Consumer<LocalFile> release;
    private final ObservableList<ChosenFile> all = FXCollections.observableArrayList();
    private final ObservableList<ChosenFile> shown = FXCollections.unmodifiableObservableList(all);

    /// What is in no file but what Kith keeps.
    private final Set<LocalFile> kept = new LinkedHashSet<>();

    private boolean isOver;

    /// @param release says that nobody needs what Kith keeps
    public ChosenFiles(Consumer<LocalFile> release) {
        this.release = release;
    }

    /// In the order in which they were chosen. Read-only.
    public ObservableList<ChosenFile> all() {
        return shown;
    }

    /// Adds these, as far as they aren't there already.
    void add(List<ChosenFile> files) {
        var added = new LinkedHashSet<>(files);
        all.forEach(added::remove);
        if (!isOver && !added.isEmpty()) {
            all.addAll(added);
        }
    }

    /// Adds one that Kith keeps for this.
    void addKept(ChosenFile.Usable file) {
        kept.add(file.file());
        if (isOver) {
            release(file);
        } else {
            all.add(file);
        }
    }

    /// Leaves these out.
    void remove(List<ChosenFile> files) {
        var gone = List.copyOf(files);
        all.removeAll(gone);
        gone.forEach(this::release);
    }

    /// Takes one out that is to be sent.
    ///
    /// @return puts it back
    Runnable take(ChosenFile.Usable file) {
        all.remove(file);
        return kept.remove(file.file()) ? () -> addKept(file) : () -> add(List.of(file));
    }

    /// The chat is gone: nothing is chosen for it any more.
    void end() {
        isOver = true;
        remove(all);
    }

    private void release(ChosenFile file) {
        if (file instanceof ChosenFile.Usable(var usable, _) && kept.remove(usable)) {
            release.accept(usable);
        }
    }
}
