package kith.model;

/// A proxy, and what lets us in.
///
/// @param password empty where the proxy asks for none
public record ProxyAccess(Proxy proxy, String password) {

    /// Without the password: this may reach a log.
    @Override
    public String toString() {
        return proxy.toString();
    }
}
