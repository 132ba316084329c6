package kith.ui.switcher;

import kith.model.Chat;
import kith.model.ChatKey;

import java.util.function.BiConsumer;

/// What the switcher does with what was found.
///
/// @param open opens its tab, or goes to it
/// @param openInBackground opens its tab and stays where the user is
public record SwitcherCommands(
        BiConsumer<ChatKey, Chat.Kind> open, BiConsumer<ChatKey, Chat.Kind> openInBackground) {}
