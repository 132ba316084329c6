package kith.ui.shortcuts;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyStroke;
import kith.ui.keys.KeyWords;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.KeyCap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An action with its keys: a button that has them changed, and one that gives the default back
/// where they have been.
final class ShortcutRow extends HBox {

    private final ShortcutsViewModel model;
    private final KeyAction action;
    private final KeyWords words;
    private final Texts texts;
    private final HBox caps = new HBox();
    private final Button change = new Button();
    private final HBox line;
    private final IconButton reset;

    ShortcutRow(ShortcutsViewModel model, KeyAction action, KeyWords words, Texts texts) {
        this.model = model;
        this.action = action;
        this.words = words;
        this.texts = texts;
        caps.getStyleClass().add("caps");
        line = line(words.name(action), caps);
        change.setGraphic(line);
        change.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        change.getStyleClass().setAll("shortcut");
        change.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        change.setOnAction(event -> model.change(action));
        HBox.setHgrow(change, Priority.ALWAYS);
        reset =
                new IconButton(
                        Icon.BACKUP_RESTORE, 16, texts.say("shortcuts.reset", words.name(action)));
        reset.getStyleClass().add("tiny");
        reset.setOnAction(event -> reset());
        getStyleClass().add("shortcut-row");
        getChildren().addAll(change, reset);
        model.allProperty().subscribe(this::show);
        model.awaitingProperty().subscribe(this::show);
        show();
    }

    /// A name, and keys at the end.
    static HBox line(String name, HBox caps) {
        var label = new Label(name);
        label.getStyleClass().add("label-size");
        label.setMinWidth(0);
        label.setWrapText(true); // nothing of it is left out, however long it is
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        caps.setMinWidth(USE_PREF_SIZE);
        caps.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // keys are held in this order
        var line = new HBox(label, caps);
        line.getStyleClass().add("shortcut-line");
        return line;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// A button doesn't ask how high what it shows is in the width there is.
    @Override
    protected double computePrefHeight(double width) {
        double least = super.computePrefHeight(width);
        if (width < 0) {
            return least;
        }
        double around = change.snappedLeftInset() + change.snappedRightInset();
        double beside = reset.isManaged() ? reset.prefWidth(-1) + getSpacing() : 0;
        double lines = line.prefHeight(width - beside - around);
        return Math.max(least, lines + change.snappedTopInset() + change.snappedBottomInset());
    }

    /// The caps of some keys, put in the place of others.
    static void showCaps(HBox caps, KeyWords words, Optional<KeyStroke> stroke) {
        caps.getChildren()
                .setAll(
                        stroke.map(words::caps).orElse(List.of()).stream()
                                .map(KeyCap::new)
                                .toList());
    }

    /// The button is gone when its work is done, and the focus with it.
    private void reset() {
        model.reset(action);
        change.requestFocus();
    }

    private void show() {
        var strokes = model.allProperty().get().getOrDefault(action, List.of());
        boolean isAwaiting = model.awaitingProperty().get().filter(action::equals).isPresent();
        change.getStyleClass().remove("awaiting");
        if (isAwaiting) {
            var press = new Label(texts.say("shortcuts.press"));
            press.getStyleClass().addAll("small", "accented");
            caps.getChildren().setAll(press);
            change.getStyleClass().add("awaiting");
        } else {
            showCaps(caps, words, strokes.stream().findFirst());
        }
        var keys = strokes.stream().map(words::line).collect(Collectors.joining(", "));
        change.setAccessibleText(
                isAwaiting
                        ? texts.say("shortcuts.awaiting", words.name(action))
                        : texts.say("shortcuts.spoken", words.name(action), keys));
        reset.setVisible(model.isChanged(action));
        reset.setManaged(reset.isVisible());
    }
}
