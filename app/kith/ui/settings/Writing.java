package kith.ui.settings;

import kith.model.SendKey;

import java.util.function.Consumer;

/// How the user writes, as it was when the page was opened, and how to change it.
///
/// @param tellsTyping whether others are told that the user is writing (XEP-0085)
public record Writing(
        SendKey sendKey,
        boolean tellsTyping,
        Consumer<SendKey> setSendKey,
        Consumer<Boolean> setTellsTyping) {}
