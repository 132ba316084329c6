package kith.ui.widget.emoji;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.ui.widget.EmojiNames.Named;
import kith.ui.widget.emoji.EmojiRow.Head;
import kith.ui.widget.emoji.EmojiRow.Line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Emoji to choose from: what was chosen lately and all others in their sections, or what some
/// words find. One of them is selected, if there is one.
///
/// What was chosen lately stays as it was when the picker opened, or the others would move from
/// under the pointer. FX thread only.
final class EmojiPickerViewModel {

    /// How many stand beside each other.
    static final int COLUMNS = 8;

    private final EmojiHabits habits;
    private final Consumer<String> choose;
    private final List<Named> recent;
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyObjectWrapper<EmojiTone> tone;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private final ObservableList<EmojiRow> rows = FXCollections.observableArrayList();
    private final ObservableList<EmojiRow> shown = FXCollections.unmodifiableObservableList(rows);

    /// What is in the lines, one after the other.
    private final List<Named> cells = new ArrayList<>();

    /// @param choose is told each emoji that is chosen
    EmojiPickerViewModel(EmojiHabits habits, Consumer<String> choose) {
        this.habits = habits;
        this.choose = choose;
        recent = habits.recent().stream().map(EmojiCatalog::named).toList();
        tone = new ReadOnlyObjectWrapper<>(this, "tone", habits.tone());
        words.subscribe(this::search);
        tone.subscribe((_, _) -> arrange());
        arrange();
    }

    /// What is looked for; blank for all.
    StringProperty wordsProperty() {
        return words;
    }

    /// The lines, from top to bottom. Read-only.
    ObservableList<EmojiRow> rows() {
        return shown;
    }

    /// Which cell is selected, from 0.
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What is selected; empty where nothing was found.
    Optional<Named> selected() {
        return selected.get() < cells.size()
                ? Optional.of(cells.get(selected.get()))
                : Optional.empty();
    }

    /// The skin tone of those that can have one.
    ReadOnlyObjectProperty<EmojiTone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    void setTone(EmojiTone newTone) {
        habits.setTone(newTone);
        tone.set(newTone);
    }

    /// The sections there are while nothing is looked for.
    List<EmojiSection> sections() {
        return List.of(EmojiSection.values())
                .subList(recent.isEmpty() ? 1 : 0, EmojiSection.values().length);
    }

    /// Shows all again, and selects the first of a section.
    void goTo(EmojiSection section) {
        words.set("");
        int head = rowOf(section);
        if (head >= 0 && rows.get(head + 1) instanceof Line line) {
            selected.set(line.first());
        }
    }

    /// The row with the name of a section; −1 where it isn't there.
    int rowOf(EmojiSection section) {
        return rows.indexOf(new Head(section));
    }

    /// The section that a row belongs to; empty while something is looked for.
    Optional<EmojiSection> sectionAt(int row) {
        for (int at = Math.min(row, rows.size() - 1); at >= 0; at--) {
            if (rows.get(at) instanceof Head(var section)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /// The row of the selected cell; −1 for none.
    int selectedRow() {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at) instanceof Line line
                    && selected.get() >= line.first()
                    && selected.get() < line.first() + line.emoji().size()) {
                return at;
            }
        }
        return -1;
    }

    /// Selects a cell.
    void select(int cell) {
        selected.set(Math.clamp(cell, 0, Math.max(0, cells.size() - 1)));
    }

    /// Goes on by some cells, negative for back, over the ends of lines.
    void step(int by) {
        select(selected.get() + by);
    }

    /// Goes down by some lines, negative for up, as near to the same column as there is one.
    void move(int lines) {
        int row = selectedRow();
        if (row < 0 || !(rows.get(row) instanceof Line from)) {
            return;
        }
        int column = selected.get() - from.first();
        var to = from;
        int left = Math.abs(lines);
        for (int at = row; left > 0 && at >= 0 && at < rows.size(); ) {
            at += Integer.signum(lines);
            if (at >= 0 && at < rows.size() && rows.get(at) instanceof Line line) {
                to = line;
                left--;
            }
        }
        select(to.first() + Math.min(column, to.emoji().size() - 1));
    }

    /// Chooses what is selected.
    ///
    /// @return whether there is anything
    boolean choose() {
        var chosen = selected();
        chosen.ifPresent(
                each -> {
                    habits.used(each.emoji());
                    choose.accept(each.emoji());
                });
        return chosen.isPresent();
    }

    private void search() {
        arrange();
        select(0);
    }

    private void arrange() {
        cells.clear();
        var arranged = new ArrayList<EmojiRow>();
        if (!words.get().isBlank()) {
            addLines(arranged, inTone(EmojiCatalog.find(words.get())));
        } else {
            for (var section : sections()) {
                arranged.add(new Head(section));
                addLines(
                        arranged,
                        section == EmojiSection.RECENT ? recent : inTone(EmojiCatalog.of(section)));
            }
        }
        rows.setAll(arranged);
    }

    private void addLines(List<EmojiRow> to, List<Named> emoji) {
        for (int from = 0; from < emoji.size(); from += COLUMNS) {
            var line = List.copyOf(emoji.subList(from, Math.min(from + COLUMNS, emoji.size())));
            to.add(new Line(cells.size(), line));
            cells.addAll(line);
        }
    }

    private List<Named> inTone(List<Named> emoji) {
        return emoji.stream()
                .map(each -> new Named(tone.get().of(each.emoji()), each.name()))
                .toList();
    }
}
