package kith.ui.composer;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The list above the composer: what the letters before the caret could become, of whatever kind.
/// Where it is empty it isn't shown.
///
/// FX thread only.
public final class CompletionViewModel {

    /// As many lines as the list has room for.
    static final int MOST = 8;

    private final List<CompletionSource> sources;
    private final Consumer<Edit> edit;
    private final ObservableList<Suggestion> rows = FXCollections.observableArrayList();
    private final ObservableList<Suggestion> shown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private int start;
    private int end;

    /// Where the letters begin for which the user closed the list; −1 for none.
    private int dismissed = -1;

    /// @param sources the first that knows the letters is asked alone
    /// @param edit puts what was chosen in place of the letters
    CompletionViewModel(List<CompletionSource> sources, Consumer<Edit> edit) {
        this.sources = sources;
        this.edit = edit;
    }

    /// What can be chosen, the best first. Read-only.
    public ObservableList<Suggestion> rows() {
        return shown;
    }

    /// Which of [#rows] Enter takes.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return !rows.isEmpty();
    }

    /// Selects the one above, behind the first the last.
    public void previous() {
        move(-1);
    }

    /// Selects the one below, behind the last the first.
    public void next() {
        move(1);
    }

    /// Takes the selected one.
    public void take() {
        take(selected.get());
    }

    /// Takes one of [#rows].
    public void take(int index) {
        var insertion = rows.get(index).insertion();
        var change = new Edit(start, end, insertion);
        close();
        edit.accept(change);
    }

    /// Closes the list until the user begins other letters.
    public void dismiss() {
        if (isOpen()) {
            dismissed = start;
            hide();
        }
    }

    /// The user has typed.
    void look(String text, int caret) {
        var found =
                sources.stream()
                        .map(source -> source.at(text, caret))
                        .flatMap(Optional::stream)
                        .findFirst();
        found.filter(completion -> completion.start() != dismissed)
                .ifPresentOrElse(this::open, this::hide);
        if (found.isEmpty()) {
            dismissed = -1;
        }
    }

    /// The user asks for what the letters could become; where that is one thing alone, it is taken.
    ///
    /// @return whether there is any
    boolean ask(String text, int caret) {
        var found =
                sources.stream()
                        .map(source -> source.atTab(text, caret))
                        .flatMap(Optional::stream)
                        .findFirst();
        found.ifPresent(this::open);
        if (rows.size() == 1) {
            take();
        }
        return found.isPresent();
    }

    /// What was written is another text now.
    void close() {
        dismissed = -1;
        hide();
    }

    /// Shows these; the same ones stay as they are, with the one that is selected.
    void open(Completion completion) {
        start = completion.start();
        end = completion.end();
        if (!rows.equals(completion.suggestions())) {
            selected.set(0);
            rows.setAll(completion.suggestions());
        }
    }

    private void hide() {
        rows.clear();
    }

    private void move(int by) {
        if (isOpen()) {
            selected.set(Math.floorMod(selected.get() + by, rows.size()));
        }
    }
}
