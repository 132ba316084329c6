package kith.session.account;

import kith.model.ServerAddress;

import org.jxmpp.jid.EntityBareJid;

/// What the user gave to sign in to an account for the first time.
///
/// @param staySignedIn whether the password may be kept in the key ring, where there is one
public record SignInRequest(
        EntityBareJid address,
        Credentials credentials,
        ServerAddress server,
        boolean staySignedIn) {

    /// Without the password: this may reach a log.
    @Override
    public String toString() {
        return "SignInRequest[" + address + " at " + server + "]";
    }
}
