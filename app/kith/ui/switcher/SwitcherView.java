package kith.ui.switcher;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
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
import kith.ui.text.Texts;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.KeyCap;
import kith.ui.widget.RightToLeft;
import kith.ui.widget.RowList;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The quick switcher: a field, what was found, and the keys that work here.
///
/// The focus stays in the field. Up, Down, Page Up and Page Down move among what was found, Enter
/// opens, Ctrl+Enter opens in the background and stays; a click does as Enter. While an input
/// method composes, these keys belong to it.
public final class SwitcherView extends VBox {

    /// How many places Page Up and Down leap over.
    private static final int PAGE = 8;

    /// Of a place and of a head, in em, as the stylesheet has them.
    private static final double ROW = 3.143;

    private static final double HEAD = 2.286;

    private static final KeyStroke IN_BACKGROUND = new KeyStroke(true, false, false, "ENTER");

    private final SwitcherViewModel model;
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
        this.model = model;
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
        getChildren().addAll(em, head(), line(), middle, line(), keys());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> isComposing = !event.getComposed().isEmpty());
        model.rows().subscribe(this::showFound);
        showFound();
        model.currentRowProperty().subscribe(this::showCurrent);
        model.typedProperty().subscribe(_ -> showCurrent()); // the search says what is typed
    }

    /// Puts the caret into the field.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private Node head() {
        field.setPromptText(texts.say("switcher.prompt"));
        field.setAccessibleText(texts.say("switcher.prompt"));
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
                        new KeyCap(words.line(IN_BACKGROUND)),
                        hint(texts.say("switcher.openInBackground")));
        keys.getStyleClass().add("switcher-keys");
        return keys;
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
                if (model.isSearchCurrent()) {
                    searchMessages();
                } else if (model.currentAction().isPresent()) {
                    model.currentAction().ifPresent(this::act);
                } else if (event.isShortcutDown()) {
                    model.current().ifPresent(model::openInBackground);
                } else {
                    model.current().ifPresent(this::open);
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
        if (row instanceof Place place) {
            model.openInBackground(place);
            field.requestFocus();
            field.end(); // or what was typed would be selected, and gone with the next letter
        }
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
