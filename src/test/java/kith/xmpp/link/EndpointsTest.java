package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.lab.LabDns;
import kith.model.ServerAddress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Where the servers of a domain are (RFC 6120 §3.2, RFC 2782, F10).
class EndpointsTest {

    private static final ServerAddress BY_DOMAIN = new ServerAddress.ByDomain();

    private final Map<String, List<InetAddress>> hosts = new HashMap<>();

    @Test
    void serversComeByPriorityEachWithAllItsAddressesInTurn() throws Exception {
        host("one.example", "10.0.0.1", "10.0.0.2", "2001:db8::1");
        host("two.example", "10.0.0.3");
        var found = find("20 0 5222 two.example.", "10 0 5223 one.example.");
        assertThat(found)
                .containsExactly(
                        at("2001:db8::1", 5223),
                        at("10.0.0.1", 5223),
                        at("10.0.0.2", 5223),
                        at("10.0.0.3", 5222));
    }

    @Test
    void withinAPriorityTheWeightDecidesHowOftenOneIsFirst() {
        var light = new SrvRecord(1, 10, 5222, "light");
        var heavy = new SrvRecord(1, 30, 5222, "heavy");
        var random = new Random(1);
        int first = 0;
        for (int i = 0; i < 4_000; i++) {
            var order = SrvRecord.inOrder(List.of(light, heavy), random);
            assertThat(order).containsExactlyInAnyOrder(light, heavy);
            first += order.getFirst().equals(heavy) ? 1 : 0;
        }
        assertThat(first).isBetween(2_800, 3_200);
    }

    @Test
    void aDomainWithoutRecordsIsItsOwnServer() throws Exception {
        host("hearth.example", "10.0.0.1");
        assertThat(find()).containsExactly(at("10.0.0.1", 5222));
    }

    @Test
    void whereNobodyAnswersForTheRecordsTheDomainIsTried() throws Exception {
        host("hearth.example", "10.0.0.1");
        var silent =
                new FakeNames() {
                    @Override
                    public List<SrvRecord> services(String service, String domain)
                            throws IOException {
                        throw new IOException("no answer");
                    }
                };
        assertThat(new Endpoints(silent, new Random(1)).of("hearth.example", BY_DOMAIN))
                .containsExactly(at("10.0.0.1", 5222));
    }

    @Test
    void aServerThatDnsDoesNotKnowIsPassedOver() throws Exception {
        host("one.example", "10.0.0.1");
        assertThat(find("1 0 5222 gone.example.", "2 0 5222 one.example."))
                .containsExactly(at("10.0.0.1", 5222));
    }

    @Test
    void aDomainThatSaysItHasNoneHasNone() {
        host("hearth.example", "10.0.0.1");
        assertThatThrownBy(() -> find("0 0 0 .")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void aServerThatIsGivenIsTakenAsItIs() throws Exception {
        host("one.example", "10.0.0.1");
        var given = new ServerAddress.Given("one.example", 443);
        assertThat(new Endpoints(new FakeNames("1 0 1 two."), new Random(1)).of("x.example", given))
                .containsExactly(at("10.0.0.1", 443));
    }

    @Test
    void recordsComeFromDns() throws Exception {
        try (var dns =
                LabDns.start(
                        Map.of(
                                "_xmpp-client._tcp.hearth.example",
                                List.of("5 7 5222 a.example.", "6 0 5223 b.example."),
                                "_xmpp-client._tcp.xn--fhre-5qa.example",
                                List.of("0 0 0 .")))) {
            var names = new DnsNames(dns.url());
            assertThat(names.services("_xmpp-client._tcp", "hearth.example"))
                    .containsExactlyInAnyOrder(
                            new SrvRecord(5, 7, 5222, "a.example"),
                            new SrvRecord(6, 0, 5223, "b.example"));
            assertThat(names.services("_xmpp-client._tcp", "föhre.example"))
                    .as("names in other letters")
                    .containsExactly(new SrvRecord(0, 0, 0, ""));
            assertThat(names.services("_xmpp-client._tcp", "nowhere.example")).isEmpty();
        }
    }

    @Test
    void whereDnsIsSilentThatIsSaid() {
        var dns = LabDns.start(Map.of());
        dns.close();
        assertThatThrownBy(() -> new DnsNames(dns.url()).services("_xmpp-client._tcp", "x.example"))
                .isInstanceOf(IOException.class);
    }

    private List<InetSocketAddress> find(String... records) throws UnknownHostException {
        return new Endpoints(new FakeNames(records), new Random(1)).of("hearth.example", BY_DOMAIN);
    }

    private void host(String name, String... addresses) {
        hosts.put(name, List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private class FakeNames implements Names {

        private final List<SrvRecord> records;

        FakeNames(String... records) {
            this.records = List.of(records).stream().map(SrvRecord::parse).toList();
        }

        @Override
        public List<SrvRecord> services(String service, String domain) throws IOException {
            return records;
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            return Optional.ofNullable(hosts.get(host))
                    .orElseThrow(() -> new UnknownHostException(host));
        }
    }
}
