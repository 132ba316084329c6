package kith.ui.switcher;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyStroke;
import kith.ui.keys.KeyWords;
import kith.ui.presence.PresenceLook;
import kith.ui.switcher.SwitcherRow.Action;
import kith.ui.switcher.SwitcherRow.Head;
import kith.ui.switcher.SwitcherRow.Messages;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.KeyCap;
import kith.ui.widget.RightToLeft;
import kith.ui.widget.RowList;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The quick switcher: a field, what was found, and the keys that work here. Where words are
/// forwarded, it shows these, and which places are picked for them.
///
/// The focus stays in the field. Up, Down, Page Up and Page Down move among what was found, Enter
/// opens, Ctrl+Enter opens in the background and stays; a click does as Enter. Where places are
/// chosen, Ctrl+Enter and a click pick one and Enter is for all that are picked: nothing is said
/// somewhere by a slip of the mouse. While an input method composes, these keys belong to it.
public final class SwitcherView extends VBox {

    /// How many places Page Up and Down leap over.
    private static final int PAGE = 8;

    /// Of a place and of a head, in em, as the stylesheet has them.
    private static final double ROW = 3.143;

    private static final double HEAD = 2.286;

    /// Lines of what is forwarded.
    private static final int PREVIEW = 3;

    private static final KeyStroke FURTHER = new KeyStroke(true, false, false, "ENTER");

    private final SwitcherViewModel model;
    private final boolean isChoosing;
    private final Runnable showChat;
    private final Consumer<String> search;
    private final Consumer<KeyAction> act;
    private final Runnable done;
    private final Texts texts;
    private final KeyWords words;
    private final PresenceLook look;
    private final TextField field = new TextField();
    private final RowList<SwitcherRow> list;
    private final StackPane middle = new StackPane();
    private boolean isComposing;

    /// @param bindings tell which keys go to an open tab
    /// @param showChat shows the chat that is open already
    /// @param search looks for words in all messages
    /// @param act does what an action is for
    /// @param done closes the switcher
    public SwitcherView(
            SwitcherViewModel model,
            KeyBindings bindings,
            Runnable showChat,
            Consumer<String> search,
            Consumer<KeyAction> act,
            Runnable done,
            Texts texts) {
        this(model, Optional.empty(), Optional.of(bindings), showChat, search, act, done, texts);
    }

    private SwitcherView(
            SwitcherViewModel model,
            Optional<String> preview,
            Optional<KeyBindings> bindings,
            Runnable showChat,
            Consumer<String> search,
            Consumer<KeyAction> act,
            Runnable done,
            Texts texts) {
        this.model = model;
        this.isChoosing = preview.isPresent();
        this.showChat = showChat;
        this.search = search;
        this.act = act;
        this.done = done;
        this.texts = texts;
        this.words = new KeyWords(texts);
        this.look = new PresenceLook(texts);
        getStyleClass().add("switcher");
        var resource = SwitcherView.class.getResource("/kith/ui/switcher.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        list =
                new RowList<>(
                        model.rows(),
                        texts.say("switcher.found"),
                        () -> new SwitcherCell(bindings, look, texts));
        list.onOpen(this::opened).onOpenInBackground(this::openedInBackground);
        list.getStyleClass().add("places");
        list.setFocusTraversable(false);
        var em = new Label(); // has the size of the text that rows are measured in
        em.setManaged(false);
        list.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> listHeight(em.getFont().getSize()),
                                em.fontProperty(),
                                model.rows()));
        middle.getStyleClass().add("switcher-list");
        getChildren().addAll(em, head(), line());
        preview.ifPresent(words -> getChildren().addAll(preview(words), line()));
        getChildren().addAll(middle, line(), isChoosing ? forwardKeys() : keys());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> isComposing = !event.getComposed().isEmpty());
        model.rows().subscribe(this::showFound);
        showFound();
        model.currentRowProperty().subscribe(this::showCurrent);
        model.typedProperty().subscribe(_ -> showCurrent()); // the search says what is typed
    }

    /// Chooses where words are said, too.
    ///
    /// @param forwarded each a message; at least one
    /// @param done closes it
    public static SwitcherView choosing(
            SwitcherViewModel model, List<String> forwarded, Runnable done, Texts texts) {
        var preview = Optional.of(forwarded.getFirst());
        return new SwitcherView(
                model, preview, Optional.empty(), () -> {}, _ -> {}, _ -> {}, done, texts);
    }

    /// Puts the caret into the field.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private Node head() {
        var prompt = texts.say(isChoosing ? "switcher.forward.prompt" : "switcher.prompt");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(model.typedProperty());
        RightToLeft.follow(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        var head =
                new HBox(
                        new IconView(Icon.MAGNIFY, 20),
                        field,
                        new KeyCap(texts.say("keys.escape")));
        head.getStyleClass().add("switcher-field");
        return head;
    }

    private Node keys() {
        var keys =
                new HBox(
                        new KeyCap(texts.say("keys.up")),
                        new KeyCap(texts.say("keys.down")),
                        hint(texts.say("switcher.move")),
                        new KeyCap(texts.say("keys.enter")),
                        hint(texts.say("switcher.open")),
                        new KeyCap(words.line(FURTHER)),
                        hint(texts.say("switcher.openInBackground")));
        keys.getStyleClass().add("switcher-keys");
        return keys;
    }

    /// What will be said, as much of it as there is room for.
    private static Node preview(String words) {
        var preview = new VBox();
        words.lines()
                .limit(PREVIEW)
                .forEach(
                        line -> {
                            var label = new EmojiLabel();
                            label.setText(OneLine.of(line));
                            label.getStyleClass().add("small");
                            preview.getChildren().add(label);
                        });
        preview.getStyleClass().add("switcher-preview");
        preview.setMinHeight(USE_PREF_SIZE);
        return preview;
    }

    /// The keys, and the button for those who don't use them; beside it whom it is for.
    private Node forwardKeys() {
        var further =
                new HBox(
                        new KeyCap(texts.say("keys.enter")),
                        hint(texts.say("switcher.forward")),
                        new KeyCap(words.line(FURTHER)),
                        hint(texts.say("switcher.forward.pick")));
        further.getStyleClass().add("switcher-hints");
        var names = new EmojiLabel();
        names.getStyleClass().addAll("small", "switcher-picked");
        var start = new StackPane(further, names);
        start.setAlignment(Pos.CENTER_LEFT);
        start.setMinWidth(0);
        HBox.setHgrow(start, Priority.ALWAYS);
        var send = new Button();
        send.getStyleClass().add("accent");
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(event -> choose());
        model.picked().subscribe(() -> showPicked(further, names, send));
        showPicked(further, names, send);
        var line = new HBox(start, send);
        line.getStyleClass().addAll("switcher-keys", "switcher-choice");
        return line;
    }

    private void showPicked(Node further, EmojiLabel names, Button send) {
        var picked = model.picked();
        further.setVisible(picked.isEmpty());
        names.setText(
                picked.stream()
                        .map(place -> place.name().words())
                        .reduce((before, each) -> texts.say("timeline.names", before, each))
                        .orElse(""));
        send.setText(texts.count("switcher.forward.send", Math.max(1, picked.size())));
    }

    private void choose() {
        if (model.choose()) {
            done.run();
        }
    }

    private static Label hint(String words) {
        var hint = new Label(words);
        hint.getStyleClass().addAll("small", "muted");
        return hint;
    }

    private static Region line() {
        var line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }

    private double listHeight(double em) {
        long heads = model.rows().stream().filter(Head.class::isInstance).count();
        return Math.ceil(em * (heads * HEAD + (model.rows().size() - heads) * ROW));
    }

    private void showFound() {
        Node wanted = model.rows().isEmpty() ? hint() : list;
        if (!middle.getChildren().contains(wanted)) {
            middle.getChildren().setAll(List.of(wanted));
        }
    }

    private Node hint() {
        var typed = model.typedProperty().get().strip();
        return typed.isEmpty()
                ? new EmptyState(texts.say("switcher.empty"), texts.say("switcher.empty.how"))
                : new EmptyState(
                        texts.say("filter.nothing", typed), texts.say("switcher.nothing.how"));
    }

    /// A screen reader hears in the field what Enter is for.
    private void showCurrent() {
        int row = model.currentRowProperty().get();
        if (row >= 0) {
            list.reveal(row == 1 ? 0 : row); // with the head above it
        }
        field.setAccessibleHelp(
                model.isSearchCurrent()
                        ? texts.say("switcher.search", model.typedProperty().get().strip())
                        : model.current()
                                .map(place -> SwitcherCell.spoken(place, look, texts))
                                .or(() -> model.currentAction().map(it -> it.name().words()))
                                .orElse(""));
    }

    private void pressed(KeyEvent event) {
        if (isComposing || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.leap(-PAGE);
            case PAGE_DOWN -> model.leap(PAGE);
            case ENTER -> {
                if (isChoosing && event.getTarget() instanceof Button) {
                    return; // which does the same
                }
                if (model.isSearchCurrent()) {
                    searchMessages();
                } else if (model.currentAction().isPresent()) {
                    model.currentAction().ifPresent(this::act);
                } else if (event.isShortcutDown()) {
                    model.current().ifPresent(isChoosing ? model::pick : model::openInBackground);
                } else {
                    model.current().ifPresent(isChoosing ? _ -> choose() : this::open);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void opened(SwitcherRow row) {
        switch (row) {
            case Place place when isChoosing -> pick(place);
            case Place place -> open(place);
            case Action action -> act(action);
            case Messages _ -> searchMessages();
            case Head _ -> {}
        }
    }

    private void searchMessages() {
        var words = model.typedProperty().get().strip();
        done.run();
        search.accept(words);
    }

    private void act(Action action) {
        done.run();
        act.accept(action.key());
    }

    private void openedInBackground(SwitcherRow row) {
        if (row instanceof Place place && isChoosing) {
            pick(place);
        } else if (row instanceof Place place) {
            model.openInBackground(place);
            field.requestFocus();
            field.end(); // or what was typed would be selected, and gone with the next letter
        }
    }

    private void pick(Place place) {
        model.pick(place);
        field.requestFocus();
        field.end();
    }

    private void open(Place place) {
        if (place.isSelected()) {
            showChat.run();
        } else {
            model.open(place);
        }
        done.run();
    }
}
