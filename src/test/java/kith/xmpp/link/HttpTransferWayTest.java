package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabCa;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.xmpp.SignIn;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A file goes by no other way than the account's, to nobody without the right certificate (F34,
/// H54).
class HttpTransferWayTest extends HttpTransferFixture {

    @ParameterizedTest
    @EnumSource
    void aCertificateThatIsNotGoodIsRefused(Bad bad) throws Exception {
        serve(bad.certificate(), this::take);
        assertThat(failure(put(slot("localhost")))).contains(Kind.NOT_TRUSTED);
        assertThat(bodies).isEmpty();
        assertThat(asked).isEmpty();
    }

    /// Nor by a way that isn't the account's any more.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void f34NothingGoesOnForAnAccountThatIsAway(boolean isOtherWay) throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        serve(
                good(),
                exchange -> {
                    begun.countDown();
                    awaitQuietly(never);
                });
        try (var account = new TestLink(LabCa.shared())) {
            var transfer = account.link().put(slot("localhost"), file, progress::add);
            begun.await();
            if (isOtherWay) {
                var other = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 1, Optional.empty());
                account.link()
                        .open(
                                new SignIn(
                                        JidCreate.entityBareFrom("mara@hearth.example"),
                                        "pass",
                                        new ServerAddress.Given("127.0.0.1", 1),
                                        Optional.of(new ProxyAccess(other, "")),
                                        "kith-test"));
            } else {
                account.link().close();
            }
            assertThat(failure(transfer)).contains(Kind.INTERRUPTED);
        } finally {
            never.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountsProxyIsTheOnlyWay(Proxy.Kind kind) throws Exception {
        serve(LabCa.shared().issue("upload.hearth.example"), this::take);
        try (var proxy = start(kind)) {
            proxy.letInOnly("mara", "pass").way("upload.hearth.example:443", address());
            var slot = slot("upload.hearth.example", -1);
            var transfer = transferOf(slot, Optional.of(access(kind, proxy, "pass")), NO_NAMES);
            lanes.io().execute(transfer);
            assertThat(failure(transfer)).isEmpty();
            assertThat(bodies).hasSize(1);

            var refused = transferOf(slot, Optional.of(access(kind, proxy, "wrong")), NO_NAMES);
            lanes.io().execute(refused);
            assertThat(failure(refused)).contains(Kind.INTERRUPTED);
            assertThat(bodies).hasSize(1);
        }
    }
}
