package kith.ui.tabs;

import kith.model.ChatKey;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// What the user can do with tabs.
///
/// @param move to the place with this index, counted without the moved tab
public record TabCommands(
        Consumer<ChatKey> select,
        Consumer<ChatKey> close,
        Runnable reopenClosed,
        ObjIntConsumer<ChatKey> move) {}
