package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;

/// Where a place leads that somebody named, before and after DNS is asked (H53).
class WebWaysTest extends HttpDownloadFixture {

    /// Neither DNS nor anybody else is asked.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pictures.hearth.example/",
                "ftp://pictures.hearth.example/",
                "file:///etc/passwd",
                "cat.png",
                "//pictures.hearth.example/",
                "https:cat.png",
                "https:///cat.png",
                "https://user@pictures.hearth.example/",
                "https://@pictures.hearth.example/",
                "https://pictures.hearth.example:0/",
                "https://pictures.hearth.example:65536/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[::1%hearth.example]/",
                "https://127.1/",
                "https://127.0.0.1./",
                "https://2130706433/",
                "https://2130706433./",
                "https://0x7f000001/",
                "https://0X7F000001/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://8.8.8.010/",
                "https://134744072/"
            })
    void h53APlaceThatIsNoneOrSeveral(String place) {
        assertThatThrownBy(() -> ways().to(URI.create(place)))
                .isInstanceOfSatisfying(TransferException.class, WebWaysTest::isUnsafe);
        assertThatThrownBy(() -> ways(proxy()).to(URI.create(place)))
                .isInstanceOfSatisfying(TransferException.class, WebWaysTest::isUnsafe);
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64,1", "200,1", "49,5"})
    void h53ANameBeyondDnsIsNone(int letters, int labels) {
        var label = "a".repeat(letters) + ".";
        var place = URI.create("https://" + label.repeat(labels) + "example/");
        assertThatThrownBy(() -> ways().to(place))
                .isInstanceOfSatisfying(TransferException.class, WebWaysTest::isUnsafe);
        assertThatThrownBy(() -> ways(proxy()).to(place))
                .isInstanceOfSatisfying(TransferException.class, WebWaysTest::isUnsafe);
    }

    /// A proxy may be where nobody may send us, and looks names up itself.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://a.localhost/",
                "https://printer.local/",
                "https://printer.LOCAL./",
                "https://metadata.google.internal/",
                "https://router.home.arpa/",
                "https://router/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://172.16.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:192.168.1.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/"
            })
    void h53AProxyIsNotAskedForWhatIsBesideIt(String place) {
        assertThatThrownBy(() -> ways(proxy()).to(URI.create(place)))
                .isInstanceOfSatisfying(TransferException.class, WebWaysTest::isUnsafe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pictures.hearth.example/",
                "https://pictures.hearth.example./",
                "https://localhost.example/",
                "https://notlocal.example/",
                "https://xn--ktzchen-5wa.example/",
                "https://8.8.8.8/",
                "https://[2001:4860:4860::8888]:8443/",
                "https://127.0.0.1.hearth.example/"
            })
    void h53AProxyIsAskedForWhatIsOnTheInternet(String place) {
        assertThatCode(() -> ways(proxy()).to(URI.create(place))).doesNotThrowAnyException();
    }

    /// An address in a place is no name, and is looked at as what DNS says.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/",
                "https://[::1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::7f00:1]/"
            })
    void h53AnAddressOfThisComputerOrItsNetworkIsNotFetchedFrom(String place) {
        assertThatThrownBy(() -> ways().to(URI.create(place)).connect())
                .isInstanceOfSatisfying(TransferException.class, WebWaysTest::isUnsafe);
        assertThat(connected).isEmpty();
        assertThat(lookedUp).isEmpty();
    }

    private static void isUnsafe(TransferException failure) {
        assertThat(failure.kind()).isEqualTo(Kind.UNSAFE);
    }

    private static ProxyAccess proxy() {
        return new ProxyAccess(new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 1, Optional.empty()), "");
    }
}
