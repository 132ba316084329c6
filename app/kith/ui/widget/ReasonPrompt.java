package kith.ui.widget;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Asks before something is done to others, and for the reason that they are told.
///
/// It stays until it is done; where it is refused, it says why and the user can try again. Escape
/// or a click beside it changes nothing. Enter in the field goes to the button that acts, so that
/// nothing is done by one key too many.
public final class ReasonPrompt extends PopupControl {

    private final VBox content = new VBox();
    private final TextField reason = new TextField();
    private final EmojiParagraph error = new EmojiParagraph();
    private final Button act;

    /// What it says.
    ///
    /// @param title the question
    /// @param note what it means; empty for nothing to say
    /// @param reason the name of the field
    /// @param keep the button that changes nothing
    /// @param act the button that acts, a verb
    public record Words(String title, String note, String reason, String keep, String act) {}

    /// @param act does it, given the reason and who is to be told why it is not to be; nothing of
    ///   that where it is done
    public ReasonPrompt(Words words, BiConsumer<String, Consumer<String>> act) {
        var question = new EmojiParagraph(words.title());
        question.getStyleClass().add("strong");
        var note = new EmojiParagraph(words.note());
        note.getStyleClass().add("muted");
        note.setVisible(!words.note().isEmpty());
        note.setManaged(!words.note().isEmpty());
        error.getStyleClass().add("field-error");
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        reason.accessibleHelpProperty().bind(error.textProperty());
        var keep = button(words.keep(), this::hide);
        this.act =
                button(
                        words.act(),
                        () -> {
                            setBusy(true);
                            act.accept(reason.getText().strip(), this::told);
                        });
        this.act.getStyleClass().add("danger");
        var buttons = new HBox(keep, this.act);
        buttons.getStyleClass().add("buttons");
        content.getChildren()
                .addAll(question, note, new FormField(words.reason(), reason), error, buttons);
        content.getStyleClass().addAll("overlay", "reason-prompt");
        content.setAccessibleRole(AccessibleRole.DIALOG);
        content.setAccessibleText(words.title());
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        content.addEventHandler(KeyEvent.ANY, Event::consume); // else it is for the window below
        setAutoHide(true);
        setHideOnEscape(false); // it would be for the window below, too
        setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
        setSkin(new PromptSkin(this, content));
        setOnShown(event -> reason.requestFocus());
    }

    /// Shows it at what it is about.
    ///
    /// @param anchor where that is on the screen
    public void open(Region owner, Bounds anchor) {
        content.setNodeOrientation(owner.getEffectiveNodeOrientation());
        show(owner, anchor.getMinX(), anchor.getMinY());
        fit();
        PopupPlace.place(this, content, owner, anchor);
    }

    private void told(String sentence) {
        setBusy(false);
        error.setText(sentence);
        if (sentence.isEmpty()) {
            hide();
        } else if (isShowing()) {
            fit();
            reason.requestFocus();
        }
    }

    private void setBusy(boolean isBusy) {
        setAutoHide(!isBusy); // what comes of it is to be seen
        reason.setDisable(isBusy);
        act.setDisable(isBusy);
    }

    /// How high its lines are once they are broken, a popup doesn't ask by itself.
    private void fit() {
        var root = getScene().getRoot();
        root.applyCss();
        content.setPrefHeight(Region.USE_COMPUTED_SIZE);
        content.setPrefHeight(content.prefHeight(content.prefWidth(-1)));
        root.autosize();
        root.layout();
    }

    private static Button button(String name, Runnable work) {
        var button = new Button(name);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.getTarget() instanceof Button focused) {
                focused.fire();
            } else {
                act.requestFocus();
            }
            event.consume();
        }
    }

    /// There is nothing but the content.
    private record PromptSkin(ReasonPrompt prompt, Node content) implements Skin<ReasonPrompt> {

        @Override
        public ReasonPrompt getSkinnable() {
            return prompt;
        }

        @Override
        public Node getNode() {
            return content;
        }

        @Override
        public void dispose() {
            // it holds on to nothing
        }
    }
}
