package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.base.Lanes;
import kith.base.RealError;
import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.ConnectionState.Online;
import kith.model.Content;
import kith.xmpp.InboundJournal;
import kith.xmpp.RecordingListener;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessagesUncertain;
import kith.xmpp.XmppListener;
import kith.xmpp.xep.Xep0199Ping;
import kith.xmpp.xep.XmppExtensions;

import org.awaitility.Awaitility;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// An Error where a link works is told, and the account comes back by itself: no connection that
/// nobody reads, no attempt that never ends, no message that counts as received and isn't (F30).
class LinkErrorsTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final RecordingListener heard = new RecordingListener();
    private final AtomicReference<Optional<UncaughtExceptionHandler>> before =
            new AtomicReference<>();

    @BeforeEach
    void listen() {
        before.set(Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler()));
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> told.add(failure));
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterEach
    void stopListening() {
        Awaitility.reset();
        Thread.setDefaultUncaughtExceptionHandler(before.get().orElse(null));
    }

    /// What failed is not kept: the server must not hear that we have it.
    @ParameterizedTest
    @EnumSource
    void onTheThreadThatReads(RealError error) {
        var journal = new BrokenJournal(error);
        try (var server =
                        ScriptedServer.start(
                                sayingOnPing("lost?"), Script.beginAnew(ANNA).then(says("later")));
                var link = new Fixture(journal, new DnsNames(), heard)) {
            link.open(server);
            heard.awaitState(Online.class);
            link.link.ask(Xep0199Ping.toServer());
            await("a session that isn't the old one")
                    .atMost(PATIENCE)
                    .until(() -> onlines().size() == 2);
            assertThat(onlines().getLast().resumed()).isFalse();
            assertThat(server.heard()).noneMatch(heard -> heard.matches("/a[@h='1']"));
            link.link.ask(Xep0199Ping.toServer());
            assertThat(heard.awaitEvents(MessageArrived.class, 1))
                    .extracting(event -> event.message().content())
                    .containsExactly(new Content.Text("later"));
        }
        assertThat(told).singleElement().isInstanceOf(error.type());
    }

    @ParameterizedTest
    @EnumSource
    void whereAnAttemptLooksForTheServer(RealError error) {
        var names = new BrokenNames(error);
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var link = new Fixture(new MemoryJournal(), names, heard)) {
            link.open(server);
            await().atMost(PATIENCE).until(() -> !onlines().isEmpty());
            assertThat(names.asked).hasValueGreaterThan(1);
            assertThat(link.faults).singleElement().isInstanceOf(error.type());
        }
    }

    @ParameterizedTest
    @EnumSource
    void inWhoIsTold(RealError error) {
        var journal = new MemoryJournal();
        try (var server = ScriptedServer.start(Script.signIn(ANNA).then(says("bad", "good")));
                var link = new Fixture(journal, new DnsNames(), picky(error))) {
            link.open(server);
            heard.awaitState(Online.class);
            for (var text : List.of("bad", "good")) {
                link.link.ask(Xep0199Ping.toServer());
                await(text).atMost(PATIENCE).until(() -> texts().contains(text));
            }
            await("what was taken in is done")
                    .atMost(PATIENCE)
                    .until(() -> journal.kept() == 2 && journal.open().size() == 1);
            assertThat(journal.open()).as("for the next start").first().asString().contains("bad");
            assertThat(onlines()).hasSize(1);
            assertThat(link.faults).singleElement().isInstanceOf(error.type());
        }
    }

    /// As where what was on its way in the old session can't be set right.
    @ParameterizedTest
    @EnumSource
    void whereASessionBegins(RealError error) {
        Script deaf =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.acknowledge(false);
                                    connection.expect("/message");
                                    connection.reset();
                                });
        try (var server =
                        ScriptedServer.start(
                                deaf, Script.refuseResumption(ANNA, ""), Script.signIn(ANNA));
                var link = new Fixture(new MemoryJournal(), new DnsNames(), picky(error))) {
            link.open(server);
            heard.awaitState(Online.class);
            assertThat(link.link.send(StanzaBuilder.buildMessage("1").to(ANNA.jid()).build()))
                    .isTrue();
            await("another session").atMost(PATIENCE).until(() -> onlines().size() == 2);
            assertThat(server.connections()).isEqualTo(3);
            assertThat(link.faults).singleElement().isInstanceOf(error.type());
        }
    }

    /// Who is told of a state fails at each.
    @ParameterizedTest
    @EnumSource
    void inWhoIsToldOfStates(RealError error) {
        Script cut =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.reset();
                                });
        try (var server = ScriptedServer.start(cut, Script.resume(ANNA));
                var link =
                        new Fixture(
                                new MemoryJournal(),
                                new DnsNames(),
                                new XmppListener() {
                                    @Override
                                    public void connectionChanged(ConnectionState state) {
                                        heard.connectionChanged(state);
                                        error.run();
                                    }

                                    @Override
                                    public void happened(List<XmppEvent> events) {
                                        heard.happened(events);
                                    }
                                })) {
            link.open(server);
            heard.awaitState(Online.class);
            link.link.ask(Xep0199Ping.toServer());
            await("resumed").atMost(PATIENCE).until(() -> onlines().size() == 2);
            await("the last has failed, too")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(link.faults)
                                            .hasSameSizeAs(heard.states())
                                            .hasOnlyElementsOfType(error.type()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void inWhoWaitsForAnAnswer(RealError error) {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var link = new Fixture(new MemoryJournal(), new DnsNames(), heard)) {
            link.open(server);
            heard.awaitState(Online.class);
            link.link.ask(Xep0199Ping.toServer()).whenComplete((_, _) -> error.run());
            await().atMost(PATIENCE).until(() -> !link.faults.isEmpty());
            assertThat(link.faults).singleElement().isInstanceOf(error.type());
        }
    }

    /// Fails at the message "bad" and at what is uncertain.
    private XmppListener picky(RealError error) {
        return new XmppListener() {
            @Override
            public void connectionChanged(ConnectionState state) {
                heard.connectionChanged(state);
            }

            @Override
            public void happened(List<XmppEvent> events) {
                heard.happened(events);
                if (events.stream().anyMatch(LinkErrorsTest::isBad)) {
                    error.run();
                }
            }
        };
    }

    private static boolean isBad(XmppEvent event) {
        return event instanceof MessagesUncertain || text(event).equals("bad");
    }

    private List<String> texts() {
        return heard.events().stream().map(LinkErrorsTest::text).toList();
    }

    private static String text(XmppEvent event) {
        return event instanceof MessageArrived(var message)
                        && message.content() instanceof Content.Text(var body, _, _, _)
                ? body
                : "";
    }

    private List<Online> onlines() {
        return heard.states().stream()
                .filter(Online.class::isInstance)
                .map(Online.class::cast)
                .toList();
    }

    private static Script sayingOnPing(String text) {
        return Script.signIn(ANNA).then(says(text)).then(connection -> connection.awaitEnd());
    }

    /// One message with each ping, before its answer.
    private static Script says(String... texts) {
        return connection -> {
            for (var text : texts) {
                var ping = connection.expect("/iq/ping");
                connection.send(
                        "<message type='chat' id='%s' from='bob@hearth.example/x' to='%s'>%s</message>"
                                .formatted(text, ANNA.jid(), "<body>" + text + "</body>"));
                ping.reply("<iq type='result' id='{id}'/>");
            }
        };
    }

    /// Fails at the first thing that it is to keep.
    private static final class BrokenJournal implements InboundJournal {

        private final MemoryJournal sound = new MemoryJournal();
        private final AtomicInteger kept = new AtomicInteger();
        private final RealError error;

        BrokenJournal(RealError error) {
            this.error = error;
        }

        @Override
        public long keep(AccountId account, String xml) {
            if (kept.getAndIncrement() == 0) {
                error.run();
            }
            return sound.keep(account, xml);
        }

        @Override
        public void done(List<Long> numbers) {
            sound.done(numbers);
        }
    }

    /// Fails at the first name that it is asked for.
    private static final class BrokenNames implements Names {

        private final AtomicInteger asked = new AtomicInteger();
        private final RealError error;

        BrokenNames(RealError error) {
            this.error = error;
        }

        @Override
        public List<SrvRecord> services(String service, String domain) throws IOException {
            return List.of();
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            if (asked.getAndIncrement() == 0) {
                error.run();
            }
            return List.of(InetAddress.getByName(host));
        }
    }

    private static final class Fixture implements AutoCloseable {

        private final List<Throwable> faults = new CopyOnWriteArrayList<>();
        private final Lanes lanes = new Lanes(faults::add);
        private final SmackLink link;

        Fixture(InboundJournal journal, Names names, XmppListener listener) {
            link =
                    new SmackLink(
                            new AccountId(1),
                            listener,
                            new XmppExtensions(),
                            lanes.core(),
                            lanes.io(),
                            lanes,
                            InstantSource.system(),
                            TrustedCertificates.ofBundle(LabCa.shared().bundle()),
                            names,
                            journal);
        }

        void open(ScriptedServer server) {
            link.open(TestLink.signIn(ANNA, server.address()));
        }

        @Override
        public void close() {
            link.close();
            lanes.close();
        }
    }
}
