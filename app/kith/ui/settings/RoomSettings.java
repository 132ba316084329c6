package kith.ui.settings;

import java.util.function.Consumer;

/// How rooms are found, as it was when the page was opened, and how to change it.
///
/// @param directory the service that is asked (XEP-0433); empty for none
public record RoomSettings(String directory, Consumer<String> setDirectory) {}
