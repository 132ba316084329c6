package kith.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

import java.util.Optional;

/// The line under the lists that says how the accounts are connected, and how many messages nobody
/// has yet; at its end the way to the settings.
final class Footer extends HBox {

    private static final String[] TONES = {"good", "muted", "careful"};

    private final IconView icon = new IconView(Icon.CLOUD_OFF_OUTLINE, 16);
    private final Label text = new Label();
    private final IconView pendingIcon = new IconView(Icon.CLOCK_OUTLINE, 16);
    private final Button pending = new Button("", pendingIcon);
    private final Texts texts;

    /// @param openPending shows the messages that nobody has
    /// @param settingsKeys what to say of the keys that open the settings
    Footer(
            ConnectionViewModel connection,
            Runnable openPending,
            Runnable openSettings,
            ObservableValue<String> settingsKeys,
            Texts texts) {
        this.texts = texts;
        getStyleClass().add("footer");
        text.getStyleClass().addAll("small", "muted");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        pending.getStyleClass().setAll("row", "footer-pending");
        pending.setMinWidth(USE_PREF_SIZE);
        pending.setOnAction(event -> openPending.run());
        var settings = new IconButton(Icon.COG_OUTLINE, 18, texts.say("shell.settings"));
        settings.getStyleClass().add("compact");
        settings.setOnAction(event -> openSettings.run());
        settingsKeys.subscribe(settings::withShortcut);
        getChildren().addAll(icon, text, pending, settings);
        connection.lineProperty().subscribe(this::show);
        connection.pendingProperty().subscribe(count -> showPending(count, connection));
        connection
                .invitationsProperty()
                .subscribe(invited -> showPending(connection.pendingProperty().get(), connection));
        connection
                .answersProperty()
                .subscribe(answered -> showPending(connection.pendingProperty().get(), connection));
    }

    /// Where the list of the messages that nobody has opens.
    Button pendingButton() {
        return pending;
    }

    /// What has failed comes first, then what asks for an answer.
    private void showPending(PendingCount count, ConnectionViewModel connection) {
        int invited = connection.invitationsProperty().get();
        show(count);
        int answered = connection.answersProperty().get();
        if (invited == 0 && answered == 0) {
            return;
        }
        pending.setVisible(true);
        pending.setManaged(true);
        var invitations =
                invited > 0
                        ? texts.count("pending.invitations", invited)
                        : texts.count("pending.answers", answered);
        var spoken = pending.getAccessibleText();
        pending.setAccessibleText(
                count.isNone() ? invitations : texts.say("pending.both", invitations, spoken));
        if (count.failed() == 0) {
            pending.setText(invitations);
            pendingIcon.show(Icon.ACCOUNT_PLUS_OUTLINE);
        }
    }

    private void show(PendingCount count) {
        pending.setVisible(!count.isNone());
        pending.setManaged(!count.isNone());
        var waiting = texts.count("pending.waiting", count.allWaiting());
        var failed = texts.count("pending.failed", count.failed());
        boolean hasFailed = count.failed() > 0;
        boolean hasBoth = hasFailed && count.allWaiting() > 0;
        pending.setText(hasFailed ? failed : waiting);
        pending.setAccessibleText(
                hasBoth ? texts.say("pending.both", failed, waiting) : pending.getText());
        pendingIcon.show(hasFailed ? Icon.ALERT_CIRCLE : Icon.CLOCK_OUTLINE);
        pendingIcon.getStyleClass().removeAll("bad", "muted");
        pendingIcon.getStyleClass().add(hasFailed ? "bad" : "muted");
    }

    private void show(Optional<ConnectionLine> line) {
        setVisible(line.isPresent());
        line.ifPresent(
                shown -> {
                    icon.show(icon(shown.health()));
                    icon.getStyleClass().removeAll(TONES);
                    icon.getStyleClass().add(tone(shown.health()));
                    text.setText(shown.text());
                });
    }

    private static Icon icon(ConnectionLine.Health health) {
        return switch (health) {
            case CONNECTED -> Icon.CLOUD_CHECK_OUTLINE;
            case READING, CONNECTING -> Icon.CLOUD_SYNC_OUTLINE;
            case OFFLINE -> Icon.CLOUD_OFF_OUTLINE;
            case NEEDS_ATTENTION -> Icon.CLOUD_ALERT_OUTLINE;
        };
    }

    private static String tone(ConnectionLine.Health health) {
        return switch (health) {
            case CONNECTED, READING -> "good";
            case CONNECTING -> "muted";
            case OFFLINE, NEEDS_ATTENTION -> "careful";
        };
    }
}
