package kith.ui.composer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Spelling;
import kith.model.TextRange;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Which words of what is written are misspelt, and what can be done about one.
///
/// The word that is being typed isn't shown before the caret has left it. One text is checked at a
/// time, elsewhere; when it is another by then, what came of it is dropped and the newest is
/// checked. Until then the marks move with their words. With another dictionary all begins anew.
///
/// FX thread only. [#close] with the composer.
public final class SpellingViewModel implements AutoCloseable {

    private final SpellingCommands commands;
    private final Consumer<Edit> edit;
    private final Lane fx;
    private final Subscription states;
    private final ReadOnlyObjectWrapper<Spelling> state =
            new ReadOnlyObjectWrapper<>(this, "state", Spelling.NONE);
    private final ReadOnlyObjectWrapper<List<TextRange>> marks =
            new ReadOnlyObjectWrapper<>(this, "marks", List.of());
    private final ReadOnlyObjectWrapper<Optional<Misspelling>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private List<TextRange> found = List.of();
    private String text = "";
    private int caret;

    /// Whether the word at the caret is being typed.
    private boolean isTyping;

    /// Whether the caret moves next because something was typed.
    private boolean caretFollows;

    /// Counts what what is asked depends on: by which dictionary. An answer of an earlier one is
    /// dropped, and not waited for.
    private int setting;

    /// Counts the wishes for suggestions, and what makes them void.
    private int wish;

    private boolean isAsking;
    private boolean isStale;
    private boolean isClosed;

    /// @param edit makes a change that the user can undo
    SpellingViewModel(SpellingCommands commands, Consumer<Edit> edit, Lane fx) {
        this.commands = commands;
        this.edit = edit;
        this.fx = fx;
        states = commands.state().watch(fx, this::stateChanged);
    }

    /// How the chat is checked.
    public ReadOnlyObjectProperty<Spelling> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The words that are shown to be misspelt, in order.
    public ReadOnlyObjectProperty<List<TextRange>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// The one of them that the caret is in.
    public ReadOnlyObjectProperty<Optional<Misspelling>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The misspelt word at a place, also one that is being typed.
    ///
    /// @param place how many `char`s are before it
    public Optional<Misspelling> at(int place) {
        return touched(found, place).map(range -> Misspelling.of(range, text));
    }

    /// The misspelt word of which a `char` is a part.
    ///
    /// @param index of the `char`
    public Optional<Misspelling> over(int index) {
        return found.stream()
                .filter(range -> range.start() <= index && index < range.end())
                .map(range -> Misspelling.of(range, text))
                .findFirst();
    }

    /// The word at a place, if the user has added it.
    ///
    /// @param place how many `char`s are before it
    public Optional<Misspelling> own(int place) {
        var word = Misspelling.of(WordEdges.around(text, place), text);
        return kept(word).map(_ -> word);
    }

    /// Where the user can put dictionaries.
    public String folder() {
        return commands.folder();
    }

    /// Asks what may have been meant by a word.
    ///
    /// @param then is told, unless by then another word was asked about, or the text, the caret or
    ///   what the user turns to has changed; nothing where nobody knows
    public void suggest(Misspelling misspelling, Consumer<List<String>> then) {
        wish++;
        int asked = wish;
        commands.suggest()
                .apply(misspelling.word())
                .whenCompleteAsync(
                        (words, failure) -> {
                            if (!isClosed && asked == wish && misspelling.isIn(text)) {
                                then.accept(failure == null ? words : List.of());
                            }
                        },
                        fx);
    }

    /// Puts another word in the place of one, if that still stands there.
    public void replace(Misspelling misspelling, String word) {
        var range = misspelling.range();
        if (misspelling.isIn(text)) {
            edit.accept(new Edit(range.start(), range.end(), word));
        }
    }

    /// From now on the word is right.
    public void add(Misspelling misspelling) {
        commands.add().accept(misspelling.word());
    }

    /// A word that the user has added is their own no longer.
    public void remove(Misspelling own) {
        kept(own).ifPresent(commands.remove());
    }

    /// The word is right as long as Kith runs.
    public void ignore(Misspelling misspelling) {
        commands.ignore().accept(misspelling.word());
    }

    /// Checks by another dictionary in this chat, or not at all.
    public void choose(Optional<String> dictionary) {
        commands.choose().accept(dictionary);
    }

    /// Looks which dictionaries there are now.
    public void lookAgain() {
        commands.lookAgain().run();
    }

    @Override
    public void close() {
        isClosed = true;
        states.close();
    }

    /// What is written is another text now.
    ///
    /// @param isTyped whether the user changes it, with the caret where they do
    void changed(String now, boolean isTyped) {
        wish++;
        caretFollows = isTyped && !TypedPlace.leavesCaret(text, now, caret);
        found = MovedRanges.of(found, text, now);
        text = now;
        isTyping = isTyped;
        show();
        check();
    }

    /// The caret is elsewhere now.
    void moved(int now) {
        wish++;
        boolean isInWord = isTyping && (caretFollows || isOneWord(caret, now));
        caretFollows = false;
        caret = now;
        isTyping = isInWord;
        show();
    }

    /// The user turns to something else.
    void left() {
        wish++;
        isTyping = false;
        show();
    }

    private void stateChanged(Spelling newest) {
        boolean isOther = !newest.dictionary().equals(state.get().dictionary());
        state.set(newest);
        if (isOther || !newest.isOn()) {
            beginAnew();
        }
        check();
    }

    private void beginAnew() {
        setting++;
        isAsking = false;
        isStale = false;
        found = List.of();
        show();
    }

    private void check() {
        if (isAsking) {
            isStale = true;
        } else if (state.get().isOn() && !text.isBlank()) {
            isAsking = true;
            var asked = text;
            int by = setting;
            commands.misspelt()
                    .apply(asked)
                    .whenCompleteAsync(
                            (ranges, failure) -> {
                                if (by == setting && !isClosed) {
                                    checked(asked, ranges, failure);
                                }
                            },
                            fx);
        }
    }

    private void checked(
            String asked, @Nullable List<TextRange> ranges, @Nullable Throwable failure) {
        boolean isNewest = !isStale && asked.equals(text) && state.get().isOn();
        isAsking = false;
        isStale = false;
        if (isNewest) {
            found = ranges == null || failure != null ? List.of() : ranges;
            show();
        } else {
            check();
        }
    }

    /// As which it was added: words that are written small may begin a sentence.
    private Optional<String> kept(Misspelling word) {
        return Stream.of(word.word(), word.word().toLowerCase(Locale.ROOT))
                .filter(state.get().own()::contains)
                .findFirst();
    }

    private void show() {
        var shown = isTyping ? found.stream().filter(range -> !isTypedIn(range)).toList() : found;
        if (!shown.equals(marks.get())) {
            marks.set(shown);
        }
        current.set(touched(shown, caret).map(range -> Misspelling.of(range, text)));
    }

    /// Before a word something else is typed.
    private boolean isTypedIn(TextRange range) {
        return range.start() < caret && caret <= range.end();
    }

    private boolean isOneWord(int before, int now) {
        int from = Math.clamp(Math.min(before, now), 0, text.length());
        int to = Math.clamp(Math.max(before, now), 0, text.length());
        return text.substring(from, to).chars().noneMatch(Character::isWhitespace);
    }

    private static Optional<TextRange> touched(List<TextRange> ranges, int place) {
        return ranges.stream().filter(range -> touches(range, place)).findFirst();
    }

    private static boolean touches(TextRange range, int place) {
        return range.start() <= place && place <= range.end();
    }
}
