package kith.ui.composer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.keys.FixedKey;
import kith.ui.keys.KeyPress;
import kith.ui.keys.KeyWords;
import kith.ui.text.OneLine;
import kith.ui.text.StyleToggle;
import kith.ui.text.StyledSpan.Style;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.emoji.EmojiHabits;

import java.util.Optional;
import java.util.function.Predicate;

/// The field to write in, with the button that sends; or, where the user may not write, a sentence
/// that says so.
///
/// Enter sends, or Ctrl+Enter where the user wants that; every other Enter breaks the line. Up in
/// the empty field takes up the last message of ours to be changed, Escape leaves that as it was,
/// and answers none. While an input method composes, Enter belongs to it. Pasted files and pictures
/// are to be sent as files.
public final class ComposerView extends StackPane {

    private static final PseudoClass PRIVATE = PseudoClass.getPseudoClass("private");

    /// Between the list of completions and the frame, in px.
    private static final double POPUP_GAP = 4;

    private final ComposerViewModel model;
    private final Texts texts;
    private final GrowingTextArea field = new GrowingTextArea();
    private final MessageBar editBar;
    private final MessageBar replyBar;
    private final MessageBar privateBar;
    private final VBox box;
    private final EmojiInsertion emoji;
    private final CompletionPopup popup;
    private final Attaching attaching;
    private final VBox frame;
    private final Label closed = new Label();
    private Runnable sent = () -> {};
    private Optional<Runnable> up = Optional.empty();
    private Predicate<KeyEvent> pages = _ -> false;
    private boolean isComposing;

    public ComposerView(ComposerViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        editBar =
                bar(
                        Icon.PENCIL_OUTLINE,
                        "edit",
                        texts.say("composer.edit.cancel"),
                        model::cancelEdit);
        replyBar =
                bar(
                        Icon.REPLY_OUTLINE,
                        "reply",
                        texts.say("composer.reply.cancel"),
                        model::cancelReply);
        privateBar =
                bar(
                        Icon.EYE_OFF_OUTLINE,
                        "private",
                        texts.say("composer.private.cancel"),
                        model::cancelWhisper);
        var send = new IconButton(Icon.SEND, texts.say("composer.send"));
        send.getStyleClass().add("send");
        var words = new KeyWords(texts);
        model.sendKeyProperty()
                .subscribe(key -> send.withShortcut(words.line(FixedKey.SEND.stroke(key))));
        send.setFocusTraversable(false); // a key does the same
        send.setOnAction(event -> send());
        send.visibleProperty().bind(model.canSendBinding());

        field.wordsProperty().bindBidirectional(model.draftProperty());
        field.end();
        field.caretProperty().subscribe(at -> model.caretProperty().set(at.intValue()));
        model.caretProperty().subscribe(at -> field.placeCaret(at.intValue()));
        field.focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (!is) {
                                model.completion().dismiss();
                                model.leave();
                            }
                        });
        model.onEdit(edit -> field.replaceWords(edit.start(), edit.end(), edit.text()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
        field.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> isComposing = !event.getComposed().isEmpty());
        HBox.setHgrow(field, Priority.ALWAYS);

        emoji = new EmojiInsertion(this, field, texts);
        attaching = new Attaching(model.files(), texts);
        var line = new HBox(field, emoji.button(), send);
        if (model.files().isOffered()) {
            line.getChildren().addFirst(attaching.button());
        }
        line.getStyleClass().add("composer-line");
        var fileBar = new FileBar(model.files(), texts, this::chooseFiles);
        box = new VBox(replyBar, editBar, privateBar, fileBar, line);
        box.getStyleClass().add("composer-box");
        model.editingProperty().subscribe(this::showAbout);
        model.answeringProperty().subscribe(this::showAbout);
        model.whisperProperty().subscribe(this::showAbout);
        model.onBegin(field::requestFocus);
        closed.getStyleClass().add("composer-closed");
        closed.setWrapText(true);
        getStyleClass().add("composer");
        popup = new CompletionPopup(model.completion(), texts);
        var complaint = new ComplaintLine(model, texts);
        var menu = new FieldMenu(field, model.spelling(), texts);
        field.accessibleHelpProperty()
                .bind(
                        Bindings.when(popup.spokenProperty().isNotEmpty())
                                .then(popup.spokenProperty())
                                .otherwise(
                                        Bindings.when(complaint.textProperty().isNotEmpty())
                                                .then(complaint.textProperty())
                                                .otherwise(menu.spokenProperty())));
        frame = new VBox(complaint, box);
        box.visibleProperty().bind(frame.visibleProperty());
        getChildren().addAll(frame, closed, popup);
        model.accessProperty().subscribe(this::show);
    }

    /// Says in the empty field what is written here, and whether it will be encrypted.
    public void setPrompt(String prompt) {
        field.setPrompt(prompt);
        showAbout();
    }

    /// The most the field may grow to; bound to a part of the page's height.
    public DoubleProperty mostHeightProperty() {
        return field.mostHeightProperty();
    }

    /// Says what is done once a new message was sent.
    public void onSent(Runnable sent) {
        this.sent = sent;
    }

    /// Says what the Up key does while nothing is written.
    public void onUp(Runnable change) {
        up = Optional.of(change);
    }

    /// Says what goes through the messages by keys that are pressed here: told each that might,
    /// tells whether it was one. Ctrl+Home and Ctrl+End only once the caret is there.
    public void onPageKey(Predicate<KeyEvent> newPages) {
        pages = newPages;
    }

    /// Puts the caret where the user writes on.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    /// Says which emoji the user likes to choose.
    public void setEmojiHabits(EmojiHabits habits) {
        emoji.setHabits(habits);
    }

    /// Opens the emoji to write, where something may be written.
    public void pickEmoji() {
        if (model.accessProperty().get() == Access.OPEN) {
            emoji.open();
        }
    }

    /// Turns a style of the words that are selected, or of the word at the caret, on or off; does
    /// nothing where the user isn't writing. Undone in one step.
    public void style(Style style) {
        if (field.isFocused() && !isComposing) {
            StyleToggle.of(field.wordsProperty().get(), field.selectedWords(), style)
                    .ifPresent(this::apply);
        }
    }

    private void apply(StyleToggle.Change change) {
        field.replaceWords(change.range().start(), change.range().end(), change.text());
        field.selectWords(change.selected());
    }

    /// Says what has the user choose files.
    public void setFilePicker(FilePicker picker) {
        attaching.setPicker(picker);
    }

    /// Has the user choose files to send, where something may be written.
    public void chooseFiles() {
        if (model.accessProperty().get() == Access.OPEN) {
            attaching.choose();
            field.requestFocus();
        }
    }

    /// Chooses a picture that is in no file.
    ///
    /// @return whether there is one in it
    public boolean attach(Image picture) {
        return attaching.paste(Optional.of(picture));
    }

    /// Takes up a key that was typed elsewhere on the page.
    public void type(String character) {
        if (model.accessProperty().get() == Access.OPEN) {
            field.requestFocus();
            field.insertText(field.getCaretPosition(), character);
        }
    }

    /// The list stands over what is above the composer, at the start side of its frame.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = Math.min(popup.prefWidth(-1), frame.getWidth());
        double height = popup.prefHeight(width);
        popup.resizeRelocate(
                frame.getLayoutX(),
                snapPositionY(frame.getLayoutY() - height - POPUP_GAP),
                snapSizeX(width),
                height);
    }

    private void show(Access access) {
        boolean isOpen = access == Access.OPEN;
        frame.setVisible(isOpen);
        frame.setManaged(isOpen);
        closed.setVisible(!isOpen);
        closed.setManaged(!isOpen);
        closed.setText(
                switch (access) {
                    case OPEN -> "";
                    case NOT_IN_ROOM -> texts.say("composer.closed.notInRoom");
                    case VISITOR -> texts.say("composer.closed.visitor");
                });
    }

    /// Where old words are changed the reader stays where they are.
    private void send() {
        boolean isNew = model.editingProperty().get().isEmpty();
        model.send();
        if (isNew && field.getText().isEmpty()) { // else it could not be done
            sent.run();
        }
    }

    private void keyTyped(KeyEvent event) {
        boolean isColon = event.getCharacter().equals(":");
        if (isColon && !isComposing && field.getSelection().getLength() == 0 && model.closeName()) {
            event.consume();
        }
    }

    private MessageBar bar(Icon icon, String kind, String leaving, Runnable leave) {
        var bar = new MessageBar(icon, leaving, texts.say("composer.about.cancel.shortcut"), leave);
        bar.getStyleClass().add(kind + "-bar");
        return bar;
    }

    /// Says which message what is written is about, in a bar and, for who doesn't see that, as the
    /// name of the field. While one is being changed, what is answered is laid aside.
    private void showAbout() {
        editBar.hide();
        replyBar.hide();
        privateBar.hide();
        var whisper = model.whisperProperty().get();
        box.pseudoClassStateChanged(PRIVATE, whisper.isPresent());
        var edited = model.editingProperty().get();
        var answered = model.answeringProperty().get();
        if (edited.isPresent()) {
            var title = texts.say("composer.edit.title");
            editBar.show(title, edited.get().words());
            field.setAccessibleText(title);
        } else if (whisper.isPresent()) {
            var title = texts.say("composer.private.title", OneLine.of(whisper.get().nick()));
            privateBar.show(title, standing(whisper.get()));
            field.setAccessibleText(title);
        } else if (answered.isPresent()) {
            var title = title(answered.get());
            replyBar.show(title, answered.get().words());
            field.setAccessibleText(title);
        } else {
            field.setAccessibleText(field.prompt());
        }
    }

    private String standing(Whisper whisper) {
        return switch (whisper.standing()) {
            case THERE -> texts.say("composer.private.there");
            case GONE -> texts.say("composer.private.gone");
            case SOMEBODY_ELSE -> texts.say("composer.private.else");
            case ONESELF -> texts.say("composer.private.oneself");
        };
    }

    private String title(Answering answered) {
        return answered.author()
                .map(author -> texts.say("composer.reply.title", OneLine.of(author)))
                .orElseGet(() -> texts.say("composer.reply.own"));
    }

    private void keyPressed(KeyEvent event) {
        if (isComposing) {
            return;
        }
        if (popup.keyPressed(event)) {
            event.consume();
        } else if (Attaching.isPaste(event) && attaching.paste()) {
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && isPlain(event) && model.complete()) {
            event.consume();
        } else if (event.getCode() == KeyCode.UP && isPlain(event) && field.getText().isEmpty()) {
            up.ifPresent(Runnable::run);
            event.consume(); // there is nowhere to go
        } else if (event.getCode() == KeyCode.ENTER) {
            enterPressed(event);
        } else if (event.getCode() == KeyCode.ESCAPE && leaveMessage()) {
            event.consume();
        } else if (!isInWords(event) && pages.test(event)) {
            event.consume();
        }
    }

    /// Whether the caret has still somewhere to go in what is written: to its beginning, or its
    /// end.
    private boolean isInWords(KeyEvent event) {
        boolean isSelected = field.getSelection().getLength() > 0;
        return switch (event.getCode()) {
            case HOME -> isSelected || field.getCaretPosition() > 0;
            case END -> isSelected || field.getCaretPosition() < field.getLength();
            default -> false;
        };
    }

    /// What was begun last goes first: the change, the files, to whom it goes, the answer.
    ///
    /// @return whether there was anything to leave
    private boolean leaveMessage() {
        if (model.editingProperty().get().isPresent()) {
            model.cancelEdit();
            return true;
        }
        if (model.files().drop()) {
            return true;
        }
        if (model.whisperProperty().get().isPresent()) {
            model.cancelWhisper();
            return true;
        }
        boolean isAnswering = model.answeringProperty().get().isPresent();
        model.cancelReply();
        return isAnswering;
    }

    static boolean isPlain(KeyEvent event) {
        return !event.isShiftDown()
                && !event.isAltDown()
                && !event.isControlDown()
                && !event.isMetaDown();
    }

    private void enterPressed(KeyEvent event) {
        var sends = FixedKey.SEND.stroke(model.sendKeyProperty().get());
        if (KeyPress.of(event).filter(sends::equals).isPresent()) {
            send();
        } else {
            field.replaceSelection("\n");
        }
        event.consume();
    }
}
