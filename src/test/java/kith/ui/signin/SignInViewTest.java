package kith.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.Proxy;
import kith.model.ServerAddress;
import kith.session.account.SignInState;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Locale;
import java.util.Optional;

/// What the form says about an attempt that failed, to the letter.
class SignInViewTest {

    private static final EntityBareJid MARA =
            JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example");
    private static final ServerAddress BY_DOMAIN = new ServerAddress.ByDomain();
    private static final ServerAddress GIVEN = new ServerAddress.Given("xmpp.hearth.exmaple", 5222);

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<SignInState> progress = new Cell<>(lane, new SignInState.Idle());
    private final OnStage window = new OnStage(600, 700, () -> view(Optional.empty()));

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachProblemHasItsSentences(Kind kind) {
        fail(kind, BY_DOMAIN);
        assertThat(problem().getText()).isEqualTo(sentences(kind));
    }

    @ParameterizedTest
    @EnumSource
    void whereAHostWasGivenItIsTheOneThatIsBlamed(Kind kind) {
        fail(kind, GIVEN);
        assertThat(problem().getText()).isEqualTo(sentencesWithHost(kind));
    }

    @Test
    void aProblemIsReadInFullAndGoesWithTheNextAttempt() {
        assertThat(problem().getParent().isVisible()).isFalse();
        fail(Kind.CERTIFICATE_EXPIRED, GIVEN);
        window.settle();
        assertThat(problem().getParent().isVisible()).isTrue();
        var text = (javafx.scene.text.Text) problem().lookup(".text");
        assertThat(text.getText()).isEqualTo(problem().getText());
        FxThread.run(() -> set(new SignInState.Trying(MARA)));
        assertThat(problem().getParent().isVisible()).isFalse();
    }

    @Test
    void whereOnlyThePasswordIsAskedForThereAreNoOptions() {
        var known = FxThread.call(() -> view(Optional.of(MARA)));
        assertThat(known.lookup(".fold")).isNull();
        assertThat(window.stage().getScene().lookup(".fold")).isNotNull();
    }

    @Test
    void f37TheProxyOfAKnownAccountStandsOpenAndCanBeChanged() {
        var tor = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 9050, Optional.of("mara"));
        var known = FxThread.call(() -> view(Optional.of(MARA), Optional.of(tor)));
        assertThat(known.lookup(".proxy").isVisible()).isTrue();
        assertThat(known.lookup(".server")).isNull();
        assertThat(known.lookupAll(".proxy .text-field"))
                .extracting(field -> field.getAccessibleText())
                .contains("Proxy address", "Proxy port", "Proxy user name", "Proxy password");
    }

    private static String sentences(Kind kind) {
        return switch (kind) {
            case WRONG_PASSWORD ->
                    "hearth.example refused your password. Check the address and the password.";
            case NO_PASSWORD ->
                    "The password of mara@hearth.example is needed. Type it to sign in.";
            case UNKNOWN_HOST ->
                    "There is no server hearth.example, or the network is down."
                            + " Check the address, or try again later.";
            case UNREACHABLE ->
                    "hearth.example can’t be reached. Check the address, or try again later.";
            case NOT_THIS_DOMAIN ->
                    "The server that answers doesn’t know hearth.example."
                            + " Check the address, or try again later.";
            case NO_TLS ->
                    "hearth.example offers no encrypted connection, so nothing was sent to it."
                            + " Only your provider can mend that.";
            case CERTIFICATE_EXPIRED ->
                    "The certificate of hearth.example has expired."
                            + " Check this computer’s date and time. If they are right, your provider"
                            + " has to renew it.";
            case CERTIFICATE_NOT_YET_VALID ->
                    "The certificate of hearth.example is not valid yet."
                            + " Check this computer’s date and time.";
            case CERTIFICATE_FOR_OTHER_NAME ->
                    "The certificate of hearth.example is for another name."
                            + " It may be a false server: ask your provider.";
            case CERTIFICATE_NOT_TRUSTED ->
                    "Nobody this computer trusts vouches for the certificate of hearth.example."
                            + " It may be a false server: ask your provider.";
            case BAD_CERTIFICATE ->
                    "The certificate of hearth.example can’t be trusted."
                            + " Only your provider can mend that.";
            case NO_COMMON_MECHANISM ->
                    "hearth.example offers no way to sign in that is safe."
                            + " Only your provider can mend that.";
            case SERVER_NOT_AUTHENTIC ->
                    "hearth.example could not prove that it knows your password."
                            + " It may be a false server: ask your provider.";
            case TIMED_OUT ->
                    "hearth.example doesn’t answer. Check the address, or try again later.";
            case CONNECTION_LOST -> "The connection to hearth.example was lost. Try again.";
            case SERVER_SHUTDOWN -> "hearth.example is shutting down. Try again in a few minutes.";
            case REPLACED ->
                    "mara@hearth.example was signed in from elsewhere under the same name."
                            + " Close Kith there, then try again.";
            case POLICY_VIOLATION ->
                    "hearth.example closed the connection for breaking its rules."
                            + " Try again later, or ask your provider.";
            case NOT_READ -> "hearth.example could not read what was sent to it. Try again later.";
            case NOT_KEPT ->
                    "What hearth.example sends can’t be kept on this computer."
                            + " Make room on its disk, or check that it can be written.";
            case PROTOCOL_ERROR ->
                    "What answers at hearth.example is no XMPP server."
                            + " Check the address, or try again later.";
            case PROXY_UNREACHABLE ->
                    "The proxy of mara@hearth.example doesn’t answer."
                            + " Check its name and port, or start it.";
            case PROXY_REFUSED ->
                    "The proxy of mara@hearth.example refused its user name and password."
                            + " Check both.";
            case PROXY_CANNOT_CONNECT ->
                    "The proxy of mara@hearth.example can’t connect to hearth.example."
                            + " Check the address, or try again later.";
            case NOT_A_PROXY ->
                    "What answers as the proxy of mara@hearth.example is no proxy of that kind."
                            + " Check its kind, name and port.";
        };
    }

    private static String sentencesWithHost(Kind kind) {
        return switch (kind) {
            case WRONG_PASSWORD,
                    NO_PASSWORD,
                    REPLACED,
                    PROXY_UNREACHABLE,
                    PROXY_REFUSED,
                    NOT_A_PROXY ->
                    sentences(kind);
            case PROXY_CANNOT_CONNECT ->
                    "The proxy of mara@hearth.example can’t connect to xmpp.hearth.exmaple."
                            + " Check its name and port.";
            case UNKNOWN_HOST ->
                    "There is no server xmpp.hearth.exmaple, or the network is down."
                            + " Check its name and port.";
            case UNREACHABLE -> "xmpp.hearth.exmaple can’t be reached. Check its name and port.";
            case NOT_THIS_DOMAIN ->
                    "xmpp.hearth.exmaple doesn’t know hearth.example. Check its name and port.";
            case NO_TLS ->
                    "xmpp.hearth.exmaple offers no encrypted connection,"
                            + " so nothing was sent to it. Check its name and port.";
            case CERTIFICATE_FOR_OTHER_NAME ->
                    "The certificate of xmpp.hearth.exmaple is not for hearth.example."
                            + " Check its name and port.";
            case TIMED_OUT -> "xmpp.hearth.exmaple doesn’t answer. Check its name and port.";
            case PROTOCOL_ERROR ->
                    "What answers at xmpp.hearth.exmaple is no XMPP server."
                            + " Check its name and port.";
            case CERTIFICATE_EXPIRED,
                    CERTIFICATE_NOT_YET_VALID,
                    CERTIFICATE_NOT_TRUSTED,
                    BAD_CERTIFICATE,
                    NO_COMMON_MECHANISM,
                    SERVER_NOT_AUTHENTIC,
                    CONNECTION_LOST,
                    SERVER_SHUTDOWN,
                    NOT_KEPT,
                    NOT_READ,
                    POLICY_VIOLATION ->
                    sentences(kind).replace("hearth.example", "xmpp.hearth.exmaple");
        };
    }

    /// On the FX thread.
    private SignInView view(Optional<EntityBareJid> account) {
        return view(account, Optional.empty());
    }

    private SignInView view(Optional<EntityBareJid> account, Optional<Proxy> through) {
        var gate = new SignInGate(account, through, progress, request -> {}, () -> {}, true);
        var model = new SignInViewModel(gate, lane);
        model.addressProperty().set(MARA.toString());
        model.passwordProperty().set("open sesame");
        model.proxy().passwordProperty().set(through.flatMap(Proxy::user).orElse(""));
        model.submit();
        return new SignInView(model, Texts.of(Locale.UK));
    }

    private void fail(Kind kind, ServerAddress tried) {
        var problem = new ConnectionProblem(kind, "what the system said");
        FxThread.run(() -> set(new SignInState.Failed(MARA, tried, problem)));
    }

    private void set(SignInState state) {
        lane.execute(() -> progress.set(state));
    }

    private Label problem() {
        return (Label) window.stage().getScene().lookup(".problem .label");
    }
}
