package kith.xmpp;

import kith.model.ServerAddress;

import org.jxmpp.jid.EntityBareJid;

/// What a link needs to sign in.
///
/// @param resource the name of this device to ask for, kept over restarts so that no ghost of us
///   stays behind
public record SignIn(
        EntityBareJid address, String password, ServerAddress server, String resource) {

    /// The same at another address of the server.
    public SignIn at(ServerAddress other) {
        return new SignIn(address, password, other, resource);
    }

    /// Without the password: this may reach a log.
    @Override
    public String toString() {
        return "SignIn[" + address + "/" + resource + " at " + server + "]";
    }
}
