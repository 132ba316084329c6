package kith.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.Availability;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.ui.keys.KeyAction;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.Banner;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.PresenceMark;
import kith.ui.widget.RightToLeft;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The popover of the profile row: the user's own presence, their accounts, and the way out.
final class ProfileMenu extends StackPane {

    /// What the user may say of themselves.
    private static final List<Availability> CHOICES =
            List.of(
                    Availability.AVAILABLE,
                    Availability.FREE_TO_CHAT,
                    Availability.AWAY,
                    Availability.NOT_AVAILABLE,
                    Availability.BUSY,
                    Availability.OFFLINE);

    private final ProfileViewModel model;
    private final ProfileActions actions;
    private final Texts texts;
    private final PresenceLook look;
    private final TextField status = new TextField();

    ProfileMenu(
            ProfileViewModel model,
            ProfileActions actions,
            Function<KeyAction, String> keys,
            Texts texts) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        this.look = new PresenceLook(texts);
        getStyleClass().add("profile-menu");
        var content = new VBox();
        content.getStyleClass().add("menu");
        content.getChildren().addAll(head(), statusField(), separator());
        CHOICES.forEach(each -> content.getChildren().add(choice(each)));
        content.getChildren().add(separator());
        model.accountsProperty().get().forEach(each -> content.getChildren().add(account(each)));
        content.getChildren()
                .addAll(
                        item(Icon.PLUS, texts.say("shell.addAccount"), "", actions.addAccount()),
                        separator(),
                        item(
                                Icon.MAGNIFY,
                                texts.say("shell.search"),
                                keys.apply(KeyAction.SEARCH),
                                actions.search()),
                        item(
                                Icon.COG_OUTLINE,
                                texts.say("shell.settings"),
                                keys.apply(KeyAction.SETTINGS),
                                actions.settings()),
                        item(
                                Icon.KEYBOARD_OUTLINE,
                                texts.say("shell.shortcuts"),
                                keys.apply(KeyAction.SHORTCUTS),
                                actions.shortcuts()),
                        item(
                                Icon.POWER,
                                texts.say("shell.quit"),
                                keys.apply(KeyAction.QUIT),
                                actions.quit()));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    /// Moves the focus to the status text.
    @Override
    public void requestFocus() {
        status.requestFocus();
    }

    private Node head() {
        var account = model.mainAccount();
        var address = account.map(Account::address).map(Object::toString).orElse("");
        var name = account.map(known -> known.address().getLocalpart().toString()).orElse("");
        var avatar = new Avatar(44);
        avatar.showPerson(name, address);
        look.mark(avatar, Optional.of(model.shownPresence()));
        var first = new EmojiLabel(name);
        first.getStyleClass().add("strong");
        var second = new EmojiLabel(address);
        second.getStyleClass().addAll("small", "muted");
        var lines = new VBox(first, second);
        lines.setAlignment(Pos.CENTER_LEFT);
        var head = new HBox(avatar, lines);
        head.getStyleClass().addAll("row-body", "profile-head");
        return head;
    }

    private Node statusField() {
        status.setText(model.presenceProperty().get().status());
        status.setPromptText(texts.say("shell.status"));
        status.setAccessibleText(texts.say("shell.status"));
        RightToLeft.follow(status);
        status.setOnAction(
                event -> {
                    model.setStatus(status.getText());
                    actions.close().run();
                });
        var holder = new VBox(status);
        holder.getStyleClass().add("profile-status");
        return holder;
    }

    private Node choice(Availability availability) {
        boolean isChosen = model.presenceProperty().get().availability() == availability;
        var name = look.name(availability);
        var mark = new HBox(new PresenceMark(PresenceLook.shape(availability), 12, name));
        mark.getStyleClass().add("menu-mark");
        var row =
                item(
                        mark,
                        name,
                        () -> {
                            model.setAvailability(availability);
                            actions.close().run();
                        });
        if (isChosen) {
            row.getStyleClass().add("chosen");
            row.setAccessibleText(texts.say("shell.chosen", name));
            ((HBox) row.getGraphic()).getChildren().add(new IconView(Icon.CHECK, 18));
        }
        return row;
    }

    private Node account(OwnAccount status) {
        var icon = new IconView(icon(status.connection()), 18);
        icon.getStyleClass().add(styleClass(status.connection()));
        var name = new EmojiLabel(status.account().address().toString());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var row = new HBox(icon, name, state(status));
        row.getStyleClass().add("menu-row");
        return row;
    }

    private Node state(OwnAccount status) {
        var account = status.account().id();
        return switch (status.connection()) {
            case ConnectionState.Online online -> note(texts.say("shell.account.connected"));
            case ConnectionState.Connecting connecting ->
                    note(texts.say("shell.account.connecting"));
            case ConnectionState.Offline offline -> note(texts.say("shell.account.offline"));
            case ConnectionState.Waiting waiting ->
                    Banner.action(texts.say("connection.retryNow"), () -> retry(account));
            case ConnectionState.Stopped stopped ->
                    Banner.action(
                            texts.say("shell.account.repair"),
                            () -> repair(account, stopped.problem()));
        };
    }

    private void retry(AccountId account) {
        actions.close().run();
        actions.retryNow().accept(account);
    }

    private void repair(AccountId account, ConnectionProblem problem) {
        actions.close().run();
        actions.repair().accept(account, problem);
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().addAll("small", "muted");
        note.setMinWidth(USE_PREF_SIZE);
        return note;
    }

    private static Icon icon(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Online online -> Icon.CLOUD_CHECK_OUTLINE;
            case ConnectionState.Connecting connecting -> Icon.CLOUD_SYNC_OUTLINE;
            case ConnectionState.Offline offline -> Icon.CLOUD_OFF_OUTLINE;
            case ConnectionState.Waiting waiting -> Icon.CLOUD_OFF_OUTLINE;
            case ConnectionState.Stopped stopped -> Icon.CLOUD_ALERT_OUTLINE;
        };
    }

    private static String styleClass(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Online online -> "good";
            case ConnectionState.Waiting waiting -> "careful";
            case ConnectionState.Stopped stopped -> "careful";
            case ConnectionState.Connecting connecting -> "muted";
            case ConnectionState.Offline offline -> "muted";
        };
    }

    private static Button item(Icon icon, String name, String keys, Runnable action) {
        var row = item(new IconView(icon, 18), name, action);
        if (!keys.isEmpty()) {
            ((HBox) row.getGraphic()).getChildren().add(note(keys));
        }
        return row;
    }

    private static Button item(Node mark, String name, Runnable action) {
        var word = new Label(name);
        word.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(word, Priority.ALWAYS);
        var body = new HBox(mark, word);
        body.getStyleClass().add("menu-body");
        var row = new Button();
        row.setGraphic(body);
        row.setAccessibleText(name);
        row.getStyleClass().setAll("menu-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(event -> action.run());
        return row;
    }

    private static Region separator() {
        var line = new Region();
        line.getStyleClass().addAll("hairline", "menu-separator");
        return line;
    }
}
