package kith.ui.tabs;

/// The tab of a search over all messages.
///
/// @param title what is looked for; empty while that is nothing
public record SearchTab(String title, boolean isSelected) {}
