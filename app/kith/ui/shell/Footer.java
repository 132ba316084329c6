package kith.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Optional;

/// The line under the lists that says how the accounts are connected.
final class Footer extends HBox {

    private static final String[] TONES = {"good", "muted", "careful"};

    private final IconView icon = new IconView(Icon.CLOUD_OFF_OUTLINE, 16);
    private final Label text = new Label();

    Footer(ConnectionViewModel model) {
        getStyleClass().add("footer");
        text.getStyleClass().addAll("small", "muted");
        getChildren().addAll(icon, text);
        model.lineProperty().subscribe(this::show);
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
