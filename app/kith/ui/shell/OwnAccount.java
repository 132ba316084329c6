package kith.ui.shell;

import kith.model.Account;
import kith.model.ConnectionState;

/// One of the user's accounts, and what its connection is doing.
public record OwnAccount(Account account, ConnectionState connection) {}
