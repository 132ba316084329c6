package kith.ui.settings;

import java.util.function.Consumer;

/// What the desktop shows while the user looks elsewhere, as it was when the page was opened, and
/// how to change it.
///
/// @param isShown whether it shows anything
/// @param showsWords whether it shows what others wrote
public record Notifications(
        boolean isShown,
        boolean showsWords,
        Consumer<Boolean> setShown,
        Consumer<Boolean> setShowsWords) {}
