package kith.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.timeline.MessageDetails.Detail;
import kith.ui.timeline.MessageDetails.Version;
import kith.ui.widget.EmojiText;
import kith.ui.widget.ParagraphButton;

/// What is known of a message, over the window until the user has seen it. A detail is copied when
/// it is clicked; what the message said before is only read.
final class DetailsMenu {

    private DetailsMenu() {}

    static ContextMenu of(MessageDetails details, Texts texts) {
        var content = new VBox();
        content.getStyleClass().add("message-details");
        details.details().forEach(each -> content.getChildren().add(line(each, texts)));
        if (!details.steps().isEmpty()) {
            content.getChildren().add(heading(texts.say("details.steps")));
            details.steps().forEach(each -> content.getChildren().add(line(each, texts)));
        }
        if (!details.versions().isEmpty()) {
            content.getChildren().add(heading(texts.say("details.versions")));
            details.versions().forEach(each -> content.getChildren().add(version(each, texts)));
        }
        var scroller = new ScrollPane(content);
        scroller.setFitToWidth(true);
        // how high its lines are once they are broken, it doesn't ask by itself
        content.heightProperty()
                .subscribe(height -> scroller.setPrefViewportHeight(height.doubleValue()));
        scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroller.getStyleClass().add("message-details-scroller");
        var menu = new ContextMenu(new CustomMenuItem(scroller, false));
        menu.getStyleClass().add("details-menu");
        menu.setOnShown(event -> scroller.requestFocus());
        return menu;
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("strong");
        return heading;
    }

    private static Node line(Detail detail, Texts texts) {
        var value = new ParagraphButton(detail.value());
        value.getStyleClass().setAll("row", "message-detail");
        value.setAlignment(Pos.CENTER_LEFT);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAccessibleText(texts.say("details.spoken", detail.name(), detail.value()));
        value.setTooltip(new Tooltip(texts.say("timeline.copy")));
        value.setOnAction(event -> TimelineMenu.copy(detail.value()));
        return new VBox(name(detail.name()), value);
    }

    private static Node version(Version version, Texts texts) {
        var when =
                version.state()
                        .map(state -> texts.say("details.version.own", version.time(), state))
                        .orElse(version.time());
        var words = EmojiText.flow(version.words());
        words.getStyleClass().add("message-detail");
        var both = new VBox(name(when), words);
        both.getStyleClass().add("row");
        both.setFocusTraversable(true);
        both.setAccessibleRole(AccessibleRole.TEXT);
        both.setAccessibleText(texts.say("details.spoken", when, version.words()));
        return both;
    }

    private static Label name(String name) {
        var label = new Label(name);
        label.getStyleClass().addAll("small", "muted", "message-detail-name");
        return label;
    }
}
