package kith.session.account;

/// A [SecretStore] can't do what it was asked. The message names the reason, never a secret.
public final class SecretStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretStoreException(String reason) {
        super(reason);
    }

    public SecretStoreException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
