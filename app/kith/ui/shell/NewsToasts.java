package kith.ui.shell;

import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.Banner;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows in a corner of the window what there is to tell. One that is told anew stays the toast
/// that it was, with its focus.
final class NewsToasts {

    private final NewsViewModel model;
    private final Layers layers;
    private final Texts texts;
    private final Map<Object, Toast> toasts = new HashMap<>();

    NewsToasts(NewsViewModel model, Layers layers, Texts texts) {
        this.model = model;
        this.layers = layers;
        this.texts = texts;
        model.all().subscribe(this::show);
    }

    private void show() {
        Set<Object> told = model.all().stream().map(News::topic).collect(Collectors.toSet());
        toasts.keySet().stream().filter(topic -> !told.contains(topic)).toList().forEach(this::end);
        model.all().forEach(this::show);
    }

    private void show(News news) {
        if (!toasts.containsKey(news.topic())) {
            var made = new Toast(news.topic());
            toasts.put(news.topic(), made);
            layers.addToast(made);
        }
        Objects.requireNonNull(toasts.get(news.topic())).show(news);
    }

    private void end(Object topic) {
        layers.removeToast(Objects.requireNonNull(toasts.remove(topic)));
    }

    private final class Toast extends HBox {

        private final IconView bad = new IconView(Icon.ALERT_CIRCLE_OUTLINE, 20);
        private final StackPane what = new StackPane();
        private final Hyperlink offer;

        /// The pointer or the keyboard is at it. Kept here: nobody else does.
        private final BooleanBinding isHeld = hoverProperty().or(focusWithinProperty());

        Toast(Object topic) {
            bad.getStyleClass().add("bad");
            what.setAlignment(Pos.CENTER_LEFT);
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            offer = Banner.action("", () -> model.take(topic));
            var close = new IconButton(Icon.CLOSE, 18, texts.say("shell.fault.close"));
            close.getStyleClass().add("tiny");
            close.setOnAction(event -> model.dismiss(topic));
            getStyleClass().addAll("toast", "one-line");
            setAccessibleRole(AccessibleRole.TEXT);
            getChildren().addAll(bad, what, offer, close);
            isHeld.subscribe(held -> model.hold(topic, held));
        }

        void show(News news) {
            bad.setVisible(news.isBad());
            bad.setManaged(news.isBad());
            what.getChildren().setAll(EmojiText.flow(OneLine.of(news.text()))); // as long as it is
            setAccessibleText(news.text());
            offer.setText(news.offer().map(News.Offer::verb).orElse(""));
            offer.setVisible(news.offer().isPresent());
            offer.setManaged(news.offer().isPresent());
        }
    }
}
