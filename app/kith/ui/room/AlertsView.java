package kith.ui.room;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Alerts;
import kith.ui.text.AlertWords;
import kith.ui.text.Texts;
import kith.ui.widget.SegmentedControl;

import java.util.List;

/// The choice of which messages of a room the user is told, in its details; and the way out of a
/// mute that ends by itself.
final class AlertsView extends VBox {

    private static final List<Alerts> CHOICES = List.of(Alerts.ALL, Alerts.MENTIONS, Alerts.NEVER);

    AlertsView(AlertsViewModel model, Texts texts) {
        getStyleClass().add("room-alerts");
        var title = new Label(texts.say("alerts.menu"));
        title.getStyleClass().addAll("small", "muted", "strong");
        var choice =
                new SegmentedControl(
                        CHOICES.stream().map(alerts -> AlertWords.brief(alerts, texts)).toList());
        choice.setAccessibleText(texts.say("alerts.menu"));
        title.setLabelFor(choice);
        model.choiceProperty().subscribe(alerts -> choice.select(CHOICES.indexOf(alerts)));
        choice.selectedIndexProperty()
                .subscribe(index -> model.choose(CHOICES.get(index.intValue())));
        getChildren().addAll(title, choice, muted(model, texts));
    }

    private static HBox muted(AlertsViewModel model, Texts texts) {
        var words = new Label(texts.say("alerts.mutedForNow"));
        words.getStyleClass().addAll("small", "muted");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var unmute = new Button(texts.say("chats.menu.unmute"));
        unmute.getStyleClass().addAll("flat", "small");
        unmute.setOnAction(event -> model.unmute());
        var row = new HBox(words, unmute);
        row.getStyleClass().add("room-alerts-muted");
        row.visibleProperty().bind(model.mutedForNowProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
