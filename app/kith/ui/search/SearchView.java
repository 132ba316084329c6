package kith.ui.search;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.EmptyState;
import kith.ui.widget.RowList;
import kith.ui.widget.SearchField;

import java.util.Objects;
import java.util.function.Consumer;

/// The field to search all messages, and what it finds.
///
/// Enter in the field opens the first that is found, the arrow key down goes into the list.
public final class SearchView extends VBox {

    private final SearchViewModel model;
    private final Texts texts;
    private final SearchField field;
    private final Label count = new Label();
    private final RowList<SearchRow> list;
    private final StackPane body = new StackPane();

    /// @param open takes the reader to a message
    public SearchView(SearchViewModel model, Consumer<SearchRow> open, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        var resource = SearchView.class.getResource("/kith/ui/search.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        getStyleClass().add("search-page");
        field = new SearchField(texts.say("search.prompt"), texts.say("search.clear"));
        field.textProperty().bindBidirectional(model.textProperty());
        count.getStyleClass().add("search-count");
        list =
                new RowList<>(
                        model.rows(),
                        texts.say("search.list"),
                        () -> new SearchCell(model, texts, times));
        list.onOpen(open);
        list.getStyleClass().add("found");
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(field, count, body);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, open));
        model.outcomeProperty().subscribe(this::show);
        model.percentProperty().subscribe(this::show);
        model.totalProperty().subscribe(this::show);
        show();
    }

    /// Moves the focus into the field.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void pressed(KeyEvent event, Consumer<SearchRow> open) {
        if (!field.isFocused() || model.rows().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            open.accept(model.rows().getFirst());
            event.consume();
        }
    }

    private void show() {
        count.setText(counted());
        Node wanted =
                switch (model.outcomeProperty().get()) {
                    case FOUND -> list;
                    case ASKING -> new StackPane();
                    case NOTHING_ASKED ->
                            new EmptyState(
                                    texts.say("search.empty"), texts.say("search.empty.how"));
                    case NOTHING_FOUND ->
                            new EmptyState(
                                    texts.say("search.nothing", field.getText().strip()),
                                    texts.say("search.nothing.how"));
                    case UNAVAILABLE -> unavailable("search.unavailable.disk");
                    case DISK_FULL -> unavailable("search.unavailable.full");
                };
        if (!body.getChildren().contains(wanted)) {
            body.getChildren().setAll(wanted);
        }
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
