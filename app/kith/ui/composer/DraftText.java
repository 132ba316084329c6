package kith.ui.composer;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Subscription;

import java.util.Optional;

/// What is written to one chat and not sent, and where the caret is in it. It takes what comes back
/// from elsewhere, also while it is laid aside for something else. FX thread only.
final class DraftText implements AutoCloseable {

    private final DraftCommands commands;
    private final Runnable replaced;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final IntegerProperty caret = new SimpleIntegerProperty(this, "caret");

    /// What came back and stands at the beginning.
    private String returned = "";

    /// What is written, while something else has its place.
    private Optional<String> aside = Optional.empty();

    private Subscription opened = () -> {};

    /// Whether it changes by other hands than the user's.
    private boolean isGiven;

    private boolean isClosed;

    /// @param replaced is told of each change by other hands than the user's, after it
    DraftText(DraftCommands commands, Runnable replaced) {
        this.commands = commands;
        this.replaced = replaced;
    }

    StringProperty textProperty() {
        return text;
    }

    /// How many `char`s are before the caret.
    IntegerProperty caretProperty() {
        return caret;
    }

    String get() {
        return text.get();
    }

    /// Where the caret is; never outside of the text, which the property may be for a moment.
    int at() {
        return Math.clamp(caret.get(), 0, text.get().length());
    }

    /// Whether the change that is going on is by other hands than the user's.
    boolean isGiven() {
        return isGiven;
    }

    /// Begins to keep it, with what is there already.
    void open() {
        opened = commands.open().apply(this::give);
    }

    /// Keeps what is written now.
    void keep(String now) {
        commands.write().accept(now);
    }

    /// Stores it: the user turns to something else.
    void settle() {
        commands.settle().run();
    }

    /// Changes a part of it.
    void apply(Edit change) {
        text.set(change.applied(text.get()));
        caret.set(change.start() + change.text().length());
    }

    /// Puts another text in its place. Nobody is typing meanwhile.
    void replace(String now) {
        isGiven = true;
        text.set(now);
        isGiven = false;
        replaced.run();
    }

    /// As [#replace], with the caret behind it.
    void takeUp(String now) {
        replace(now);
        caret.set(now.length());
    }

    /// What is written gives its place to something else, which is no draft; one that has it gives
    /// way.
    void layAside(String other) {
        aside = aside.or(() -> Optional.of(text.get()));
        replace(other);
    }

    /// What is written has its place again.
    void takeBack() {
        var own = aside.orElse("");
        aside = Optional.empty();
        takeUp(own);
    }

    /// It is being sent, and what came back with it.
    void empty() {
        returned = "";
        replace("");
    }

    /// Takes back what could not be sent; where it is closed, whoever keeps it does.
    void giveBack(String unsent) {
        if (!give(unsent)) {
            commands.giveBack().accept(unsent);
        }
    }

    /// As [#giveBack], but only where nothing else is written. Before other words it would mean
    /// something else.
    void giveBackAlone(String unsent) {
        if (!isClosed && aside.orElseGet(text::get).isBlank()) {
            give(unsent);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        opened.close();
    }

    /// Takes a text that the user wrote earlier; they may have begun another meanwhile, and another
    /// may have come back before.
    ///
    /// @return whether it did
    private boolean give(String earlier) {
        if (isClosed) {
            return false;
        }
        var now = aside.orElseGet(text::get);
        var before = now.startsWith(returned) ? returned : "";
        var own = now.substring(before.length()).stripLeading();
        returned = before.isEmpty() ? earlier : before + "\n" + earlier;
        var both = own.isBlank() ? returned : returned + "\n" + own;
        if (aside.isPresent()) {
            aside = Optional.of(both);
        } else {
            takeUp(both);
        }
        keep(both);
        return true;
    }
}
