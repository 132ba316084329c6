package kith.ui.composer;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;

import kith.model.TextRange;

import java.util.Arrays;

/// A text area that shows emoji as pictures.
///
/// Its own text has signs in place of emoji ([EmojiSigns]), over which pictures are laid: so caret,
/// selection, undo, input methods and lines that wrap are those of any text area. What was written
/// is [#wordsProperty], and places in it are given as `char`s of that; the clipboard and screen
/// readers are given the same. A place inside of an emoji counts as its end.
class EmojiTextArea extends TextArea {

    private final EmojiSigns signs = new EmojiSigns();
    private final SignFilter filter = new SignFilter(signs);
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper(this, "caret");
    private final SignPictures pictures = new SignPictures(this);
    private ShownText content = ShownText.of("", signs);
    private String prompt = "";

    EmojiTextArea() {
        setTextFormatter(new TextFormatter<>(filter));
        addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> filter.setComposing(!event.getComposed().isEmpty()));
        textProperty().subscribe(this::shownChanged);
        words.subscribe(this::wordsChanged);
        selectionProperty().subscribe(() -> caret.set(content.toWritten(clamped())));
        getChildren().add(pictures);
        skinProperty().subscribe(() -> pictures.toFront());
    }

    /// What is written.
    final StringProperty wordsProperty() {
        return words;
    }

    /// How many `char`s of what is written are before the caret. Told after what is written.
    final ReadOnlyIntegerProperty caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /// Puts the caret behind so many `char`s of what is written.
    final void placeCaret(int place) {
        if (place != content.toWritten(clamped())) { // what is selected stays so
            positionCaret(content.toShown(Math.clamp(place, 0, words.get().length())));
        }
    }

    /// Puts another text in place of a part of what is written.
    final void replaceWords(int start, int end, String text) {
        replaceText(content.toShown(start), content.toShown(end), text);
    }

    /// The part of what is written that is selected; empty, at the caret, where none is.
    final TextRange selectedWords() {
        var shown = getSelection();
        return new TextRange(
                content.toWritten(Math.min(shown.getStart(), getLength())),
                content.toWritten(Math.min(shown.getEnd(), getLength())));
    }

    /// Selects a part of what is written, the caret behind it.
    final void selectWords(TextRange range) {
        selectRange(content.toShown(range.start()), content.toShown(range.end()));
    }

    /// Says in the empty field what is written here.
    final void setPrompt(String newPrompt) {
        prompt = newPrompt;
        setPromptText(signs.shown(newPrompt));
    }

    final String prompt() {
        return prompt;
    }

    /// What is written, and the text with signs that stands for it.
    final ShownText content() {
        return content;
    }

    final EmojiSigns signs() {
        return signs;
    }

    @Override
    public void copy() {
        var selected = signs.written(getSelectedText());
        if (!selected.isEmpty()) {
            var clip = new ClipboardContent();
            clip.putString(selected);
            Clipboard.getSystemClipboard().setContent(clip);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT ->
                    super.queryAccessibleAttribute(attribute) instanceof String text
                            ? spoken(text)
                            : "";
            case SELECTION_START,
                    SELECTION_END,
                    CARET_OFFSET,
                    OFFSET_AT_POINT,
                    LINE_START,
                    LINE_END ->
                    super.queryAccessibleAttribute(attribute, parameters) instanceof Integer place
                            ? content.toWritten(place)
                            : 0;
            case LINE_FOR_OFFSET, BOUNDS_FOR_RANGE ->
                    super.queryAccessibleAttribute(attribute, shown(parameters));
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        boolean isSelection = action == AccessibleAction.SET_TEXT_SELECTION;
        super.executeAccessibleAction(action, isSelection ? shown(parameters) : parameters);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        pictures.resizeRelocate(0, 0, getWidth(), getHeight());
        pictures.requestLayout();
    }

    private String spoken(String text) {
        return text.equals(getAccessibleText()) ? text : signs.written(text);
    }

    private Object[] shown(Object... places) {
        return Arrays.stream(places)
                .map(each -> each instanceof Integer place ? content.toShown(place) : each)
                .toArray();
    }

    private void shownChanged() {
        content = ShownText.of(getText(), signs);
        words.set(content.written());
    }

    /// The control leaves out characters that aren't for texts.
    private void wordsChanged() {
        if (!words.get().equals(content.written())) {
            setText(words.get());
            words.set(content.written());
        }
    }

    /// While a text takes the place of a longer one, the caret may be behind its end.
    private int clamped() {
        return Math.min(getCaretPosition(), getLength());
    }
}
