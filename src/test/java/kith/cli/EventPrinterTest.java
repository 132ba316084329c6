package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Lanes;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Fault;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

class EventPrinterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final ConnectionProblem LOST =
            new ConnectionProblem(ConnectionProblem.Kind.CONNECTION_LOST, "reset");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Lanes lanes = new Lanes(failures::add);
    private final EventFeed feed = new EventFeed(Runnable::run);

    @AfterEach
    void endLanes() {
        lanes.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void connectionsArePrinted() {
        var me = JidCreate.entityFullFromOrThrowUnchecked("mara@hearth.example/Kith.1");
        assertThat(
                        printed(
                                connection(new ConnectionState.Offline()),
                                connection(new ConnectionState.Connecting()),
                                connection(new ConnectionState.Online(me, true)),
                                connection(new ConnectionState.Waiting(LOST, NOW.plusSeconds(5))),
                                connection(new ConnectionState.Stopped(LOST))))
                .containsExactly(
                        line("ConnectionChanged", "\"state\":\"offline\""),
                        line("ConnectionChanged", "\"state\":\"connecting\""),
                        line(
                                "ConnectionChanged",
                                "\"state\":\"online\",\"address\":\"mara@hearth.example/Kith.1\","
                                        + "\"resumed\":true"),
                        line(
                                "ConnectionChanged",
                                "\"state\":\"waiting\",\"retryAt\":\"2026-11-22T20:00:05Z\","
                                        + "\"problem\":\"connection lost\",\"detail\":\"reset\""),
                        line(
                                "ConnectionChanged",
                                "\"state\":\"stopped\",\"problem\":\"connection lost\","
                                        + "\"detail\":\"reset\""));
    }

    @Test
    void contactsArePrinted() {
        var contact =
                new Contact(
                        Samples.ACCOUNT,
                        Samples.ANA,
                        "Ana ü",
                        List.of(),
                        PresenceSubscription.BOTH,
                        new Presence(Availability.NOT_AVAILABLE, "far away"));
        assertThat(
                        printed(
                                new SessionEvent.RosterLoaded(Samples.ACCOUNT, 12),
                                new SessionEvent.PresenceChanged(contact),
                                new SessionEvent.CaughtUp(Samples.ACCOUNT)))
                .containsExactly(
                        line("RosterLoaded", "\"contacts\":12"),
                        line(
                                "PresenceChanged",
                                "\"contact\":\"ana@birke.example\",\"name\":\"Ana ü\","
                                        + "\"availability\":\"not available\","
                                        + "\"status\":\"far away\""),
                        "{\"event\":\"CaughtUp\",\"time\":\"2026-11-22T20:00:00Z\","
                                + "\"account\":\"mara@hearth.example\"}");
    }

    @Test
    void messagesArePrintedAsTheyAreExported() {
        var lines =
                printed(
                        new SessionEvent.MessageAdded(Samples.fromAna("hi")),
                        new SessionEvent.MessageChanged(Samples.toAna("ho", Delivery.ON_SERVER)));
        assertThat(lines.get(0))
                .startsWith("{\"event\":\"MessageAdded\",")
                .contains("\"originId\":\"o1\"", "\"body\":\"hi\"");
        assertThat(lines.get(1))
                .startsWith("{\"event\":\"MessageChanged\",")
                .contains("\"originId\":\"u1\"", "\"delivery\":\"on server\"");
    }

    @Test
    void roomsArePrinted() {
        var refusal = new Refusal(Refusal.Reason.MEMBERS_ONLY, "sorry");
        var removed = new RoomState.Removed(RoomState.Cause.KICKED, "Tom", "too loud");
        assertThat(
                        printed(
                                room(RoomState.LEFT),
                                room(RoomState.JOINING),
                                room(RoomState.JOINED),
                                room(new RoomState.Refused(refusal)),
                                room(removed)))
                .extracting(each -> each.substring(each.indexOf("\"occupants\"")))
                .containsExactly(
                        "\"occupants\":3,\"state\":\"left\"}",
                        "\"occupants\":3,\"state\":\"joining\"}",
                        "\"occupants\":3,\"state\":\"joined\"}",
                        "\"occupants\":3,\"state\":\"refused\",\"reason\":\"members only\","
                                + "\"reasonText\":\"sorry\"}",
                        "\"occupants\":3,\"state\":\"removed\",\"reason\":\"kicked\","
                                + "\"reasonText\":\"too loud\",\"by\":\"Tom\"}");
    }

    @Test
    void faultsArePrinted() {
        assertThat(printed(new SessionEvent.Faulted(new Fault("abc123", "disk full"))))
                .containsExactly(
                        "{\"event\":\"Faulted\",\"time\":\"2026-11-22T20:00:00Z\","
                                + "\"code\":\"abc123\",\"text\":\"disk full\"}");
    }

    @Test
    void everythingToldBeforeClosingIsPrintedInOrder() {
        var events = new SessionEvent[10_000];
        for (int i = 0; i < events.length; i++) {
            events[i] = new SessionEvent.RosterLoaded(Samples.ACCOUNT, i);
        }
        var lines = printed(events);
        assertThat(lines).hasSize(10_000);
        assertThat(lines.get(1234)).contains("\"contacts\":1234");
        assertThat(lines.getLast()).contains("\"contacts\":9999");
    }

    @Test
    void everythingToldBeforeTheSessionClosesIsPrinted() {
        try (var _ = new EventPrinter(feed, Samples.NAMES, lanes.io(), () -> NOW, out)) {
            for (int i = 0; i < 1_000; i++) {
                feed.tell(new SessionEvent.RosterLoaded(Samples.ACCOUNT, i));
            }
            lanes.close();
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(1_000);
    }

    private List<String> printed(SessionEvent... events) {
        try (var _ = new EventPrinter(feed, Samples.NAMES, lanes.io(), () -> NOW, out)) {
            for (SessionEvent event : events) {
                feed.tell(event);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static SessionEvent connection(ConnectionState state) {
        return new SessionEvent.ConnectionChanged(Samples.ACCOUNT, state);
    }

    private static SessionEvent room(RoomState state) {
        var key = new ChatKey(Samples.ACCOUNT, Samples.ROOM);
        return new SessionEvent.RoomChanged(new Room(key, "Den", "mara", state, "Tea", 3));
    }

    private static String line(String event, String rest) {
        return ("{\"event\":\"%s\",\"time\":\"2026-11-22T20:00:00Z\","
                        + "\"account\":\"mara@hearth.example\",%s}")
                .formatted(event, rest);
    }
}
