package kith.ui.search;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.model.SearchQuery;
import kith.session.search.QueryText;
import kith.session.search.SearchFilter;

import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is looked for: what the user writes, and the filters that stand beside it.
///
/// A filter may be written among the words, too. It counts at once, and [#settle] sets it beside
/// them.
///
/// FX thread only.
public final class SearchWords {

    private final ZoneId zone;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<SearchFilter> filters = FXCollections.observableArrayList();
    private final ObservableList<SearchFilter> shown =
            FXCollections.unmodifiableObservableList(filters);
    private final ReadOnlyObjectWrapper<SearchQuery> query =
            new ReadOnlyObjectWrapper<>(this, "query", SearchQuery.NOTHING);

    /// @param zone in which the days of filters begin
    public SearchWords(ZoneId zone) {
        this.zone = zone;
        text.subscribe(this::read);
        filters.subscribe(this::read);
    }

    /// What the user writes.
    public StringProperty textProperty() {
        return text;
    }

    /// Read-only; each is there once.
    public ObservableList<SearchFilter> filters() {
        return shown;
    }

    /// What all of it asks for.
    public ReadOnlyObjectProperty<SearchQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// Adds a filter, in place of another of its kind where there can be one only.
    public void add(SearchFilter filter) {
        if (filters.contains(filter)) {
            return;
        }
        var next =
                Stream.concat(
                                filters.stream()
                                        .filter(
                                                each ->
                                                        each.kind() != filter.kind()
                                                                || filter.kind().isRepeatable()),
                                Stream.of(filter))
                        .toList();
        filters.setAll(next);
    }

    public void remove(SearchFilter filter) {
        filters.remove(filter);
    }

    /// Takes the filters away that were added last, if there are any.
    public void removeLast() {
        if (!filters.isEmpty()) {
            filters.removeLast();
        }
    }

    /// Sets the filters that stand among the words beside them.
    public void settle() {
        var split = QueryText.split(text.get(), zone);
        if (!split.filters().isEmpty()) {
            text.set(split.words());
            split.filters().forEach(this::add);
        }
    }

    /// In a few words, for the tab: the words, else the first filter; empty where nothing is asked.
    public String summary() {
        var words = text.get().strip();
        return words.isEmpty() && !filters.isEmpty() ? filters.getFirst().value() : words;
    }

    private void read() {
        var written = filters.stream().map(SearchFilter::written).collect(Collectors.joining(" "));
        query.set(
                QueryText.readUnfinished(
                        written.isEmpty() ? text.get() : written + " " + text.get(), zone));
    }
}
