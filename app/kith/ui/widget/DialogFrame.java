package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Objects;

/// A dialog with a title, what it is about, and two buttons at the end: the way out, and the act.
public abstract class DialogFrame extends VBox {

    private final Button act = new Button();
    private final Button cancel;
    private final HBox buttons;

    /// @param close puts the dialog away
    @SuppressWarnings("this-escape") // only to the toolkit, which calls nothing of a subclass
    protected DialogFrame(String title, String cancelName, Runnable close) {
        getStyleClass().add("dialog-frame");
        var resource = DialogFrame.class.getResource("/kith/ui/dialog.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        var head = new EmojiParagraph(title);
        head.getStyleClass().add("title");
        getChildren().add(head);
        cancel = new Button(cancelName);
        cancel.setOnAction(event -> close.run());
        act.setDefaultButton(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons = new HBox(space, cancel, act);
        buttons.getStyleClass().add("buttons");
    }

    /// Puts what it is about between title and buttons, in place of what was there.
    protected final void setFields(Node... fields) {
        getChildren().remove(1, getChildren().size());
        getChildren().addAll(fields);
        getChildren().add(buttons);
    }

    /// The button that does what the dialog is for; Enter presses it.
    protected final Button act() {
        return act;
    }

    /// The button that leaves it.
    protected final Button cancel() {
        return cancel;
    }
}
