package kith.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.session.account.Credentials;
import kith.session.account.SignInRequest;
import kith.session.account.SignInState;
import kith.ui.signin.SignInViewModel.Phase;
import kith.ui.text.FieldError;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SignInViewModelTest {

    private static final EntityBareJid MARA =
            JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example");
    private static final AccountId ACCOUNT = new AccountId(1);

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<SignInState> progress = new Cell<>(lane, new SignInState.Idle());
    private final List<SignInRequest> requests = new ArrayList<>();
    private final List<String> cancels = new ArrayList<>();

    @Test
    void whatWasTypedIsHandedOn() {
        var signIn = typed("mara@hearth.example", "open sesame");
        signIn.submit();
        assertThat(requests)
                .containsExactly(
                        new SignInRequest(
                                MARA,
                                new Credentials("open sesame"),
                                new ServerAddress.ByDomain(),
                                true));
        assertThat(signIn.phaseProperty().get()).isEqualTo(new Phase.Trying(MARA));
    }

    @Test
    void f37AProxyGoesWithWhatIsTyped() {
        var signIn = typed("mara@hearth.example", "open sesame");
        var proxy = signIn.proxy();
        proxy.hostProperty().set("not looked at");
        signIn.submit();
        assertThat(requests.getLast().credentials().proxy()).isEmpty();
        signIn.cancel();
        proxy.kindProperty().set(Optional.of(Proxy.Kind.SOCKS5));
        proxy.hostProperty().set(" 127.0.0.1 ");
        signIn.submit();
        assertThat(requests.getLast().credentials().proxy())
                .contains(access(1080, Optional.empty(), ""));
        signIn.cancel();
        proxy.portProperty().set("9050");
        proxy.userProperty().set("mara");
        proxy.passwordProperty().set("x");
        signIn.submit();
        assertThat(requests.getLast().credentials().proxy())
                .contains(access(9050, Optional.of("mara"), "x"));
    }

    @Test
    void f37AProxyThatCanBeNoneIsNotTried() {
        var signIn = typed("mara@hearth.example", "open sesame");
        var proxy = signIn.proxy();
        proxy.kindProperty().set(Optional.of(Proxy.Kind.HTTP));
        proxy.portProperty().set("0");
        proxy.userProperty().set("mara");
        signIn.submit();
        assertThat(proxy.hostErrorProperty().get()).isEqualTo(FieldError.MISSING);
        assertThat(proxy.portErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(proxy.passwordErrorProperty().get()).isEqualTo(FieldError.MISSING);
        proxy.hostProperty().set("http://proxy");
        proxy.portProperty().set("");
        proxy.passwordProperty().set("x");
        signIn.submit();
        assertThat(proxy.hostErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(requests).isEmpty();
    }

    private static ProxyAccess access(int port, Optional<String> user, String password) {
        return new ProxyAccess(new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", port, user), password);
    }

    @Test
    void aLinkWillDoForAnAddress() {
        var signIn = typed(" xmpp:mara@hearth.example?join ", "open sesame");
        signIn.submit();
        assertThat(requests).singleElement().extracting(SignInRequest::address).isEqualTo(MARA);
    }

    @Test
    void aServerOfOnesOwnHasAPortOrTheUsualOne() {
        var signIn = typed("mara@hearth.example", "open sesame");
        signIn.hostProperty().set("xmpp.hearth.example");
        signIn.submit();
        assertThat(requests.getLast().server())
                .isEqualTo(new ServerAddress.Given("xmpp.hearth.example", 5222));
        signIn.cancel();
        signIn.portProperty().set("5223");
        signIn.submit();
        assertThat(requests.getLast().server())
                .isEqualTo(new ServerAddress.Given("xmpp.hearth.example", 5223));
    }

    @Test
    void nothingIsAskedOfTheServerWhileAFieldIsWrong() {
        var signIn = typed("mara(at)hearth", "");
        signIn.portProperty().set("70000");
        signIn.submit();
        assertThat(signIn.addressErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(signIn.passwordErrorProperty().get()).isEqualTo(FieldError.MISSING);
        assertThat(signIn.portErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(requests).isEmpty();
    }

    @Test
    void anErrorGoesAsSoonAsTheUserTypes() {
        var signIn = typed("mara(at)hearth", "open sesame");
        signIn.leaveAddress();
        assertThat(signIn.addressErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        signIn.addressProperty().set("mara@hearth");
        assertThat(signIn.addressErrorProperty().get()).isEqualTo(FieldError.NONE);
    }

    @Test
    void anEmptyAddressIsNotWrongUntilTheUserSubmits() {
        var signIn = typed("", "open sesame");
        signIn.leaveAddress();
        assertThat(signIn.addressErrorProperty().get()).isEqualTo(FieldError.NONE);
        signIn.submit();
        assertThat(signIn.addressErrorProperty().get()).isEqualTo(FieldError.MISSING);
    }

    @Test
    void aRefusalIsShownAndTheUserTypesAgain() {
        var signIn = submitted();
        set(new SignInState.Trying(MARA));
        set(failed());
        assertThat(failure(signIn)).contains(ConnectionProblem.Kind.WRONG_PASSWORD);
        signIn.submit();
        assertThat(signIn.phaseProperty().get()).isEqualTo(new Phase.Trying(MARA));
        assertThat(requests).hasSize(2);
    }

    @Test
    void successEndsThePage() {
        var signIn = submitted();
        set(new SignInState.Done(ACCOUNT));
        assertThat(signIn.phaseProperty().get()).isEqualTo(new Phase.Done(ACCOUNT));
    }

    @Test
    void pressedTwiceItAsksOnce() {
        var signIn = submitted();
        signIn.submit();
        assertThat(requests).hasSize(1);
    }

    @Test
    void whatBecameOfAnAttemptBeforeThisPageIsNotShown() {
        set(failed());
        var signIn = typed("mara@hearth.example", "open sesame");
        assertThat(failure(signIn)).isEmpty();
        signIn.submit();
        assertThat(signIn.phaseProperty().get()).isInstanceOf(Phase.Trying.class);
    }

    @Test
    void theSameRefusalAgainIsNews() {
        var signIn = submitted();
        set(failed());
        signIn.submit();
        set(failed());
        assertThat(failure(signIn)).contains(ConnectionProblem.Kind.WRONG_PASSWORD);
    }

    @Test
    void cancelledItIsForgotten() {
        var signIn = submitted();
        signIn.cancel();
        set(failed());
        assertThat(cancels).hasSize(1);
        assertThat(signIn.phaseProperty().get()).isEqualTo(new Phase.Typing(Optional.empty()));
    }

    @Test
    void anAccountThatAsksAgainHasItsAddressAndSaysWhy() {
        set(failed());
        var signIn = new SignInViewModel(gate(Optional.of(MARA), true), lane);
        assertThat(signIn.isAddressFixed()).isTrue();
        assertThat(signIn.addressProperty().get()).isEqualTo("mara@hearth.example");
        assertThat(failure(signIn)).contains(ConnectionProblem.Kind.WRONG_PASSWORD);
    }

    @Test
    void withoutAKeyRingStayingSignedInIsOff() {
        var signIn = new SignInViewModel(gate(Optional.empty(), false), lane);
        assertThat(signIn.staySignedInProperty().get()).isFalse();
    }

    private SignInViewModel typed(String address, String password) {
        var signIn = new SignInViewModel(gate(Optional.empty(), true), lane);
        signIn.addressProperty().set(address);
        signIn.passwordProperty().set(password);
        return signIn;
    }

    private SignInViewModel submitted() {
        var signIn = typed("mara@hearth.example", "open sesame");
        signIn.submit();
        return signIn;
    }

    private SignInGate gate(Optional<EntityBareJid> account, boolean canKeepPassword) {
        return new SignInGate(
                account,
                Optional.empty(),
                progress,
                requests::add,
                () -> cancels.add("cancel"),
                canKeepPassword);
    }

    private void set(SignInState state) {
        lane.execute(() -> progress.set(state));
    }

    private static SignInState failed() {
        return new SignInState.Failed(
                MARA,
                new ServerAddress.ByDomain(),
                new ConnectionProblem(ConnectionProblem.Kind.WRONG_PASSWORD, ""));
    }

    private static Optional<ConnectionProblem.Kind> failure(SignInViewModel signIn) {
        return signIn.phaseProperty().get() instanceof Phase.Typing(var failure)
                ? failure.map(known -> known.problem().kind())
                : Optional.empty();
    }
}
