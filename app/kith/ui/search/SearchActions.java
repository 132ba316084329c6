package kith.ui.search;

import java.util.function.Consumer;
import java.util.function.Function;

/// What the page of a search asks of the window.
///
/// @param context opens the part of a chat in which a message is shown; the page closes it
/// @param open takes the reader to a message in its chat
/// @param leave ends the search
/// @param back goes to the lists, where the window shows one pane at a time
public record SearchActions(
        Function<SearchRow, SearchContext> context,
        Consumer<SearchRow> open,
        Runnable leave,
        Runnable back) {}
