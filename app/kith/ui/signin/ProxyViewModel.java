package kith.ui.signin;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.ui.text.FieldError;

import java.util.Optional;

/// The proxy that the user types, and what is wrong with it. Where none is chosen nothing is.
///
/// FX thread only.
public final class ProxyViewModel {

    private final ObjectProperty<Optional<Proxy.Kind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldError> hostError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<FieldError> portError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<FieldError> passwordError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);

    /// @param known the proxy that the account has
    ProxyViewModel(Optional<Proxy> known) {
        known.ifPresent(
                proxy -> {
                    kind.set(Optional.of(proxy.kind()));
                    host.set(proxy.host());
                    port.set(String.valueOf(proxy.port()));
                    user.set(proxy.user().orElse(""));
                });
        host.subscribe(typed -> hostError.set(FieldError.NONE));
        port.subscribe(typed -> portError.set(FieldError.NONE));
        user.subscribe(typed -> passwordError.set(FieldError.NONE));
        password.subscribe(typed -> passwordError.set(FieldError.NONE));
    }

    /// What the proxy speaks; empty for no proxy.
    public ObjectProperty<Optional<Proxy.Kind>> kindProperty() {
        return kind;
    }

    public StringProperty hostProperty() {
        return host;
    }

    /// Empty for the usual one of the kind.
    public StringProperty portProperty() {
        return port;
    }

    /// Empty where the proxy asks for none.
    public StringProperty userProperty() {
        return user;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public ReadOnlyObjectProperty<FieldError> hostErrorProperty() {
        return hostError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> portErrorProperty() {
        return portError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> passwordErrorProperty() {
        return passwordError.getReadOnlyProperty();
    }

    /// Says what is wrong with the port, once the user has left its field.
    public void leavePort() {
        if (kind.get().filter(it -> Ports.read(port.get(), it.usualPort()).isEmpty()).isPresent()) {
            portError.set(FieldError.MALFORMED);
        }
    }

    /// Says what is wrong with what was typed.
    ///
    /// @return whether nothing is
    boolean check() {
        if (kind.get().isEmpty()) {
            return true;
        }
        leavePort();
        if (host.get().isBlank()) {
            hostError.set(FieldError.MISSING);
        } else if (portError.get() == FieldError.NONE && proxy().isEmpty()) {
            hostError.set(FieldError.MALFORMED);
        }
        if (name().isPresent() == password.get().isEmpty()) {
            passwordError.set(name().isPresent() ? FieldError.MISSING : FieldError.MALFORMED);
        }
        return hostError.get() == FieldError.NONE
                && portError.get() == FieldError.NONE
                && passwordError.get() == FieldError.NONE;
    }

    /// What was typed; empty for no proxy, and where [#check] finds something wrong.
    Optional<ProxyAccess> access() {
        return proxy().map(it -> new ProxyAccess(it, password.get()));
    }

    private Optional<Proxy> proxy() {
        return kind.get()
                .flatMap(
                        it ->
                                Ports.read(port.get(), it.usualPort())
                                        .flatMap(number -> proxy(it, number)));
    }

    private Optional<Proxy> proxy(Proxy.Kind speaks, int number) {
        try {
            return Optional.of(new Proxy(speaks, host.get().strip(), number, name()));
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    private Optional<String> name() {
        return Optional.of(user.get().strip()).filter(it -> !it.isEmpty());
    }
}
