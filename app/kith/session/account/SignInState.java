package kith.session.account;

import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ServerAddress;

import org.jxmpp.jid.EntityBareJid;

/// How far the signing in to a new account has come.
public sealed interface SignInState {

    /// Nobody is signing in.
    record Idle() implements SignInState {}

    /// On the way.
    record Trying(EntityBareJid address) implements SignInState {}

    /// It didn't work; nothing of it is kept.
    ///
    /// @param tried where the server was looked for
    record Failed(EntityBareJid address, ServerAddress tried, ConnectionProblem problem)
            implements SignInState {}

    /// It worked, the account is in the list.
    record Done(AccountId account) implements SignInState {}
}
