package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.session.chat.Timeline;
import kith.session.chat.TimelineWindow;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The window on a chat, and what is unread in it.
class TimelineTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void opensAtTheEndAndKnowsWhatIsNew() {
        receive(0, 100);
        session.chats.markRead(layla);
        receive(100, 3);

        try (var window = session.timelines.open(layla)) {
            var shown = window.timeline().get();
            assertThat(bodies(shown)).last().isEqualTo("102");
            assertThat(shown.isAtEnd()).isTrue();
            assertThat(shown.isAtStart()).isFalse();
            assertThat(shown.firstUnread()).isEqualTo(find(shown, "100").map(Message::key));
        }
    }

    @Test
    void showsAllUnreadThoughTheyAreMoreThanAPage() {
        receive(0, 150);

        try (var window = session.timelines.open(layla)) {
            var shown = window.timeline().get();
            assertThat(shown.firstUnread()).isEqualTo(find(shown, "0").map(Message::key));
        }
    }

    @Test
    void readsToTheStartAndBackWithoutAHoleHoldingFewHundred() {
        receive(0, 1_000);
        session.chats.markRead(layla);

        try (var window = session.timelines.open(layla)) {
            var live = window.timeline();
            while (!live.get().isAtStart()) {
                window.older();
                assertIsWhole(live.get());
            }
            assertThat(bodies(live.get())).first().isEqualTo("0");
            assertThat(live.get().isAtEnd()).isFalse();
            while (!live.get().isAtEnd()) {
                window.newer();
                assertIsWhole(live.get());
            }
            assertThat(bodies(live.get())).last().isEqualTo("999");
        }
    }

    @Test
    void goesToAMessageAndReadsOnFromThereWithoutAHole() {
        receive(0, 1_000);
        session.chats.markRead(layla);

        try (var all = session.timelines.open(layla);
                var window = session.timelines.open(layla)) {
            while (find(all.timeline().get(), "300").isEmpty()) {
                all.older();
            }
            var live = window.timeline();
            window.around(find(all.timeline().get(), "300").orElseThrow().key());
            assertThat(bodies(live.get())).contains("300", "250", "350");
            assertThat(live.get().isAtStart()).isFalse();
            assertThat(live.get().isAtEnd()).isFalse();
            assertIsWhole(live.get());
            window.newer();
            window.older();
            assertIsWhole(live.get());
            receive(1_000, 1);
            assertThat(find(live.get(), "1000")).isEmpty();
            window.toNewest();
            assertThat(bodies(live.get())).last().isEqualTo("1000");
        }
    }

    @Test
    void goesToATimeOrTheNextMessageOrTheNewest() {
        receive(0, 500);
        var moved = new ArrayList<MessageKey>();
        try (var window = session.timelines.open(layla)) {
            var live = window.timeline();
            var newest = live.get().messages().getLast();
            goToStart(window);
            var wanted = find(live.get(), "20").orElseThrow();
            window.toNewest();
            window.toTime(wanted.at(), moved::add);
            assertThat(moved).containsExactly(wanted.key());
            assertThat(find(live.get(), "20")).isPresent();
            assertIsWhole(live.get());
            window.toTime(newest.at().plus(Duration.ofDays(1)), moved::add);
            assertThat(moved).endsWith(newest.key());
            assertThat(live.get().isAtEnd()).isTrue();
            window.toTime(Instant.MIN, moved::add);
            assertThat(bodies(live.get())).startsWith("0");
        }
    }

    @Test
    void inAnEmptyChatItStays() {
        var moved = new ArrayList<MessageKey>();
        try (var window = session.timelines.open(layla)) {
            window.toTime(Instant.EPOCH, moved::add);
            assertThat(moved).isEmpty();
        }
    }

    @Test
    void aMessageThatIsNotThereMovesNothing() {
        receive(0, 100);

        try (var window = session.timelines.open(layla)) {
            var before = window.timeline().get();
            window.around(new MessageKey(9_999));
            assertThat(window.timeline().get()).isEqualTo(before);
        }
    }

    @Test
    void whatComesWhileReadingOldMessagesIsKnownThoughItIsNotShown() {
        receive(0, 1_000);

        try (var window = session.timelines.open(layla)) {
            var live = window.timeline();
            goToStart(window);
            receive(1_000, 1);
            assertThat(live.get().beyond()).extracting(TimelineTest::body).containsExactly("1000");
            session.chats.send(layla, "1001");
            assertThat(live.get().beyond()).as("of others").hasSize(1);
            receive(1_002, 400);
            assertThat(live.get().beyond()).as("only so many").hasSize(300);

            window.toNewest();
            assertThat(live.get().beyond()).isEmpty();
        }
    }

    @Test
    void whatComesWhileReadingOldMessagesWaitsAtTheEnd() {
        receive(0, 1_000);

        try (var window = session.timelines.open(layla)) {
            var live = window.timeline();
            goToStart(window);
            receive(1_000, 1);
            assertThat(find(live.get(), "1000")).isEmpty();

            window.toNewest();
            assertThat(bodies(live.get())).last().isEqualTo("1000");
            assertIsWhole(live.get());
        }
    }

    @Test
    void followsWhatComesAndLetsTheFarSideGo() {
        try (var window = session.timelines.open(layla)) {
            receive(0, 700);

            assertThat(bodies(window.timeline().get())).last().isEqualTo("699");
            assertIsWhole(window.timeline().get());
        }
    }

    @Test
    void showsHowAMessageFares() {
        try (var window = session.timelines.open(layla)) {
            session.chats.send(layla, "hello");
            var sent = window.timeline().get().messages().getFirst();
            session.say(account, new XmppEvent.MessageAcknowledged(sent.ids().stanza()));

            assertThat(window.timeline().get().messages())
                    .extracting(Message::delivery)
                    .containsExactly(Delivery.ON_SERVER);
        }
    }

    @Test
    void answeringTakesTheNewLineAway() {
        receive(0, 3);

        try (var window = session.timelines.open(layla)) {
            assertThat(window.timeline().get().firstUnread()).isPresent();
            session.chats.send(layla, "hello");

            assertThat(window.timeline().get().firstUnread()).isEmpty();
        }
    }

    @Test
    void countsUnreadUntilTheUserLooks() {
        receive(0, 3);
        assertThat(unread()).isEqualTo(3);
        assertThat(new ScriptedSession(session).chatList.chat(layla).get())
                .hasValueSatisfying(chat -> assertThat(chat.unread()).isEqualTo(3));

        session.attention.watching(Optional.of(layla));
        assertThat(unread()).isZero();

        receive(3, 1);
        assertThat(unread()).isZero();
        assertThat(new ScriptedSession(session).chatList.chat(layla).get())
                .hasValueSatisfying(chat -> assertThat(chat.unread()).isZero());

        session.attention.watching(Optional.empty());
        receive(4, 1);
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void theSameMessageTwiceIsOneAndCountsOnce() {
        var message = session.incoming.from(LAYLA, "same", "hello");
        session.say(account, message, message);

        assertThat(session.bodies(layla)).containsExactly("hello");
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void twoPeopleWithTheSameIdAreTwoMessages() {
        var other = org.jxmpp.jid.impl.JidCreate.bareFromOrThrowUnchecked("evil@birke.example");
        session.say(
                account,
                session.incoming.from(LAYLA, "id", "hello"),
                session.incoming.from(other, "id", "hello"));

        assertThat(session.bodies(layla)).hasSize(1);
        assertThat(session.bodies(new ChatKey(account, other))).hasSize(1);
    }

    private static void goToStart(TimelineWindow window) {
        while (!window.timeline().get().isAtStart()) {
            window.older();
        }
    }

    private int unread() {
        return session.chatList.chat(layla).get().orElseThrow().unread();
    }

    private void receive(int from, int count) {
        IntStream.range(from, from + count)
                .forEach(
                        i ->
                                session.say(
                                        account,
                                        session.incoming.from(LAYLA, "id" + i, String.valueOf(i))));
    }

    private static void assertIsWhole(Timeline shown) {
        var numbers = bodies(shown).stream().map(Integer::valueOf).toList();
        assertThat(numbers).hasSizeLessThanOrEqualTo(400);
        assertThat(numbers)
                .isEqualTo(
                        IntStream.rangeClosed(numbers.getFirst(), numbers.getLast())
                                .boxed()
                                .toList());
    }

    private static List<String> bodies(Timeline shown) {
        return shown.messages().stream().map(TimelineTest::body).toList();
    }

    private static Optional<Message> find(Timeline shown, String body) {
        return shown.messages().stream().filter(each -> body(each).equals(body)).findFirst();
    }

    private static String body(Message message) {
        return message.content() instanceof Content.Text(String body, _, _, _) ? body : "";
    }
}
