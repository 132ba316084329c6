package kith.ui.timeline;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.PopupPlace;

/// Asks at a message whether it is really to be taken back for everyone. What changes nothing has
/// the focus, and Escape or a click beside it does the same.
final class RetractionPrompt extends PopupControl {

    private final VBox content = new VBox();
    private final Button keep;

    /// @param act takes it back
    RetractionPrompt(Texts texts, Runnable act) {
        var question = new Label(texts.say("timeline.retract.title"));
        question.getStyleClass().add("strong");
        question.setWrapText(true);
        var note = new Label(texts.say("timeline.retract.note"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        keep = button(texts.say("timeline.keep"), () -> {});
        var retract = button(texts.say("timeline.retract.act"), act);
        retract.getStyleClass().add("danger");
        var buttons = new HBox(keep, retract);
        buttons.getStyleClass().add("buttons");
        content.getChildren().addAll(question, note, buttons);
        content.getStyleClass().addAll("overlay", "retraction-prompt");
        content.setAccessibleRole(AccessibleRole.DIALOG);
        content.setAccessibleText(question.getText());
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        content.addEventHandler(KeyEvent.ANY, Event::consume); // else it is for the window below
        setAutoHide(true);
        setHideOnEscape(false); // it would be for the window below, too
        setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
        setSkin(new PromptSkin(this, content));
        setOnShown(event -> keep.requestFocus());
    }

    /// Shows it at a message.
    ///
    /// @param anchor where that is on the screen
    void open(Region owner, Bounds anchor) {
        content.setNodeOrientation(owner.getEffectiveNodeOrientation());
        show(owner, anchor.getMinX(), anchor.getMinY());
        var root = getScene().getRoot();
        root.applyCss();
        // how high its lines are once they are broken, a popup doesn't ask by itself
        content.setPrefHeight(content.prefHeight(content.prefWidth(-1)));
        root.autosize();
        root.layout();
        PopupPlace.place(this, content, owner, anchor);
    }

    private Button button(String name, Runnable act) {
        var button = new Button(name);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    hide();
                    act.run();
                });
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && event.getTarget() instanceof Button focused) {
            focused.fire();
            event.consume();
        }
    }

    /// There is nothing but the content.
    private record PromptSkin(RetractionPrompt prompt, Node content)
            implements Skin<RetractionPrompt> {

        @Override
        public RetractionPrompt getSkinnable() {
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
