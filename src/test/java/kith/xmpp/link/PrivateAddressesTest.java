package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.link.PrivateAddresses.Reach;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which addresses others may not send us to (H53).
class PrivateAddressesTest {

    private static final Map<Reach, List<String>> ADDRESSES =
            Map.of(
                    Reach.PUBLIC,
                    List.of(
                            "1.0.0.0",
                            "1.1.1.1",
                            "9.255.255.255",
                            "11.0.0.0",
                            "100.63.255.255",
                            "100.128.0.0",
                            "126.255.255.255",
                            "128.0.0.0",
                            "169.253.255.255",
                            "169.255.0.0",
                            "172.15.255.255",
                            "172.32.0.0",
                            "191.255.255.255",
                            "192.0.1.0",
                            "192.167.255.255",
                            "192.169.0.0",
                            "198.17.255.255",
                            "198.20.0.0",
                            "223.255.255.255",
                            "::1:0:0",
                            "::ffff:8.8.8.8",
                            "::ffff:0:8.8.8.8",
                            "64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff",
                            "64:ff9b::8.8.8.8",
                            "64:ff9b:0:0:0:1:7f00:1",
                            "64:ff9b:2::1",
                            "2000::",
                            "2001:1::1",
                            "2001:4860:4860::8888",
                            "2001:ffff::",
                            "2002:808:808::1",
                            "2003::1",
                            "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                            "fe00::",
                            "fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
                    Reach.PRIVATE,
                    List.of(
                            "10.0.0.0",
                            "10.1.2.3",
                            "10.255.255.255",
                            "100.64.0.0",
                            "100.127.255.255",
                            "172.16.0.0",
                            "172.31.255.255",
                            "192.168.0.0",
                            "192.168.1.1",
                            "192.168.255.255",
                            "::ffff:10.0.0.1",
                            "fc00::",
                            "fd12:3456:789a::1",
                            "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
                    Reach.LOOPBACK,
                    List.of(
                            "127.0.0.0",
                            "127.0.0.1",
                            "127.255.255.255",
                            "::1",
                            "::ffff:127.0.0.1",
                            "::ffff:7f00:1"),
                    Reach.NOWHERE,
                    List.of(
                            "0.0.0.0",
                            "0.0.0.1",
                            "0.255.255.255",
                            "169.254.0.0",
                            "169.254.169.254",
                            "169.254.255.255",
                            "192.0.0.0",
                            "192.0.0.255",
                            "198.18.0.0",
                            "198.19.255.255",
                            "224.0.0.1",
                            "239.255.255.255",
                            "240.0.0.0",
                            "255.255.255.255",
                            "::",
                            "::2",
                            "::127.0.0.1",
                            "::8.8.8.8",
                            "::ffff:0.0.0.0",
                            "::ffff:0:127.0.0.1",
                            "::ffff:0:10.0.0.1",
                            "64:ff9b::127.0.0.1",
                            "64:ff9b::10.0.0.1",
                            "64:ff9b::169.254.169.254",
                            "64:ff9b:1::8.8.8.8",
                            "64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
                            "2001::1",
                            "2001:0:ffff::1",
                            "2002:7f00:1::1",
                            "2002:a00:1::1",
                            "2002:c0a8:101::",
                            "2002::",
                            "fe80::1",
                            "fe80::1%1",
                            "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                            "fec0::1",
                            "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                            "ff00::",
                            "ff02::1",
                            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));

    @ParameterizedTest
    @EnumSource
    void h53AnAddressMeansSomethingFromSomewhere(Reach reach) {
        assertThat(ADDRESSES.get(reach))
                .allSatisfy(
                        each ->
                                assertThat(PrivateAddresses.reach(InetAddress.ofLiteral(each)))
                                        .isEqualTo(reach));
    }

    /// As what hands out addresses may make them, which reads none.
    @Test
    void h53AnAddressOfIpv4AsOneOfIpv6IsStillOne() throws UnknownHostException {
        assertThat(PrivateAddresses.reach(mapped("127.0.0.1"))).isEqualTo(Reach.NOWHERE);
        assertThat(PrivateAddresses.reach(mapped("10.0.0.1"))).isEqualTo(Reach.NOWHERE);
        assertThat(PrivateAddresses.reach(mapped("8.8.8.8"))).isEqualTo(Reach.PUBLIC);
    }

    private static InetAddress mapped(String address) throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(Inet4Address.ofLiteral(address).getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress("mapped", bytes, -1);
    }

    /// Whoever has their server in a private network, or on this computer, gets what lies there.
    @ParameterizedTest
    @CsvSource({
        "1.1.1.1,,true",
        "10.0.0.1,,false",
        "127.0.0.1,,false",
        "169.254.0.1,,false",
        "1.1.1.1,8.8.8.8,true",
        "10.0.0.1,8.8.8.8,false",
        "127.0.0.1,8.8.8.8,false",
        "169.254.0.1,8.8.8.8,false",
        "1.1.1.1,192.168.1.1,true",
        "10.0.0.1,192.168.1.1,true",
        "fd00::1,192.168.1.1,true",
        "100.64.0.1,fd00::2,true",
        "127.0.0.1,192.168.1.1,false",
        "::1,192.168.1.1,false",
        "169.254.0.1,192.168.1.1,false",
        "1.1.1.1,127.0.0.1,true",
        "10.0.0.1,::1,true",
        "127.0.0.1,::1,true",
        "::1,127.0.0.1,true",
        "169.254.0.1,127.0.0.1,false",
        "0.0.0.0,127.0.0.1,false",
        "fe80::1,::1,false",
        "10.0.0.1,169.254.0.1,false",
        "fe80::1,fe80::2,false",
        "127.0.0.1,0.0.0.0,false",
        "64:ff9b::10.0.0.1,10.0.0.1,false"
    })
    void h53WhereTheAccountsServerIsOthersMaySendUs(
            String address, String server, boolean mayBeAsked) {
        var ours = Optional.ofNullable(server).map(InetAddress::ofLiteral);
        assertThat(PrivateAddresses.mayBeAsked(InetAddress.ofLiteral(address), ours))
                .isEqualTo(mayBeAsked);
    }
}
