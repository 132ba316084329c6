package kith.ui.shortcuts;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.ui.keys.FixedKey;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyPress;
import kith.ui.keys.KeyWords;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// All shortcuts in groups. A click on one, or Enter, and the keys pressed next are its new ones;
/// Esc leaves them as they are, and closes the list only after that.
public final class ShortcutsView extends VBox {

    /// How wide they are, in em, as the stylesheet has them.
    private static final double THREE_COLUMNS = 70;

    private final ShortcutsViewModel model;
    private final KeyWords words;
    private final Texts texts;
    private final Label line = new Label();
    private final Button resetAll = new Button();
    private final ScrollPane scroll;

    /// While keys are awaited: it sees them before all else, Esc and Tab too.
    private final EventHandler<KeyEvent> listener = this::pressed;

    /// @param close closes the list
    public ShortcutsView(ShortcutsViewModel model, Runnable close, Texts texts) {
        this.model = model;
        this.words = new KeyWords(texts);
        this.texts = texts;
        getStyleClass().add("shortcuts");
        var resource = ShortcutsView.class.getResource("/kith/ui/shortcuts.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        var columns =
                new FlowPane(
                        column(
                                group(KeyAction.Group.MOVE),
                                group(KeyAction.Group.WRITE, FixedKey.Place.COMPOSER)),
                        column(group(KeyAction.Group.CHATS), group(KeyAction.Group.APP)),
                        column(group(KeyAction.Group.MESSAGES, FixedKey.Place.TIMELINE)));
        columns.getStyleClass().add("columns");
        var em = new Label(); // has the size of the text that columns are measured in
        em.setManaged(false);
        columns.prefWrapLengthProperty()
                .bind(em.fontProperty().map(font -> font.getSize() * THREE_COLUMNS));
        scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(em, head(close), hairline(), scroll, hairline(), foot());
        model.awaitingProperty().subscribe(this::listen);
        model.awaitingProperty().subscribe(this::say);
        model.refusalProperty().subscribe(this::say);
        model.allProperty().subscribe(this::showResetAll);
        sceneProperty().subscribe(this::moved);
        say();
        showResetAll();
    }

    /// Moves the focus to the first shortcut.
    @Override
    public void requestFocus() {
        Optional.ofNullable(lookup(".shortcut")).ifPresent(Node::requestFocus);
    }

    private Node head(Runnable close) {
        var title = new Label(texts.say("shortcuts.title"));
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var closing = new IconButton(Icon.CLOSE, texts.say("shortcuts.close"));
        closing.setOnAction(event -> close.run());
        var head = new HBox(title, space, closing);
        head.getStyleClass().add("shortcuts-head");
        return head;
    }

    private Node foot() {
        line.getStyleClass().add("label-size");
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        resetAll.setText(texts.say("shortcuts.resetAll"));
        resetAll.getStyleClass().add("small");
        resetAll.setMinWidth(USE_PREF_SIZE);
        resetAll.setOnAction(event -> resetAll());
        var foot = new HBox(line, resetAll);
        foot.getStyleClass().add("shortcuts-foot");
        return foot;
    }

    private static Region hairline() {
        var hairline = new Region();
        hairline.getStyleClass().add("hairline");
        return hairline;
    }

    private static VBox column(Node... groups) {
        var column = new VBox(groups);
        column.getStyleClass().add("column");
        return column;
    }

    private VBox group(KeyAction.Group group) {
        var box = new VBox(heading(name(group)));
        model.actions(group)
                .forEach(
                        action ->
                                box.getChildren()
                                        .add(new ShortcutRow(model, action, words, texts)));
        return box;
    }

    /// Those of a group, then those that can't be changed.
    private VBox group(KeyAction.Group group, FixedKey.Place place) {
        var box = group(group);
        Stream.of(FixedKey.values())
                .filter(key -> key.place() == place)
                .forEach(
                        key -> {
                            var caps = new HBox();
                            caps.getStyleClass().add("caps");
                            ShortcutRow.showCaps(caps, words, Optional.of(model.stroke(key)));
                            var row = ShortcutRow.line(words.name(key), caps);
                            row.getStyleClass().add("fixed");
                            box.getChildren().add(row);
                        });
        return box;
    }

    private static Label heading(String name) {
        var heading = new Label(name);
        heading.getStyleClass().addAll("strong", "group-name");
        return heading;
    }

    private String name(KeyAction.Group group) {
        return switch (group) {
            case MOVE -> texts.say("shortcuts.move");
            case CHATS -> texts.say("shortcuts.chats");
            case WRITE -> texts.say("shortcuts.composer");
            case MESSAGES -> texts.say("shortcuts.timeline");
            case APP -> texts.say("shortcuts.app");
        };
    }

    private void resetAll() {
        model.resetAll();
        requestFocus();
    }

    private void showResetAll() {
        resetAll.setVisible(model.isAnyChanged());
        resetAll.setManaged(resetAll.isVisible());
    }

    /// What is to be done, or why it wasn't.
    private void say() {
        var refusal = model.refusalProperty().get();
        line.getStyleClass().removeAll("bad", "muted");
        line.getStyleClass().add(refusal.isPresent() ? "bad" : "muted");
        line.setText(
                refusal.map(this::sentence)
                        .or(
                                () ->
                                        model.awaitingProperty()
                                                .get()
                                                .map(words::name)
                                                .map(name -> texts.say("shortcuts.awaiting", name)))
                        .orElseGet(() -> texts.say("shortcuts.how")));
    }

    private String sentence(KeyBindings.Refusal refusal) {
        return switch (refusal) {
            case KeyBindings.Refusal.InUse(var stroke, var by) ->
                    texts.say("shortcuts.refused.inUse", words.line(stroke), words.name(by));
            case KeyBindings.Refusal.Unfit(var stroke, var reason) ->
                    switch (reason) {
                        case TYPES -> texts.say("shortcuts.refused.types", words.line(stroke));
                        case EDITS -> texts.say("shortcuts.refused.edits", words.line(stroke));
                        case TYPES_WITH_ALT -> texts.say("shortcuts.refused.typesWithAlt");
                        case NO_DIGIT -> texts.say("shortcuts.refused.noDigit");
                    };
        };
    }

    private void listen() {
        listenIn(getScene());
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, listener);
        }
        listenIn(now);
    }

    private void listenIn(@Nullable Scene scene) {
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, listener);
            if (model.awaitingProperty().get().isPresent()) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, listener);
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
        } else {
            KeyPress.of(event).ifPresent(model::pressed);
        }
        event.consume();
    }
}
