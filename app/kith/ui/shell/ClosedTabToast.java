package kith.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.ui.tabs.ChatTab;
import kith.ui.tabs.ClosedTabViewModel;
import kith.ui.text.Texts;
import kith.ui.widget.Banner;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import java.util.Optional;

/// Offers in a corner of the window to open the tab again that was closed just now.
final class ClosedTabToast {

    private final ClosedTabViewModel model;
    private final Layers layers;
    private final Texts texts;
    private Optional<HBox> shown = Optional.empty();

    ClosedTabToast(ClosedTabViewModel model, Layers layers, Texts texts) {
        this.model = model;
        this.layers = layers;
        this.texts = texts;
        model.tabProperty().subscribe(this::show);
    }

    private void show(Optional<ChatTab> tab) {
        shown.ifPresent(layers::removeToast);
        shown = tab.map(this::toast);
        shown.ifPresent(layers::addToast);
    }

    private HBox toast(ChatTab tab) {
        var what = new EmojiLabel();
        what.setText(texts.say("tabs.closed", tab.title()));
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var undo = Banner.action(texts.say("tabs.closed.undo"), model::undo);
        undo.setMinWidth(Label.USE_PREF_SIZE);
        var close = new IconButton(Icon.CLOSE, 18, texts.say("shell.fault.close"));
        close.getStyleClass().add("tiny");
        close.setOnAction(event -> model.dismiss());
        var toast = new HBox(what, undo, close);
        toast.getStyleClass().addAll("toast", "one-line");
        toast.hoverProperty().subscribe(model::hold);
        return toast;
    }
}
