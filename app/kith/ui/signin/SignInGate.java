package kith.ui.signin;

import kith.base.Live;
import kith.model.Proxy;
import kith.session.account.SignInRequest;
import kith.session.account.SignInState;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;
import java.util.function.Consumer;

/// Where what the user types on the sign-in page goes, and how it fares there.
///
/// @param account the account that asks for its password again; empty for one that is new here
/// @param proxy what that account goes through; may be changed
/// @param progress may tell of an attempt before this page; the page knows its own by their order
/// @param canKeepPassword whether there is a key ring
public record SignInGate(
        Optional<EntityBareJid> account,
        Optional<Proxy> proxy,
        Live<SignInState> progress,
        Consumer<SignInRequest> submit,
        Runnable cancel,
        boolean canKeepPassword) {}
