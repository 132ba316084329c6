package kith.ui.tabs;

import kith.model.ChatKey;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// What the user can do with tabs.
///
/// @param move to the place with this index, counted without the moved tab
/// @param pin or not
/// @param openWindow gives it a window of its own, in place of the tab
public record TabCommands(
        Consumer<ChatKey> select,
        Consumer<ChatKey> close,
        Consumer<ChatKey> closeOthers,
        Runnable reopenClosed,
        ObjIntConsumer<ChatKey> move,
        BiConsumer<ChatKey, Boolean> pin,
        WindowOpening openWindow) {}
