package kith.xmpp;

import kith.model.ProxyAccess;
import kith.model.ServerAddress;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;

/// What a link needs to sign in.
///
/// @param proxy what to go through; empty where the server is reached straight
/// @param resource the name of this device to ask for, kept over restarts so that no ghost of us
///   stays behind
public record SignIn(
        EntityBareJid address,
        String password,
        ServerAddress server,
        Optional<ProxyAccess> proxy,
        String resource) {

    /// The same at another address of the server, through the same proxy.
    public SignIn at(ServerAddress other) {
        return new SignIn(address, password, other, proxy, resource);
    }

    /// Without the passwords: this may reach a log.
    @Override
    public String toString() {
        return "SignIn[" + address + "/" + resource + " at " + server + " through " + proxy + "]";
    }
}
