package kith.ui.search;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;
import kith.ui.widget.SearchField;

/// The bar over the messages of a chat: the field, or that it is a thread that is shown; which of
/// how many; and the way to the others.
///
/// Enter and F3 go to an older message, with Shift to a newer one; Escape ends it.
public final class FindBar extends HBox {

    private final FindViewModel model;
    private final Texts texts;
    private final Runnable end;
    private final Control head;
    private final Label count = new Label();

    /// @param end takes the bar away
    public FindBar(FindViewModel model, Runnable end, Texts texts) {
        this.model = model;
        this.end = end;
        this.texts = texts;
        getStyleClass().add("find-bar");
        head = model.isThread() ? threadHead() : field();
        head.setMinWidth(0);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        count.getStyleClass().add("find-count");
        count.setMinWidth(USE_PREF_SIZE);
        var older = button(Icon.CHEVRON_UP, "find.older", model::older);
        var newer = button(Icon.CHEVRON_DOWN, "find.newer", model::newer);
        older.withShortcut(texts.say("find.older.keys"));
        newer.withShortcut(texts.say("find.newer.keys"));
        older.disableProperty().bind(model.totalProperty().lessThan(2));
        newer.disableProperty().bind(model.totalProperty().lessThan(2));
        var close = button(Icon.CLOSE, model.isThread() ? "find.thread.end" : "find.end", end);
        getChildren().addAll(head, count, older, newer, close);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.outcomeProperty().subscribe(this::show);
        model.placeProperty().subscribe(this::show);
        model.totalProperty().subscribe(this::show);
        show(); // a thread is asked for before it has a bar
    }

    private SearchField field() {
        var field = new SearchField(texts.say("find.prompt"), texts.say("search.clear"));
        field.textProperty().bindBidirectional(model.textProperty());
        return field;
    }

    /// Has the focus as the field has, for the keys to go on and to end it.
    private Label threadHead() {
        var name = new Label(texts.say("find.thread"), new IconView(Icon.FORUM_OUTLINE, 18));
        name.getStyleClass().addAll("row", "find-thread");
        name.setFocusTraversable(true);
        return name;
    }

    /// Whether it is a thread that it goes through, which has no words to be changed.
    public boolean isOfThread() {
        return model.isThread();
    }

    /// Puts the caret into the field, with what is in it selected.
    @Override
    public void requestFocus() {
        head.requestFocus();
        if (head instanceof SearchField field) {
            field.selectAll();
        }
    }

    /// Goes on with F3, wherever the focus is in the chat.
    ///
    /// @return whether the key was for this
    public boolean goesOn(KeyEvent event) {
        if (event.getCode() != KeyCode.F3) {
            return false;
        }
        go(event.isShiftDown());
        return true;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> end.run();
            case ENTER -> {
                if (!head.isFocused()) {
                    return; // a button's own
                }
                go(event.isShiftDown());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(boolean isBack) {
        if (isBack) {
            model.newer();
        } else {
            model.older();
        }
    }

    private IconButton button(Icon icon, String key, Runnable act) {
        var button = new IconButton(icon, texts.say(key));
        button.setOnAction(event -> act.run());
        return button;
    }

    private void show() {
        int total = model.totalProperty().get();
        count.setText(
                switch (model.outcomeProperty().get()) {
                    case NOTHING_ASKED, ASKING -> "";
                    case FOUND -> texts.say("find.nth", model.placeProperty().get() + 1, total);
                    case NOTHING_FOUND -> texts.say("find.nothing");
                    case UNAVAILABLE -> texts.say("find.unavailable");
                });
        head.setAccessibleHelp(count.getText());
    }
}
