package kith.ui.settings;

import java.util.function.Consumer;

/// What is done about pictures that others send, as it was when the page was opened, and how to
/// change it.
///
/// @param areShown whether those of people whom the user knows are fetched by themselves
public record PictureSettings(boolean areShown, Consumer<Boolean> setShown) {}
