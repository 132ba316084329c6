package kith.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Fault;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

import java.util.Optional;

/// Tells of the newest fault in a corner of the window, until the user puts it away.
final class FaultToast {

    private final FaultViewModel model;
    private final Layers layers;
    private final Texts texts;
    private Optional<HBox> shown = Optional.empty();

    FaultToast(FaultViewModel model, Layers layers, Texts texts) {
        this.model = model;
        this.layers = layers;
        this.texts = texts;
        model.faultProperty().subscribe(this::show);
    }

    private void show(Optional<Fault> fault) {
        shown.ifPresent(layers::removeToast);
        shown = fault.map(this::toast);
        shown.ifPresent(layers::addToast);
    }

    private HBox toast(Fault fault) {
        var icon = new IconView(Icon.ALERT_CIRCLE_OUTLINE, 20);
        icon.getStyleClass().add("bad");
        var what = new Label(texts.say("shell.fault"));
        what.getStyleClass().add("strong");
        var detail = new Label(fault.text());
        detail.getStyleClass().add("label-size");
        RightToLeft.wrap(detail);
        var code = new Label(texts.say("shell.fault.code", fault.code()));
        code.getStyleClass().addAll("small", "muted");
        RightToLeft.wrap(code);
        var lines = new VBox(what, detail, code);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var close = new IconButton(Icon.CLOSE, 18, texts.say("shell.fault.close"));
        close.getStyleClass().add("tiny");
        close.setOnAction(event -> model.dismiss());
        var toast = new HBox(icon, lines, close);
        toast.getStyleClass().add("toast");
        return toast;
    }
}
