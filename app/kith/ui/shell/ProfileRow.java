package kith.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Account;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

import java.util.Optional;

/// The head of the sidebar: who the user is and how present, which opens the menu of both; and the
/// button for a new chat.
final class ProfileRow extends HBox {

    private final ProfileViewModel model;
    private final PresenceLook look;
    private final Texts texts;
    private final Avatar avatar = new Avatar(36);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel presence = new EmojiLabel();
    private final Button who = new Button();

    ProfileRow(
            ProfileViewModel model,
            Texts texts,
            ObservableValue<String> newChatKeys,
            Runnable openMenu,
            Runnable newChat) {
        this.model = model;
        this.texts = texts;
        this.look = new PresenceLook(texts);
        getStyleClass().add("profile-row");
        name.getStyleClass().add("strong");
        presence.getStyleClass().addAll("small", "muted");
        var second = new HBox(presence, new IconView(Icon.CHEVRON_DOWN, 16));
        second.getStyleClass().add("profile-presence");
        var lines = new VBox(name, second);
        lines.setAlignment(Pos.CENTER_LEFT);
        var body = new HBox(avatar, lines);
        body.getStyleClass().add("row-body");
        who.setGraphic(body);
        who.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        who.getStyleClass().setAll("row", "profile-button");
        who.setMaxWidth(Double.MAX_VALUE);
        who.setOnAction(event -> openMenu.run());
        HBox.setHgrow(who, Priority.ALWAYS);
        var chat = new IconButton(Icon.SQUARE_EDIT_OUTLINE, texts.say("shell.newChat"));
        newChatKeys.subscribe(chat::withShortcut);
        chat.setOnAction(event -> newChat.run());
        getChildren().addAll(who, chat);
        model.presenceProperty().subscribe(this::show);
        model.accountsProperty().subscribe(this::show);
        show();
    }

    /// Where the menu opens.
    Button menuButton() {
        return who;
    }

    private void show() {
        var address = model.mainAccount().map(Account::address);
        var shown = address.map(known -> known.getLocalpart().toString()).orElse("");
        avatar.showPerson(shown, address.map(Object::toString).orElse(""));
        look.mark(avatar, Optional.of(model.shownPresence()));
        name.setText(shown);
        presence.setText(line());
        who.setAccessibleText(texts.say("shell.profile", shown, line()));
    }

    /// What the user said of themselves, as long as anyone hears it.
    private String line() {
        return model.isOnline() || model.wantsToBeOffline()
                ? look.line(model.shownPresence())
                : texts.say("shell.offline");
    }
}
