package kith.ui.composer;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import kith.ui.text.OneLine;
import kith.ui.text.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The menu of the field: what a misspelt word may have meant, what every field can do, and the
/// language to check by. It opens under the pointer, or at the caret for the keyboard.
final class FieldMenu {

    private final GrowingTextArea field;
    private final SpellingViewModel model;
    private final Texts texts;
    private final LanguageMenu languages;
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper(this, "spoken", "");
    private Optional<ContextMenu> open = Optional.empty();

    /// Whether what the pointer did last was done by a finger.
    private boolean isTouched;

    FieldMenu(GrowingTextArea field, SpellingViewModel model, Texts texts) {
        this.field = field;
        this.model = model;
        this.texts = texts;
        languages = new LanguageMenu(model, texts);
        field.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        field.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isTouched = event.isSynthesized());
        field.textProperty().subscribe(this::close);
        field.caretPositionProperty().subscribe(this::close);
        field.focusedProperty()
                .subscribe(
                        is -> {
                            if (!is) {
                                close();
                            }
                        });
        model.marksProperty().subscribe(field::underline);
        spoken.bind(model.currentProperty().map(it -> it.map(this::spoken).orElse("")));
    }

    /// What a screen reader says of the misspelt word that the caret is in; empty where it is in
    /// none.
    ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    private String spoken(Misspelling misspelling) {
        return texts.say("composer.spelling.spoken", OneLine.of(misspelling.word()));
    }

    private void requested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            openAtCaret();
        } else {
            openUnderPointer(event);
        }
        event.consume();
    }

    private void openUnderPointer(ContextMenuEvent event) {
        double x = event.getSceneX();
        double y = event.getSceneY();
        if (isTouched) {
            placeCaret(x, y);
        }
        var index = field.charAt(x, y);
        var word = index.flatMap(model::over).filter(it -> field.isOver(it.range(), x, y));
        var own = index.flatMap(model::own).filter(it -> field.isOver(it.range(), x, y));
        open(word, own, new Point2D(event.getScreenX(), event.getScreenY()));
    }

    /// A finger has no other way to say where to paste; what is selected stays so.
    private void placeCaret(double sceneX, double sceneY) {
        if (field.getSelection().getLength() == 0 && field.getSkin() instanceof TextAreaSkin skin) {
            var at = field.sceneToLocal(sceneX, sceneY);
            skin.positionCaret(skin.getIndex(at.getX(), at.getY()), false);
        }
    }

    /// Not every system makes a request of these keys.
    private void keyPressed(KeyEvent event) {
        boolean isShiftF10 =
                event.getCode() == KeyCode.F10
                        && event.isShiftDown()
                        && !event.isControlDown()
                        && !event.isAltDown();
        if (isShiftF10 || event.getCode() == KeyCode.CONTEXT_MENU) {
            openAtCaret();
            event.consume();
        }
    }

    private void openAtCaret() {
        boolean isOpen = open.filter(ContextMenu::isShowing).isPresent();
        if (!isOpen && field.getSkin() instanceof TextAreaSkin skin) { // the key says it twice
            Bounds caret = field.localToScreen(skin.getCaretBounds());
            var below = new Point2D(caret.getMinX(), caret.getMaxY());
            int at = field.caretProperty().get();
            open(model.at(at), model.own(at), below);
        }
    }

    private void open(Optional<Misspelling> word, Optional<Misspelling> own, Point2D at) {
        model.lookAgain();
        close();
        if (field.getScene() != null && field.getScene().getWindow() != null) {
            var menu = make(word, own);
            open = Optional.of(menu);
            menu.show(field, at.getX(), at.getY());
        }
    }

    /// What it is about is another now.
    private void close() {
        open.ifPresent(ContextMenu::hide);
        open = Optional.empty();
    }

    /// What may have been meant comes into it when it is known.
    ///
    /// @param word the misspelt one that it is about, if it is
    /// @param own the one of the user's own that it is about, if it is
    ContextMenu make(Optional<Misspelling> word, Optional<Misspelling> own) {
        var menu = new ContextMenu();
        word.ifPresent(it -> menu.getItems().addAll(corrections(it)));
        own.ifPresent(it -> menu.getItems().addAll(back(it)));
        menu.getItems().addAll(editing());
        menu.getItems().addAll(new SeparatorMenuItem(), languages.make());
        return menu;
    }

    private List<MenuItem> corrections(Misspelling misspelling) {
        var suggestions = new SuggestionItems(texts, word -> model.replace(misspelling, word));
        model.suggest(misspelling, suggestions::show);
        var items = new ArrayList<>(suggestions.items());
        items.add(new SeparatorMenuItem());
        items.add(item(texts.say("composer.spelling.add"), true, () -> model.add(misspelling)));
        items.add(
                item(texts.say("composer.spelling.ignore"), true, () -> model.ignore(misspelling)));
        items.add(new SeparatorMenuItem());
        return items;
    }

    private List<MenuItem> back(Misspelling own) {
        var remove = item(texts.say("composer.spelling.remove"), true, () -> model.remove(own));
        return List.of(remove, new SeparatorMenuItem());
    }

    private List<MenuItem> editing() {
        boolean hasSelection = field.getSelection().getLength() > 0;
        boolean hasText = field.getLength() > 0;
        boolean canPaste = Clipboard.getSystemClipboard().hasString();
        return List.of(
                item(texts.say("composer.menu.undo"), field.isUndoable(), field::undo),
                item(texts.say("composer.menu.redo"), field.isRedoable(), field::redo),
                new SeparatorMenuItem(),
                item(texts.say("composer.menu.cut"), hasSelection, field::cut),
                item(texts.say("composer.menu.copy"), hasSelection, field::copy),
                item(texts.say("composer.menu.paste"), canPaste, field::paste),
                item(
                        texts.say("composer.menu.delete"),
                        hasSelection,
                        () -> field.replaceSelection("")),
                item(texts.say("composer.menu.selectAll"), hasText, field::selectAll));
    }

    private static MenuItem item(String text, boolean isEnabled, Runnable act) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setDisable(!isEnabled);
        item.setOnAction(event -> act.run());
        return item;
    }
}
