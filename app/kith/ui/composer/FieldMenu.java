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

import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.RightToLeft;

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

    FieldMenu(GrowingTextArea field, SpellingViewModel model, Texts texts) {
        this.field = field;
        this.model = model;
        this.texts = texts;
        languages = new LanguageMenu(model, texts);
        field.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
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
            var at = new Point2D(event.getScreenX(), event.getScreenY());
            open(field.charAt(event.getSceneX(), event.getSceneY()).flatMap(model::at), at);
        }
        event.consume();
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
            open(model.at(field.getCaretPosition()), below);
        }
    }

    private void open(Optional<Misspelling> word, Point2D at) {
        model.lookAgain();
        word.ifPresentOrElse(
                misspelling ->
                        model.suggest(misspelling, words -> show(make(word, words), at)),
                () -> show(make(word, List.of()), at));
    }

    /// The window may be gone by the time the words are there.
    private void show(ContextMenu menu, Point2D at) {
        open.ifPresent(ContextMenu::hide);
        if (field.getScene() != null && field.getScene().getWindow() != null) {
            open = Optional.of(menu);
            menu.show(field, at.getX(), at.getY());
        }
    }

    /// @param word the misspelt one that it is about, if it is
    /// @param words what may have been meant
    ContextMenu make(Optional<Misspelling> word, List<String> words) {
        var menu = new ContextMenu();
        word.ifPresent(it -> menu.getItems().addAll(corrections(it, words)));
        menu.getItems().addAll(editing());
        menu.getItems().addAll(new SeparatorMenuItem(), languages.make());
        return menu;
    }

    private List<MenuItem> corrections(Misspelling misspelling, List<String> words) {
        var items = new ArrayList<MenuItem>();
        for (var word : words) {
            var item = item(OneLine.of(word), true, () -> model.replace(misspelling, word));
            item.getStyleClass().add("spelling-suggestion");
            RightToLeft.dress(item);
            items.add(item);
        }
        if (words.isEmpty()) {
            var none = item(texts.say("composer.spelling.noSuggestions"), false, () -> {});
            none.getStyleClass().add("spelling-note");
            items.add(none);
        }
        items.add(new SeparatorMenuItem());
        items.add(item(texts.say("composer.spelling.add"), true, () -> model.add(misspelling)));
        items.add(
                item(texts.say("composer.spelling.ignore"), true, () -> model.ignore(misspelling)));
        items.add(new SeparatorMenuItem());
        return items;
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
