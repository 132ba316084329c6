package kith.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Arrays;

/// One line under a header that says what is wrong and what can be done: icon, sentence, actions at
/// the end. It has no close button: it goes when its cause goes.
public final class Banner extends HBox {

    /// How much it matters.
    public enum Kind {
        INFO("info"),
        WARNING("warning"),
        DANGER("danger");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    private final Label sentence = new Label();

    /// @param actions see [#action]
    public Banner(Kind kind, Icon icon, String text, Hyperlink... actions) {
        getStyleClass().addAll("banner", kind.styleClass);
        setAccessibleRole(AccessibleRole.TEXT);
        sentence.getStyleClass().add("banner-text");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(new IconView(icon, 18), sentence);
        getChildren().addAll(Arrays.asList(actions));
        setText(text);
    }

    /// Replaces the sentence, as for a countdown.
    public void setText(String text) {
        sentence.setText(text);
        setAccessibleText(text);
    }

    /// A link that does something: a strong word without underline.
    public static Hyperlink action(String verb, Runnable what) {
        var link = new Hyperlink(verb);
        link.getStyleClass().setAll("link-action");
        link.setOnAction(event -> what.run());
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }
}
