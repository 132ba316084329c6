package kith.ui.shell;

import kith.model.AccountId;
import kith.model.ConnectionProblem;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Where the entries of the profile menu lead.
///
/// @param repair to what mends an account that has stopped for a problem
/// @param close closes the menu
record ProfileActions(
        Runnable addAccount,
        Consumer<AccountId> retryNow,
        BiConsumer<AccountId, ConnectionProblem> repair,
        Runnable search,
        Runnable settings,
        Runnable shortcuts,
        Runnable quit,
        Runnable close) {}
