package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Refusal;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class MessageStoreTest {

    private static final Delivery FAILED =
            new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN));

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void whatTheUserWritesIsQueuedAndLastAlsoAfterWhatComesLater() {
        queue("1", "mine");
        later();
        receive("a", "his");
        queue("2", "mine too");
        assertThat(words()).containsExactly("his", "mine", "mine too");
        assertThat(outstanding()).containsExactly("mine", "mine too");
    }

    /// What a disk has changed so that H2 does not see it (F21).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "content = 'TEXS'",
                "sender = ''",
                "delivery = 'RECEIVEE'",
                "delivery = 'FAILED', refusal = 'LIMITS'"
            })
    void aRowThatMakesNoSenseIsOneUnreadableMessageAmongTheOthers(String damage) {
        receive("a", "before");
        receive("b", "damaged");
        receive("c", "after");
        profile.run(db -> db.update("UPDATE message SET " + damage + " WHERE stanza_id = ?", "b"));
        var messages = profile.in(() -> store.newest(chat, 10));
        assertThat(messages)
                .extracting(Message::words)
                .containsExactly(Optional.of("before"), Optional.empty(), Optional.of("after"));
        assertThat(messages.get(1).content()).isEqualTo(Content.UNREADABLE);
        receive("b", "damaged"); // the server may speak of it again
        assertThat(profile.in(() -> store.newest(chat, 10))).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void onceTheServerHasItAMessageStandsWhereItGotThere() {
        queue("1", "mine");
        later();
        receive("a", "before");
        later();
        var delivered = deliver("1", Delivery.ON_SERVER).orElseThrow();
        later();
        receive("b", "after");
        assertThat(words()).containsExactly("before", "mine", "after");
        assertThat(delivered.at()).isEqualTo("2026-05-01T10:00:02.123Z");
        assertThat(outstanding()).isEmpty();
    }

    @Test
    void deliveryNeverGoesBack() {
        queue("1", "mine");
        assertThat(deliver("1", Delivery.READ)).isPresent();
        for (var older :
                List.of(
                        Delivery.QUEUED,
                        Delivery.SENDING,
                        Delivery.ON_SERVER,
                        Delivery.DELIVERED,
                        Delivery.READ,
                        FAILED)) {
            assertThat(deliver("1", older)).isEmpty();
        }
        assertThat(newest().getFirst().delivery()).isEqualTo(Delivery.READ);
    }

    @Test
    void deliveryGoesForwardStepByStep() {
        queue("1", "mine");
        for (var next :
                List.of(Delivery.SENDING, Delivery.ON_SERVER, Delivery.DELIVERED, Delivery.READ)) {
            assertThat(deliver("1", next).map(Message::delivery)).contains(next);
            assertThat(newest().getFirst().delivery()).isEqualTo(next);
        }
    }

    @Test
    void aFailureKeepsItsReasonAndAReceiptAfterItWins() {
        queue("1", "mine");
        deliver("1", FAILED);
        assertThat(newest().getFirst().delivery()).isEqualTo(FAILED);
        assertThat(outstanding()).isEmpty();
        assertThat(deliver("1", Delivery.ON_SERVER)).isEmpty();
        assertThat(deliver("1", Delivery.DELIVERED)).isPresent();
        assertThat(deliver("1", FAILED)).isEmpty();
    }

    @Test
    void whatFailedIsQueuedAgainAsTheLast() {
        queue("1", "first");
        queue("2", "second");
        deliver("1", FAILED);
        assertThat(words()).containsExactly("first", "second");
        assertThat(requeue("1").map(Message::delivery)).contains(Delivery.QUEUED);
        assertThat(outstanding()).containsExactly("second", "first");
        assertThat(requeue("1")).isEmpty();
        assertThat(requeue("unknown")).isEmpty();
    }

    @Test
    void onlyWhatIsNotOutCanBeDiscarded() {
        var queued = queue("1", "queued");
        var sent = queue("2", "sent");
        var failed = queue("3", "failed");
        deliver("2", Delivery.SENDING);
        deliver("3", FAILED);
        assertThat(profile.in(() -> store.discard(queued))).isTrue();
        assertThat(profile.in(() -> store.discard(sent))).isFalse();
        assertThat(profile.in(() -> store.discard(failed))).isTrue();
        assertThat(profile.in(() -> store.discard(failed))).isFalse();
        assertThat(words()).containsExactly("sent");
        assertThat(outstanding()).containsExactly("sent");
    }

    @Test
    void liveMessagesAreInTheOrderTheyCameWhateverTheClockDoes() {
        receive("a", "1");
        profile.now = profile.now.minus(Duration.ofDays(3650));
        receive("b", "2");
        profile.now = profile.now.plus(Duration.ofDays(7300));
        receive("c", "3");
        profile.now = Instant.parse("2026-05-01T10:00:00Z");
        receive("d", "4");
        assertThat(words()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void stampsBeyondAllTimesLeaveTheOrderAsItIs() {
        receive("a", "1", Instant.MAX);
        receive("b", "2", Instant.MIN);
        receive("c", "3", profile.now);
        queue("1", "mine");
        assertThat(words()).containsExactly("1", "2", "3", "mine");
    }

    @Test
    void pagesAreReadFromAnyMessageInBothDirections() {
        IntStream.range(0, 25).forEach(i -> receive("id" + i, "" + i));
        var all = newest();
        var middle = all.get(12);
        assertThat(words(profile.in(() -> store.newest(chat, 3))))
                .containsExactly("22", "23", "24");
        assertThat(words(profile.in(() -> store.older(chat, middle, 3))))
                .containsExactly("9", "10", "11");
        assertThat(words(profile.in(() -> store.newer(chat, middle, 3))))
                .containsExactly("13", "14", "15");
        assertThat(profile.in(() -> store.older(chat, all.getFirst(), 3))).isEmpty();
        assertThat(profile.in(() -> store.newer(chat, all.getLast(), 3))).isEmpty();
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(25);
    }

    @Test
    void aPageStartsWhereTheMessageStandsNowNotWhereItStood() {
        var mine = queue("1", "mine");
        receive("a", "before");
        deliver("1", Delivery.ON_SERVER);
        receive("b", "after");
        assertThat(words(profile.in(() -> store.older(chat, mine, 9)))).containsExactly("before");
        assertThat(words(profile.in(() -> store.newer(chat, mine, 9)))).containsExactly("after");
    }

    @Test
    void aChatThatIsNotThereIsEmpty() {
        var unknown = profile.chat(Profile.ROOM);
        assertThat(profile.in(() -> store.newest(unknown, 9))).isEmpty();
        assertThat(profile.in(() -> store.count(unknown))).isZero();
        profile.run(
                db -> store.each(Optional.of(unknown), message -> assertThat(message).isNull()));
    }

    @Test
    void eachGivesEveryMessageChatByChatInOrder() {
        var other = profile.chat(Profile.ROOM);
        for (int i = 0; i < 1_200; i++) {
            receive("id" + i, "" + i);
        }
        profile.run(
                db ->
                        store.queue(
                                other,
                                Chat.Kind.ROOM,
                                "r",
                                Profile.ME,
                                new Content.Text("in the room"),
                                profile.now));
        var all = new ArrayList<String>();
        profile.run(db -> store.each(Optional.empty(), message -> all.add(word(message))));
        assertThat(all).hasSize(1_201).startsWith("0", "1", "2").endsWith("1199", "in the room");
        var one = new ArrayList<String>();
        profile.run(db -> store.each(Optional.of(other), message -> one.add(word(message))));
        assertThat(one).containsExactly("in the room");
    }

    @Test
    void wordsOfOthersThatAreNewCountAsUnread() {
        receive("a", "live");
        receive("a", "live");
        queue("1", "mine");
        page(Direction.NEWEST, "first sign-in");
        page(Direction.NEWER, "missed");
        page(Direction.OLDER, "history");
        var subject = new Content.Subject("Verona");
        profile.in(
                () ->
                        store.add(
                                new ArrivingMessage(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        ids("s"),
                                        Profile.HIM,
                                        profile.now,
                                        subject)));
        assertThat(unread()).isEqualTo(2);
        profile.run(db -> new ChatStore(db).markRead(chat, false));
        assertThat(unread()).isZero();
    }

    /// Of a receipt that comes before the acknowledgements, or after a restart without them.
    @Test
    void whatHasArrivedShowsThatTheServerHasAllBeforeIt() {
        for (var id : List.of("1", "2", "3", "4")) {
            queue(id, id);
            later();
        }
        deliver("1", Delivery.SENDING);
        deliver("2", Delivery.SENDING);
        var changed = profile.in(() -> delivered("3"));
        assertThat(words(changed)).containsExactly("1", "2", "3");
        assertThat(changed)
                .extracting(Message::delivery)
                .containsExactly(Delivery.ON_SERVER, Delivery.ON_SERVER, Delivery.DELIVERED);
        assertThat(outstanding()).containsExactly("4");
        assertThat(deliver("1", Delivery.ON_SERVER)).isEmpty();
        receive("5", "5");
        assertThat(words()).containsExactly("1", "2", "3", "5", "4");
    }

    @Test
    void whatHasArrivedSaysNothingOfWhatFailedOrWaitsInAnotherChat() {
        queue("1", "1");
        deliver("1", new Delivery.Failed(Refusal.of(Refusal.Reason.OTHER)));
        queue("2", "2");
        var elsewhere = profile.chat(Profile.JULIET);
        profile.in(
                () ->
                        store.queue(
                                elsewhere,
                                Chat.Kind.CONTACT,
                                "0",
                                Profile.ME,
                                new Content.Text("0"),
                                profile.now.minusSeconds(1)));
        profile.in(() -> delivered("2"));
        assertThat(outstanding()).containsExactly("0");
        assertThat(newest()).anyMatch(each -> each.delivery() instanceof Delivery.Failed);
    }

    private int unread() {
        return profile.in(() -> new ChatStore(profile.db()).all()).getFirst().unread();
    }

    private void page(Direction direction, String words) {
        var message =
                new ArrivingMessage(
                        chat,
                        Chat.Kind.CONTACT,
                        new MessageIds(words, Optional.empty(), Optional.of(words)),
                        Profile.HIM,
                        profile.now,
                        new Content.Text(words));
        profile.in(() -> store.addPage(profile.archive(), List.of(message), direction));
    }

    private void later() {
        profile.now = profile.now.plusSeconds(1);
    }

    private Message queue(String id, String words) {
        return profile.in(
                () ->
                        store.queue(
                                chat,
                                Chat.Kind.CONTACT,
                                id,
                                Profile.ME,
                                new Content.Text(words),
                                profile.now));
    }

    private void receive(String id, String words) {
        receive(id, words, profile.now);
    }

    private void receive(String id, String words, Instant at) {
        profile.in(
                () ->
                        store.add(
                                new ArrivingMessage(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        ids(id),
                                        Profile.HIM,
                                        at,
                                        new Content.Text(words))));
    }

    private static MessageIds ids(String id) {
        return new MessageIds(id, Optional.empty(), Optional.empty());
    }

    private Optional<Message> deliver(String id, Delivery delivery) {
        return profile.in(() -> store.deliver(profile.account(), id, delivery));
    }

    private List<Message> delivered(String id) {
        return store.deliverTo(profile.account(), chat.peer(), id, Optional.empty(), profile.now);
    }

    private Optional<Message> requeue(String id) {
        return profile.in(() -> store.requeue(profile.account(), id));
    }

    private List<Message> newest() {
        return profile.in(() -> store.newest(chat, 10_000));
    }

    private List<String> words() {
        return words(newest());
    }

    private List<String> outstanding() {
        return words(profile.in(() -> store.outstanding(profile.account())));
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream().map(MessageStoreTest::word).toList();
    }

    private static String word(Message message) {
        return MessageRows.body(message.content());
    }
}
