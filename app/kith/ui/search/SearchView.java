package kith.ui.search;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.RowList;
import kith.ui.widget.SearchField;

import java.util.Objects;

/// The page of a search over all messages: a field, filters, what is found, and the message that is
/// selected among those around it.
///
/// Up and Down in the field select another message, Enter opens the selected one in its chat,
/// Escape clears the field and then ends the search.
///
/// FX thread only. [#close] with its tab; it closes its view-model too.
public final class SearchView extends VBox implements AutoCloseable {

    private final SearchViewModel model;
    private final SearchActions actions;
    private final Texts texts;
    private final SearchField field;
    private final Label count = new Label();
    private final RowList<SearchRow> list;
    private final VBox found;
    private final ContextPane context;
    private final SearchSplit split;
    private final StackPane body = new StackPane();

    /// @param isNarrow whether the window shows one pane at a time
    public SearchView(
            SearchViewModel model,
            SearchActions actions,
            ObservableBooleanValue isNarrow,
            Texts texts,
            Times times) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        var resource = SearchView.class.getResource("/kith/ui/search.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        getStyleClass().addAll("page", "search-page");
        field = new SearchField(texts.say("search.prompt"), texts.say("search.clear"));
        field.textProperty().bindBidirectional(model.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInField);
        field.addEventHandler(KeyEvent.KEY_RELEASED, this::releasedInField);
        field.focusedProperty().subscribe(this::focusChanged);
        list =
                new RowList<>(
                        model.rows(),
                        texts.say("search.list"),
                        () -> new SearchCell(model, texts, times));
        list.onOpen(this::opened);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInList);
        list.getStyleClass().add("found");
        VBox.setVgrow(list, Priority.ALWAYS);
        found = new VBox(listHead(), list);
        found.getStyleClass().add("search-found");
        context = new ContextPane(model, actions, texts);
        split = new SearchSplit(found, context);
        setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren()
                .addAll(
                        fieldRow(isNarrow),
                        filterRow(times),
                        body,
                        new OlderBar(model.older(), texts));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.outcomeProperty().subscribe(this::show);
        model.percentProperty().subscribe(this::show);
        model.totalProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::showSelected);
        show();
    }

    /// Moves the focus into the field.
    @Override
    public void requestFocus() {
        field.requestFocus();
        field.end();
    }

    /// Looks for these words.
    public void search(String words) {
        model.textProperty().set(words);
        model.words().settle();
    }

    @Override
    public void close() {
        context.close();
        model.close();
    }

    private HBox fieldRow(ObservableBooleanValue isNarrow) {
        var back = new IconButton(Icon.ARROW_LEFT, texts.say("chat.back"));
        back.setOnAction(event -> actions.back().run());
        back.visibleProperty().bind(isNarrow);
        back.managedProperty().bind(isNarrow);
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(back, field);
        row.getStyleClass().add("search-field-row");
        return row;
    }

    private HBox filterRow(Times times) {
        var chips = new SearchChips(model, texts, times);
        HBox.setHgrow(chips, Priority.ALWAYS);
        count.getStyleClass().add("search-count");
        count.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(chips, count);
        row.getStyleClass().add("search-filters");
        return row;
    }

    private HBox listHead() {
        var name = new Label(texts.say("search.messages"));
        name.getStyleClass().add("strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(name, space, new Label(texts.say("search.newestFirst")));
        head.getStyleClass().add("search-list-head");
        return head;
    }

    private void pressedInField(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case ENTER -> {
                model.words().settle();
                model.selectedProperty().get().ifPresent(actions.open());
            }
            case BACK_SPACE -> {
                if (!field.getText().isEmpty()) {
                    return;
                }
                model.words().removeLast();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A filter that is followed by a space is complete. Not before the field has done with the
    /// key: it would put its caret where the words were.
    private void releasedInField(KeyEvent event) {
        if (event.getCode() != KeyCode.BACK_SPACE
                && field.getText().endsWith(" ")
                && field.getCaretPosition() == field.getLength()) {
            model.words().settle();
            field.end();
        }
    }

    private void focusChanged(boolean isFocused) {
        if (!isFocused) {
            model.words().settle();
        }
    }

    private void pressedInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            var row = list.getFocusModel().getFocusedItem();
            if (row != null) {
                actions.open().accept(row);
                event.consume();
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            actions.leave().run();
            event.consume();
        }
    }

    /// Where the chat is beside the list, a click shows the message in it.
    private void opened(SearchRow row) {
        if (context.isVisible()) {
            model.select(row);
        } else {
            actions.open().accept(row);
        }
    }

    private void showSelected() {
        int row = model.selectedProperty().get().map(model::place).orElse(-1);
        if (row >= 0) {
            list.reveal(row);
        }
    }

    private void show() {
        count.setText(counted());
        Node wanted =
                switch (model.outcomeProperty().get()) {
                    case FOUND -> split;
                    case ASKING -> new StackPane();
                    case NOTHING_ASKED ->
                            new EmptyState(
                                    texts.say("search.empty"), texts.say("search.empty.how"));
                    case NOTHING_FOUND -> nothing();
                    case UNAVAILABLE -> unavailable("search.unavailable.disk");
                    case DISK_FULL -> unavailable("search.unavailable.full");
                };
        if (!body.getChildren().contains(wanted)) {
            body.getChildren().setAll(wanted);
        }
    }

    private EmptyState nothing() {
        if (model.percentProperty().get() < 100) {
            return new EmptyState(
                    texts.say("search.nothing.yet"), texts.say("search.nothing.yet.how"));
        }
        var words = field.getText().strip();
        var how =
                texts.say(
                        model.words().filters().isEmpty()
                                ? "search.nothing.how"
                                : "search.nothing.filtered");
        return new EmptyState(
                words.isEmpty()
                        ? texts.say("search.nothing.here")
                        : texts.say("search.nothing", words),
                how);
    }

    private EmptyState unavailable(String why) {
        return new EmptyState(texts.say("search.unavailable"), texts.say(why));
    }

    /// How many there are, and what may be missing.
    private String counted() {
        int percent = model.percentProperty().get();
        if (percent < 100) {
            return texts.say("search.filling", percent);
        }
        int total = model.totalProperty().get();
        return total == 0 ? "" : texts.count("search.count", total);
    }
}
