package kith.ui.shell;

import kith.model.AccountId;

import java.util.function.Consumer;

/// What the user can do about a connection.
///
/// @param retryNow tries again now instead of waiting
/// @param connect connects an account that has stopped trying
public record ConnectionCommands(Consumer<AccountId> retryNow, Consumer<AccountId> connect) {}
