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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A server that refuses to resume a session with so many messages on their way, and says of how
/// many it handled something, be that true or not (XEP-0198 §5, F05). Whatever it says, all of them
/// are uncertain, in order, and nothing is sent again behind our back: the archive tells which of
/// them it has.
class RefusedResumptionTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// @param inFlight how many messages were not acknowledged
    /// @param handled what the server says, as an attribute
    record Refused(int inFlight, String handled) {}

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
                Stream.of(new Refused(inFlight, "")),
                IntStream.rangeClosed(0, inFlight + 1)
                        .mapToObj(h -> new Refused(inFlight, "h='" + h + "'")));
    }

    private static void refuse(Refused refused) {
        var last = "id-" + (refused.inFlight() - 1);
        Script deaf =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.acknowledge(false);
                                    connection.expect("/message[@id='%s']".formatted(last));
                                    connection.reset();
                                });
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
            assertThat(link.await(MessagesUncertain.class).ids()).isEqualTo(ids);

            assertThat(link.link().send(message("new"))).isTrue();
            link.await(MessageAcknowledged.class);
            assertThat(server.heard())
                    .filteredOn(each -> each.connection() == 1 && each.matches("/message"))
                    .as("nothing but what was sent now")
                    .singleElement()
                    .satisfies(each -> assertThat(each.attribute("id")).isEqualTo("new"));
        }
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
