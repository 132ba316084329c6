package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is private in a room stands in the room's chat and has its name from the account's archive.
class PrivateMessagesTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.5Z");
    private static final Author NURSE = Profile.occupant("Nurse");
    private static final Confidant WITH_NURSE = new Confidant("Nurse");

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void itComesOnceByWhateverWayAndStandsWhereItCame() {
        live(said("r1", "Ho", 0, "room-1"));
        live(whispered("p1", "fie", 1, Optional.empty()));
        live(said("r2", "Ha", 2, "room-2"));
        assertThat(page(profile.archive(), whispered("p1", "fie", 1, Optional.of("own-1"))))
                .singleElement()
                .isInstanceOf(Arrival.Changed.class);
        assertThat(page(profile.archive(), whispered("p1", "fie", 1, Optional.of("own-1"))))
                .singleElement()
                .isInstanceOf(Arrival.Known.class);
        assertThat(words()).containsExactly("Ho", "fie", "Ha");
    }

    /// The two archives are read one after the other, in whatever order.
    @Test
    void theArchivesBringItToItsPlaceInEitherOrder() {
        page(profile.archive(), whispered("p1", "fie", 30, Optional.of("own-1")));
        page(room, said("r1", "Ho", 10, "room-1"), said("r2", "Ha", 50, "room-2"));
        page(profile.archive(), whispered("p2", "no", 40, Optional.of("own-2")));
        assertThat(words()).containsExactly("Ho", "fie", "no", "Ha");
        profile.in(
                () -> store.addPage(room, List.of(said("r0", "Hm", 5, "room-0")), Direction.OLDER));
        assertThat(words()).containsExactly("Hm", "Ho", "fie", "no", "Ha");
    }

    /// A page of the account's archive has what is of many chats; of the room's order it says
    /// nothing.
    @Test
    void olderPagesOfTheAccountPutItByItsTime() {
        page(room, said("r1", "Ho", 10, "room-1"), said("r2", "Ha", 50, "room-2"));
        profile.in(
                () ->
                        store.addPage(
                                profile.archive(),
                                List.of(
                                        whispered("p0", "old", -90, Optional.of("own-0")),
                                        whispered("p1", "fie", 30, Optional.of("own-1"))),
                                Direction.OLDER));
        assertThat(words()).containsExactly("old", "Ho", "fie", "Ha");
    }

    /// H12: anybody in the room knows the ids of what was said to all.
    @Test
    void h12ItNeverTakesThePlaceOfWhatWasSaidToAll() {
        live(said("r1", "Ho", 0, "name-1"));
        live(whispered("r1", "Ho", 1, Optional.of("name-1")));
        assertThat(words()).containsExactly("Ho", "Ho");
        own("u1", new Content.Text("All"));
        own("u2", new Content.Private(WITH_NURSE, "One"));
        live(
                new ArrivingMessage(
                        room,
                        Chat.Kind.ROOM,
                        new MessageIds("u2", Optional.of("u2"), Optional.of("room-9")),
                        new Author(NURSE.address(), Optional.empty(), true),
                        NOON,
                        new Content.Text("One")));
        assertThat(words()).containsExactly("Ho", "Ho", "One", "All", "One");
    }

    /// H13: by the same nick, and the same id.
    @Test
    void h13ACorrectionForAllCorrectsNothingPrivate() {
        live(whispered("p1", "fie", 0, Optional.empty()));
        live(
                new ArrivingMessage(
                        room,
                        Chat.Kind.ROOM,
                        new MessageIds("c1", Optional.empty(), Optional.of("room-1")),
                        NURSE,
                        NOON.plusSeconds(1),
                        new Content.Correction("p1", "for all to see")));
        assertThat(words()).containsExactly("fie", "for all to see");
    }

    @Test
    void itIsUnreadAndReadAsOthers() {
        assertThat(live(whispered("p1", "fie", 0, Optional.empty())))
                .isInstanceOfSatisfying(
                        Arrival.Added.class, added -> assertThat(added.isUnread()).isTrue());
        assertThat(profile.in(() -> store.unread(room))).isEqualTo(1);
        live(said("r1", "Ho", 1, "room-1"));
        var reads = new ReadStore(profile.db(), store);
        assertThat(profile.in(() -> reads.readElsewhere(room, "room-1"))).hasValue(0);
    }

    /// XEP-0490: the room's archive has no name for it, and another's would be taken for one.
    @Test
    void howFarTheRoomIsReadIsNeverSaidByWhatIsPrivate() {
        live(said("r1", "Ho", 0, "room-1"));
        live(whispered("p1", "fie", 1, Optional.of("own-1")));
        var chats = new ChatStore(profile.db());
        var reads = new ReadStore(profile.db(), store);
        profile.run(_ -> chats.markRead(room, true));
        assertThat(profile.in(() -> reads.untold(room.account())))
                .singleElement()
                .satisfies(mark -> assertThat(mark.archiveId()).contains("room-1"));
    }

    /// Whether it has arrived, only the archive can say; what was refused, was.
    @Test
    void whatMayHaveArrivedHasWhereTheArchiveHasIt() {
        own("u1", new Content.Private(WITH_NURSE, "lost"));
        own("u2", new Content.Private(WITH_NURSE, "refused"));
        fail("u1", Reason.TIMED_OUT);
        fail("u2", Reason.NOT_FOUND);
        page(profile.archive(), mine("u1", "lost"), mine("u2", "refused"));
        assertThat(messages())
                .extracting(Message::delivery)
                .containsExactlyInAnyOrder(
                        Delivery.ON_SERVER, new Delivery.Failed(Refusal.of(Reason.NOT_FOUND)));
    }

    private void own(String id, Content content) {
        profile.in(() -> store.queue(room, Chat.Kind.ROOM, id, Profile.ME, content, NOON));
    }

    private void fail(String id, Reason reason) {
        profile.in(
                () -> store.deliver(room.account(), id, new Delivery.Failed(Refusal.of(reason))));
    }

    private Arrival live(ArrivingMessage message) {
        return profile.in(() -> store.add(message));
    }

    private List<Arrival> page(ChatKey archive, ArrivingMessage... page) {
        return profile.in(() -> store.addPage(archive, List.of(page), Direction.NEWER));
    }

    private ArrivingMessage said(String id, String text, int second, String archived) {
        return new ArrivingMessage(
                room,
                Chat.Kind.ROOM,
                new MessageIds(id, Optional.empty(), Optional.of(archived)),
                NURSE,
                NOON.plusSeconds(second),
                new Content.Text(text));
    }

    private ArrivingMessage whispered(
            String id, String text, int second, Optional<String> archived) {
        return new ArrivingMessage(
                room,
                Chat.Kind.ROOM,
                new MessageIds(id, Optional.empty(), archived),
                NURSE,
                NOON.plusSeconds(second),
                new Content.Private(WITH_NURSE, text));
    }

    private ArrivingMessage mine(String id, String text) {
        return new ArrivingMessage(
                room,
                Chat.Kind.ROOM,
                new MessageIds(id, Optional.of(id), Optional.of("own-" + id)),
                Profile.ME,
                NOON,
                new Content.Private(WITH_NURSE, text));
    }

    private List<Message> messages() {
        return profile.in(() -> store.newest(room, 20));
    }

    private List<String> words() {
        return messages().stream().map(message -> message.words().orElse("")).toList();
    }
}
