package kith.session.search;

import java.util.List;

/// A query that was taken apart.
///
/// @param filters in the order in which they were written
/// @param words the rest, as it was written
public record SplitQuery(List<SearchFilter> filters, String words) {}
