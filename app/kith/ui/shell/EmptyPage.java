package kith.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.ui.keys.KeyAction;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.KeyCap;

import java.util.function.Function;

/// What stands where the chats go while none is open: who the user is here, and the first steps.
final class EmptyPage extends VBox {

    /// @param isFirst whether there is no chat yet: the words are others then, with the mark
    EmptyPage(
            ProfileViewModel profile,
            ReadOnlyBooleanProperty isFirst,
            Runnable newChat,
            Runnable joinRoom,
            Function<KeyAction, ObservableValue<String>> keys,
            Texts texts) {
        getStyleClass().add("empty-page");
        var mark = new KithMark(64);
        var title = new Label();
        title.getStyleClass().add("title");
        var line = new Label();
        line.getStyleClass().add("muted");
        Runnable show =
                () -> {
                    mark.setVisible(isFirst.get());
                    mark.setManaged(isFirst.get());
                    title.setText(texts.say(isFirst.get() ? "shell.empty" : "shell.noTab"));
                    line.setText(
                            isFirst.get() ? address(profile, texts) : texts.say("shell.noTab.how"));
                };
        profile.accountsProperty().subscribe(show);
        isFirst.subscribe(show);
        show.run();
        var card =
                new VBox(
                        step(
                                Icon.ACCOUNT_PLUS_OUTLINE,
                                texts.say("shell.empty.add"),
                                texts.say("shell.empty.add.how"),
                                keys.apply(KeyAction.NEW_CHAT),
                                newChat),
                        step(
                                Icon.ACCOUNT_GROUP_OUTLINE,
                                texts.say("shell.empty.join"),
                                texts.say("shell.empty.join.how"),
                                keys.apply(KeyAction.JOIN_ROOM),
                                joinRoom));
        card.getStyleClass().addAll("card", "steps");
        card.getChildren().getLast().getStyleClass().add("later");
        getChildren().addAll(mark, title, line, card);
    }

    private static String address(ProfileViewModel profile, Texts texts) {
        return profile.mainAccount()
                .map(account -> texts.say("shell.empty.address", account.address()))
                .orElse("");
    }

    private static Node step(
            Icon icon, String what, String how, ObservableValue<String> keys, Runnable action) {
        var picture = new HBox(new IconView(icon, 20));
        picture.getStyleClass().add("step-icon");
        var first = new Label(what);
        first.getStyleClass().add("strong");
        var second = new Label(how);
        second.getStyleClass().addAll("small", "muted");
        var lines = new VBox(first, second);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var body = new HBox(picture, lines, new KeyCap(keys), new IconView(Icon.CHEVRON_RIGHT, 20));
        body.getStyleClass().add("step-body");
        var row = new Button();
        row.setGraphic(body);
        row.setAccessibleText(what);
        row.getStyleClass().setAll("step");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(event -> action.run());
        return row;
    }
}
