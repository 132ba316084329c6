package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.ConnectionState.Online;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppEvent.MessagesUncertain;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A server that refuses to resume a session with so many messages on their way, and says of how
/// many it handled something (XEP-0198 §5, F05). Of so many it has said that it has them; the rest
/// is uncertain, in order, and nothing is sent again behind our back: the archive tells which of
/// them it has. Where it says nothing, or more than can be, all are uncertain.
class RefusedResumptionTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// @param inFlight how many messages were not acknowledged
    /// @param handled what the server says, as an attribute
    /// @param believed of how many of them it says that it has them
    record Refused(int inFlight, String handled, int believed) {}

    @ParameterizedTest
    @MethodSource("some")
    void whatWasOnItsWayIsUncertain(Refused refused) {
        refuse(refused);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("night")
    void whatWasOnItsWayIsUncertainWhateverTheServerSays(Refused refused) {
        refuse(refused);
    }

    static Stream<Refused> some() {
        return of(2);
    }

    static Stream<Refused> all() {
        return IntStream.rangeClosed(1, 5).boxed().flatMap(RefusedResumptionTest::of);
    }

    private static Stream<Refused> of(int inFlight) {
        return Stream.concat(
                Stream.of(
                                "",
                                "h=''",
                                "h='-1'",
                                "h='many'",
                                "h='4294967295'",
                                "h='4294967296'",
                                "h='18446744073709551615'",
                                "h='18446744073709551616'")
                        .map(nothing -> new Refused(inFlight, nothing, 0)),
                IntStream.rangeClosed(0, inFlight + 1)
                        .mapToObj(
                                h -> new Refused(inFlight, "h='" + h + "'", h > inFlight ? 0 : h)));
    }

    private static void refuse(Refused refused) {
        var deaf = deaf("id-" + (refused.inFlight() - 1));
        var ids = new ArrayList<String>();
        try (var server =
                        ScriptedServer.start(
                                deaf, Script.refuseResumption(ANNA, refused.handled()));
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            for (int number = 0; number < refused.inFlight(); number++) {
                ids.add("id-" + number);
                assertThat(link.link().send(message("id-" + number))).isTrue();
            }
            await("another session").atMost(PATIENCE).until(() -> onlines(link).size() == 2);
            assertThat(onlines(link)).extracting(Online::resumed).containsExactly(false, false);
            var known = ids.subList(0, refused.believed());
            assertThat(acknowledged(link)).isEqualTo(known);
            assertThat(uncertain(link)).isEqualTo(ids.subList(known.size(), ids.size()));

            assertThat(link.link().send(message("new"))).isTrue();
            link.heard().awaitEvents(MessageAcknowledged.class, known.size() + 1);
            assertThat(acknowledged(link).getLast()).isEqualTo("new");
            assertThat(server.heard())
                    .filteredOn(each -> each.connection() == 1 && each.matches("/message"))
                    .as("nothing but what was sent now")
                    .singleElement()
                    .satisfies(each -> assertThat(each.attribute("id")).isEqualTo("new"));
        }
    }

    /// The count goes on from what was acknowledged; one that is behind that says nothing.
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3", "4, 1"})
    void whatWasAcknowledgedBeforeIsNotCountedAgain(String handled, int known) {
        Script deafLater =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/message[@id='id-0']");
                                    connection.send("<a xmlns='urn:xmpp:sm:3' h='1'/>");
                                    connection.acknowledge(false);
                                    connection.expect("/message[@id='id-2']");
                                    connection.reset();
                                });
        try (var server =
                        ScriptedServer.start(
                                deafLater, Script.refuseResumption(ANNA, "h='" + handled + "'"));
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            assertThat(link.link().send(message("id-0"))).isTrue();
            link.await(MessageAcknowledged.class);
            assertThat(link.link().send(message("id-1"))).isTrue();
            assertThat(link.link().send(message("id-2"))).isTrue();
            await("another session").atMost(PATIENCE).until(() -> onlines(link).size() == 2);
            var ids = List.of("id-0", "id-1", "id-2");
            assertThat(acknowledged(link)).isEqualTo(ids.subList(0, known));
            assertThat(uncertain(link)).isEqualTo(ids.subList(known, 3));
        }
    }

    /// The line may break before another session is there; what is said again counts once.
    @Test
    void whatIsSaidTwiceCountsOnce() {
        Script refusing =
                connection -> {
                    connection.startTls();
                    connection.authenticate(ANNA);
                    connection.offerSession();
                    connection.expect("/resume").reply(failed("h='2'"));
                    connection.reset();
                };
        try (var server =
                        ScriptedServer.start(
                                deaf("id-4"),
                                refusing,
                                connection -> {
                                    connection.whenever("/resume", failed("h='2'"));
                                    Script.signIn(ANNA).play(connection);
                                });
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            var ids = IntStream.range(0, 5).mapToObj(number -> "id-" + number).toList();
            ids.forEach(id -> assertThat(link.link().send(message(id))).isTrue());
            await("another session").atMost(PATIENCE).until(() -> onlines(link).size() == 2);
            assertThat(acknowledged(link)).isEqualTo(ids.subList(0, 2));
            assertThat(uncertain(link)).isEqualTo(ids.subList(2, 5));
        }
    }

    /// Before TLS anybody on the way could say so, and all would count as sent.
    @Test
    void beforeTlsItSaysNothing() {
        Script onTheWay =
                connection -> {
                    connection.openStream("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
                    connection.send(failed("h='3'") + failed("h='2'"));
                    connection.closeStream();
                };
        try (var server =
                        ScriptedServer.start(
                                deaf("id-1"),
                                onTheWay,
                                connection -> {
                                    connection.whenever("/resume", failed(""));
                                    Script.signIn(ANNA).play(connection);
                                });
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            assertThat(link.link().send(message("id-0"))).isTrue();
            assertThat(link.link().send(message("id-1"))).isTrue();
            await("another session").atMost(PATIENCE).until(() -> onlines(link).size() == 2);
            assertThat(acknowledged(link)).isEmpty();
            assertThat(uncertain(link)).containsExactly("id-0", "id-1");
        }
    }

    /// Acknowledges nothing, and breaks the line when it has this message.
    private static Script deaf(String last) {
        return Script.signIn(ANNA)
                .then(
                        connection -> {
                            connection.acknowledge(false);
                            connection.expect("/message[@id='%s']".formatted(last));
                            connection.reset();
                        });
    }

    private static String failed(String handled) {
        return """
               <failed xmlns='urn:xmpp:sm:3' %s><item-not-found \
               xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>\
               """
                .formatted(handled);
    }

    private static List<String> acknowledged(TestLink link) {
        return link.heard().events(MessageAcknowledged.class).stream()
                .map(MessageAcknowledged::id)
                .toList();
    }

    private static List<String> uncertain(TestLink link) {
        return link.heard().events(MessagesUncertain.class).stream()
                .flatMap(event -> event.ids().stream())
                .toList();
    }

    private static Message message(String id) {
        return StanzaBuilder.buildMessage(id).to(ANNA.jid()).setBody(id).build();
    }

    private static List<Online> onlines(TestLink link) {
        return link.heard().states().stream()
                .filter(Online.class::isInstance)
                .map(Online.class::cast)
                .toList();
    }
}
