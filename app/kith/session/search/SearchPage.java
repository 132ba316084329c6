package kith.session.search;

import kith.model.SearchHit;

import java.util.List;

/// A page of what a search finds.
///
/// @param hits in the order that was asked for
/// @param total how many there are on all pages
/// @param next how many to skip for the page after this one
/// @param state how much of the history was searched
public record SearchPage(List<SearchHit> hits, int total, int next, SearchState state) {

    static SearchPage none(SearchState state) {
        return new SearchPage(List.of(), 0, 0, state);
    }

    /// Whether there are others after it.
    public boolean hasMore() {
        return next < total;
    }
}
