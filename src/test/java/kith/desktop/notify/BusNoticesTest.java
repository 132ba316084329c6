package kith.desktop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import kith.base.Lanes;
import kith.desktop.PrivateBus;
import kith.desktop.SessionBus;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.ReceivedInvitation;
import kith.session.notify.Notice;
import kith.session.notify.NoticeText;
import kith.session.notify.Subject;

import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// With a real session bus, and on it a desktop that writes down what it is asked.
class BusNoticesTest {

    private static final ChatKey CHAT = room("print@rooms.birke.example");
    private static final ChatKey OTHER = room("ink@rooms.birke.example");

    @TempDir private Path folder;
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Subject> opened = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Subject> gone = new ConcurrentLinkedQueue<>();
    private final Lanes lanes = new Lanes(failures::add);
    private PrivateBus bus;

    @BeforeEach
    void startBus() throws IOException {
        bus = new PrivateBus(folder);
    }

    @AfterEach
    void stopBus() throws InterruptedException {
        lanes.close();
        bus.stop();
        assertThat(failures).isEmpty();
    }

    @Test
    void showsReplacesAndTakesAway() throws DBusException {
        try (var desktop = new RecordingServer(bus.address(), "body", "actions")) {
            var notices = notices(bus.address());
            notices.show(said(CHAT, "Layla Haddad", "The proof <b>is</b> back & fine 🎉"));
            awaitShown(desktop, 1);
            assertThat(desktop.shown())
                    .containsExactly(
                            new RecordingServer.Shown(
                                    "Kith",
                                    0,
                                    "im.kith.Kith",
                                    "Layla Haddad",
                                    "The proof <b>is</b> back & fine 🎉",
                                    List.of("default", "Open"),
                                    Map.of(
                                            "desktop-entry",
                                            "im.kith.Kith",
                                            "category",
                                            "im.received"),
                                    -1));
            notices.show(said(OTHER, "Jonas", "Morning"));
            notices.show(said(CHAT, "Layla Haddad", "Are you there?"));
            awaitShown(desktop, 3);
            assertThat(desktop.shown())
                    .extracting(RecordingServer.Shown::replaces)
                    .containsExactly(0L, 0L, 1L);
            notices.withdraw(about(CHAT));
            notices.withdraw(about(OTHER));
            notices.withdraw(about(OTHER));
            await("gone").until(() -> desktop.closed().equals(List.of(1L, 2L)));
            leave(notices);
            assertThat(desktop.closed()).hasSize(2);
        }
    }

    /// H59: where the desktop takes signs of markup for such, they stand for themselves.
    @Test
    void h59MarkupIsEscapedWhereTheDesktopReadsIt() throws DBusException {
        try (var desktop = new RecordingServer(bus.address(), "body", "body-markup")) {
            var notices = notices(bus.address());
            notices.show(said(CHAT, "<b>&", "<a href=\"x\">pay</a> & 'now' &lt;"));
            awaitShown(desktop, 1);
            var shown = desktop.shown().getFirst();
            assertThat(shown.summary()).as("never markup").isEqualTo("<b>&");
            assertThat(shown.body())
                    .isEqualTo(
                            "&lt;a href=&quot;x&quot;&gt;pay&lt;/a&gt; &amp; &#39;now&#39;"
                                    + " &amp;lt;");
            assertThat(shown.actions()).as("a desktop without").isEmpty();
            leave(notices);
        }
    }

    @Test
    void aClickSaysWhatItIsAbout() throws DBusException {
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            var notices = notices(bus.address());
            notices.show(said(CHAT, "Layla", "one"));
            notices.show(said(OTHER, "Jonas", "one"));
            awaitShown(desktop, 2);
            desktop.choose(77, "default"); // another program's
            desktop.choose(2, "snooze");
            desktop.choose(2, "default");
            await("opened").until(() -> !opened.isEmpty());
            assertThat(opened).containsExactly(about(OTHER));
            leave(notices);
        }
    }

    /// Word of it may be here before the number is.
    @Test
    void aClickThatComesAtOnceSaysWhatItIsAbout() throws DBusException {
        var chats =
                IntStream.range(0, 20)
                        .mapToObj(i -> room("room" + i + "@rooms.birke.example"))
                        .toList();
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            desktop.chooseAtOnce();
            var notices = notices(bus.address());
            chats.forEach(chat -> notices.show(said(chat, "Layla", "one")));
            await("opened").until(() -> opened.size() == chats.size());
            assertThat(opened)
                    .containsExactlyElementsOf(chats.stream().map(BusNoticesTest::about).toList());
            leave(notices);
        }
    }

    @Test
    void whatTheUserPutsAwayIsToldAndTheNextOneIsNew() throws DBusException {
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            var notices = notices(bus.address());
            notices.show(said(CHAT, "Layla", "one"));
            awaitShown(desktop, 1);
            desktop.dismiss(77);
            desktop.dismiss(1);
            await("gone").until(() -> !gone.isEmpty());
            assertThat(gone).containsExactly(about(CHAT));
            notices.withdraw(about(CHAT));
            notices.show(said(CHAT, "Layla", "two"));
            awaitShown(desktop, 2);
            assertThat(desktop.shown().getLast().replaces()).isZero();
            assertThat(desktop.closed()).isEmpty();
            leave(notices);
        }
    }

    @Test
    void ofASlowDesktopOnlyTheNewestIsAsked() throws Exception {
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            var notices = notices(bus.address());
            CountDownLatch asked = desktop.hold();
            notices.show(said(CHAT, "Layla", "0"));
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i <= 1000; i++) {
                notices.show(said(CHAT, "Layla", String.valueOf(i)));
                notices.show(said(OTHER, "Jonas", String.valueOf(i)));
            }
            notices.withdraw(about(OTHER));
            desktop.goOn();
            awaitShown(desktop, 2);
            leave(notices);
            assertThat(desktop.shown())
                    .extracting(RecordingServer.Shown::body)
                    .containsExactly("0", "1000");
        }
    }

    @Test
    void atTheEndAllAreTakenAwayAndNoneComesAfter() throws DBusException {
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            var notices = notices(bus.address());
            notices.show(said(CHAT, "Layla", "one"));
            notices.show(said(OTHER, "Jonas", "one"));
            awaitShown(desktop, 2);
            leave(notices);
            assertThat(desktop.closed()).containsExactlyInAnyOrder(1L, 2L);
            notices.show(said(CHAT, "Layla", "two"));
            leave(notices);
            assertThat(desktop.shown()).hasSize(2);
        }
    }

    /// It gives its numbers anew, and another program's may have the one that ours had.
    @Test
    void ofADesktopThatBeganAnewTheOldNumbersAreForgotten() throws DBusException {
        var notices = notices(bus.address());
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            notices.show(said(CHAT, "Layla", "one"));
            notices.show(said(OTHER, "Jonas", "one"));
            awaitShown(desktop, 2);
        }
        await("gone").until(() -> gone.size() == 2);
        assertThat(gone).containsExactlyInAnyOrder(about(CHAT), about(OTHER));
        try (var desktop = new RecordingServer(bus.address())) {
            notices.show(said(CHAT, "Layla", "two"));
            awaitShown(desktop, 1);
            assertThat(desktop.shown().getFirst().replaces()).isZero();
            assertThat(desktop.shown().getFirst().actions()).as("this one has none").isEmpty();
            notices.withdraw(about(OTHER));
            leave(notices);
            assertThat(desktop.closed()).containsExactly(1L);
        }
    }

    /// Of the old one's end no word is heard while nobody is connected.
    @Test
    void alsoWhereItBeganAnewBehindOurBack() throws DBusException {
        var queue = new ConcurrentLinkedQueue<Runnable>();
        var notices = notices(opened::add, queue::add);
        try (var desktop = new RecordingServer(bus.address())) {
            notices.show(said(CHAT, "Layla", "one"));
            notices.show(said(OTHER, "Jonas", "one"));
            queue.remove().run();
            desktop.failNext();
            notices.show(said(CHAT, "Layla", "two"));
            queue.remove().run();
            assertThat(desktop.shown()).hasSize(2);
        }
        assertThat(queue).as("it has hung up").isEmpty();
        try (var desktop = new RecordingServer(bus.address())) {
            notices.show(said(CHAT, "Layla", "three"));
            queue.remove().run();
            assertThat(desktop.shown()).singleElement().extracting("replaces").isEqualTo(0L);
            assertThat(gone).as("not what is shown again").containsExactly(about(OTHER));
            var left = notices.close().toCompletableFuture();
            queue.remove().run();
            assertThat(left).isCompleted();
        }
    }

    /// What is told of a click is a bug's place as any other; the program ends all the same.
    @Test
    void atTheEndAllAreTakenAwayThoughSomethingFails() throws DBusException {
        var queue = new ConcurrentLinkedQueue<Runnable>();
        var bug = new IllegalStateException("cannot open it");
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            var notices =
                    notices(
                            subject -> {
                                throw bug;
                            },
                            queue::add);
            notices.show(said(CHAT, "Layla", "one"));
            queue.remove().run();
            desktop.choose(1, "default");
            await("the click is heard").until(() -> !queue.isEmpty());
            var left = notices.close().toCompletableFuture();
            assertThatThrownBy(() -> queue.remove().run()).isSameAs(bug);
            queue.remove().run();
            assertThat(left).isCompleted();
            assertThat(desktop.closed()).containsExactly(1L);
        }
    }

    @Test
    void whereNobodyShowsThemNothingFailsAndOneWhoComesLaterDoes() throws Exception {
        var notices = notices(bus.address());
        notices.show(said(CHAT, "Layla", "one"));
        notices.withdraw(about(CHAT));
        try (var desktop = new RecordingServer(bus.address(), "actions")) {
            await("it is shown")
                    .until(
                            () -> {
                                notices.show(said(CHAT, "Layla", "two"));
                                return !desktop.shown().isEmpty();
                            });
        }
        notices.show(said(CHAT, "Layla", "three"));
        leave(notices);
    }

    @Test
    void withoutABusNothingFails() {
        var notices = notices(new SessionBus("unix:path=" + folder.resolve("nothing"), List.of()));
        notices.show(said(CHAT, "Layla", "one"));
        notices.withdraw(about(CHAT));
        leave(notices);
        assertThat(opened).isEmpty();
    }

    private BusNotices notices(SessionBus at) {
        return new BusNotices(at, "Open", BusNoticesTest::text, opened::add, gone::add, lanes.io());
    }

    private BusNotices notices(Consumer<Subject> chosen, Executor io) {
        return new BusNotices(bus.address(), "Open", BusNoticesTest::text, chosen, gone::add, io);
    }

    private static void awaitShown(RecordingServer desktop, int count) {
        await(count + " shown").until(() -> desktop.shown().size() == count);
    }

    private static void leave(BusNotices notices) {
        assertThat(notices.close().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
    }

    private static Notice said(ChatKey room, String summary, String body) {
        var invitation =
                new Invitation(
                        room.peer(),
                        new Inviter.ByRoom(Optional.empty()),
                        body,
                        Optional.empty(),
                        Instant.EPOCH);
        return new Notice.Invited(
                new ReceivedInvitation(room.account(), invitation, summary, true), true);
    }

    private static NoticeText text(Notice notice) {
        var said = ((Notice.Invited) notice).invitation();
        return new NoticeText(said.name(), said.invitation().reason());
    }

    private static Subject about(ChatKey room) {
        return new Subject.OfInvitation(room);
    }

    private static ChatKey room(String address) {
        return new ChatKey(new AccountId(1), JidCreate.bareFromOrThrowUnchecked(address));
    }
}
