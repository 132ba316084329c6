package kith.session.account;

import kith.model.Account;
import kith.model.ConnectionState;

/// An account and what its connection is doing.
public record AccountStatus(Account account, ConnectionState connection) {}
