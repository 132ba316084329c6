package kith.ui.signin;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ServerAddress;
import kith.session.account.Credentials;
import kith.session.account.SignInRequest;
import kith.session.account.SignInState;
import kith.ui.text.Addresses;
import kith.ui.text.FieldError;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;

/// What the user types to sign in, what is wrong with it, and how the attempt fares.
///
/// FX thread only.
public final class SignInViewModel implements AutoCloseable {

    /// What the page is doing.
    public sealed interface Phase {

        /// The user types.
        ///
        /// @param failure how the last attempt on this page failed
        record Typing(Optional<Failure> failure) implements Phase {}

        /// The server is asked.
        record Trying(EntityBareJid address) implements Phase {}

        /// Signed in; the page has no more to do.
        record Done(AccountId account) implements Phase {}
    }

    /// An attempt that failed.
    ///
    /// @param tried where the server was looked for
    public record Failure(EntityBareJid address, ServerAddress tried, ConnectionProblem problem) {}

    private static final Phase.Typing TYPING = new Phase.Typing(Optional.empty());

    /// RFC 6120 §14.7.
    private static final int USUAL_PORT = 5222;

    private final SignInGate gate;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final ProxyViewModel proxy;
    private final BooleanProperty staySignedIn = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<FieldError> addressError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<FieldError> passwordError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<FieldError> portError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(TYPING);
    private final Subscription subscription;

    /// What was known when the user pressed the button: news is what differs from it.
    private SignInState before;

    private boolean isAttempted;

    public SignInViewModel(SignInGate gate, Lane fx) {
        this.gate = gate;
        this.proxy = new ProxyViewModel(gate.proxy());
        this.before = gate.progress().get();
        gate.account().ifPresent(known -> address.set(known.toString()));
        if (isAddressFixed() && before instanceof SignInState.Failed failed) {
            show(failed);
        }
        staySignedIn.set(gate.canKeepPassword());
        address.subscribe(typed -> addressError.set(FieldError.NONE));
        password.subscribe(typed -> passwordError.set(FieldError.NONE));
        port.subscribe(typed -> portError.set(FieldError.NONE));
        subscription = gate.progress().watch(fx, this::progressed);
    }

    /// Whether the address is given: the account is known and only its password is asked for.
    public boolean isAddressFixed() {
        return gate.account().isPresent();
    }

    /// Whether the system has a key ring for the password. If not, it is asked for at each start.
    public boolean canKeepPassword() {
        return gate.canKeepPassword();
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /// Where the server is, if not where its domain says; usually empty.
    public StringProperty hostProperty() {
        return host;
    }

    /// The port of the host; empty for the usual one.
    public StringProperty portProperty() {
        return port;
    }

    /// What to go through; usually nothing.
    public ProxyViewModel proxy() {
        return proxy;
    }

    public BooleanProperty staySignedInProperty() {
        return staySignedIn;
    }

    public ReadOnlyObjectProperty<FieldError> addressErrorProperty() {
        return addressError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> passwordErrorProperty() {
        return passwordError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> portErrorProperty() {
        return portError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Says what is wrong with the address, once the user has left its field. An empty one is not
    /// wrong yet.
    public void leaveAddress() {
        if (!address.get().isBlank() && Addresses.parse(address.get()).isEmpty()) {
            addressError.set(FieldError.MALFORMED);
        }
    }

    /// Says what is wrong with the port, once the user has left its field.
    public void leavePort() {
        if (Ports.read(port.get(), USUAL_PORT).isEmpty()) {
            portError.set(FieldError.MALFORMED);
        }
    }

    /// Tries to sign in with what was typed, or says what is wrong with it.
    public void submit() {
        var parsed = Addresses.parse(address.get());
        addressError.set(
                address.get().isBlank()
                        ? FieldError.MISSING
                        : parsed.isEmpty() ? FieldError.MALFORMED : FieldError.NONE);
        passwordError.set(password.get().isEmpty() ? FieldError.MISSING : FieldError.NONE);
        leavePort();
        boolean isProxyRight = proxy.check();
        boolean isRight =
                addressError.get() == FieldError.NONE
                        && passwordError.get() == FieldError.NONE
                        && portError.get() == FieldError.NONE
                        && isProxyRight;
        if (isRight && !(phase.get() instanceof Phase.Trying)) {
            parsed.ifPresent(this::attempt);
        }
    }

    /// Gives up an attempt that takes too long.
    public void cancel() {
        if (phase.get() instanceof Phase.Trying) {
            isAttempted = false;
            phase.set(TYPING);
            gate.cancel().run();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void attempt(EntityBareJid to) {
        before = gate.progress().get();
        isAttempted = true;
        phase.set(new Phase.Trying(to));
        var credentials = new Credentials(password.get(), proxy.access());
        gate.submit().accept(new SignInRequest(to, credentials, server(), staySignedIn.get()));
    }

    private ServerAddress server() {
        var given = host.get().strip();
        return given.isEmpty()
                ? new ServerAddress.ByDomain()
                : new ServerAddress.Given(given, Ports.read(port.get(), USUAL_PORT).orElseThrow());
    }

    private void progressed(SignInState newest) {
        if (!isAttempted || isOld(newest)) {
            return;
        }
        switch (newest) {
            case SignInState.Idle idle -> {}
            case SignInState.Trying trying -> phase.set(new Phase.Trying(trying.address()));
            case SignInState.Failed failed -> show(failed);
            case SignInState.Done done -> phase.set(new Phase.Done(done.account()));
        }
    }

    private void show(SignInState.Failed failed) {
        var failure = new Failure(failed.address(), failed.tried(), failed.problem());
        phase.set(new Phase.Typing(Optional.of(failure)));
    }

    /// Whether a state was there before the attempt. The same problem may come again, so it is the
    /// very same object that counts, not an equal one.
    @SuppressWarnings("ReferenceEquality")
    private boolean isOld(SignInState newest) {
        if (newest instanceof SignInState.Failed failed
                && before instanceof SignInState.Failed old) {
            return failed.problem() == old.problem();
        }
        return newest == before;
    }
}
