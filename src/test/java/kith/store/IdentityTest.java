package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is one message and what are two: rules R01–R03, R08 and R19, attacks H11, H12 and H21.
class IdentityTest {

    private static final String UUID_1 = "6f1f4d0e-2a55-4a0e-8f34-1d0c2a9f0001";
    private static final String UUID_2 = "6f1f4d0e-2a55-4a0e-8f34-1d0c2a9f0002";

    private static final Jid OUR_NICK = JidCreate.fromOrThrowUnchecked(Profile.ROOM + "/juliet");
    private static final Author NICK_ALONE = new Author(OUR_NICK, Optional.empty(), false);
    private static final Room OURS =
            new Room(
                    new ChatKey(new AccountId(1), Profile.ROOM),
                    "Balcony",
                    "juliet",
                    RoomState.JOINED,
                    "",
                    1);

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void liveCarbonAndArchiveCopiesAreOneMessageAndTheArchivesNameIsLearnt() {
        var live = live(chat, ids(UUID_1, ""), Profile.HIM, "O");
        var again = live(chat, ids(UUID_1, "a1"), Profile.HIM, "O");
        var page = page(Direction.NEWER, chat, ids(UUID_1, "a1"), Profile.HIM, "O", profile.now);
        assertThat(live).isInstanceOf(Arrival.Added.class);
        assertThat(again).isInstanceOf(Arrival.Changed.class);
        assertThat(again.message().ids().archive()).contains("a1");
        assertThat(page).isInstanceOf(Arrival.Known.class);
        assertThat(page.message().key()).isEqualTo(live.message().key());
        assertThat(words(chat)).containsExactly("O");
    }

    @Test
    void theArchivesNameIsEnoughWhateverElseDiffers() {
        live(chat, ids("1", "a1"), Profile.HIM, "O");
        var stripped = new MessageIds("", Optional.empty(), Optional.of("a1"));
        assertThat(live(chat, stripped, Profile.HIM, "O altered"))
                .isInstanceOf(Arrival.Known.class);
        assertThat(words(chat)).containsExactly("O");
    }

    @Test
    void theSameIdAndWordsFromAnotherSenderIsAnotherMessage() {
        live(room, ids(UUID_1, ""), Profile.occupant("romeo"), "O");
        live(room, ids(UUID_1, ""), Profile.occupant("mercutio"), "O");
        assertThat(words(room)).containsExactly("O", "O");
    }

    @Test
    void anArchivesNameThatIsSomeoneElsesNamesNothingButLosesNothing() {
        live(room, ids(UUID_1, "a1"), Profile.occupant("romeo"), "O");
        var forged = live(room, ids(UUID_2, "a1"), Profile.occupant("mercutio"), "lies");
        assertThat(forged).isInstanceOf(Arrival.Added.class);
        assertThat(forged.message().ids().archive()).isEmpty();
        assertThat(words(room)).containsExactly("O", "lies");
    }

    @Test
    void archivesNamesAreTheRoomsOwnAndTheAccountsOwn() {
        live(chat, ids("1", "a1"), Profile.HIM, "O");
        var inRoom = live(room, ids("1", "a1"), Profile.occupant("romeo"), "O");
        assertThat(inRoom).isInstanceOf(Arrival.Added.class);
        assertThat(inRoom.message().ids().archive()).contains("a1");
    }

    @Test
    void theSameIdWithOtherWordsIsAnotherMessage() {
        live(chat, ids(UUID_1, ""), Profile.HIM, "O");
        live(chat, ids(UUID_1, ""), Profile.HIM, "Romeo");
        assertThat(words(chat)).containsExactly("O", "Romeo");
    }

    @Test
    void aCounterThatBeginsAnewIsAnotherMessageAfterAWhile() {
        live(chat, ids("m1", ""), Profile.HIM, "ok");
        after(Duration.ofMinutes(4));
        live(chat, ids("m1", ""), Profile.HIM, "ok");
        assertThat(words(chat)).containsExactly("ok");
        after(Duration.ofMinutes(2));
        live(chat, ids("m1", ""), Profile.HIM, "ok");
        assertThat(words(chat)).containsExactly("ok", "ok");
    }

    @Test
    void aLastingIdIsTheSameMessageHoweverLateItIsSentAgain() {
        live(chat, ids(UUID_1, ""), Profile.HIM, "ok");
        after(Duration.ofDays(3));
        live(chat, ids(UUID_1, ""), Profile.HIM, "ok");
        assertThat(words(chat)).containsExactly("ok");
    }

    @Test
    void twoOfOurDevicesMaySayTheSameInTheSameSecond() {
        live(chat, ids(UUID_1, ""), Profile.ME, "ok");
        live(chat, ids(UUID_2, ""), Profile.ME, "ok");
        assertThat(words(chat)).containsExactly("ok", "ok");
    }

    @Test
    void withoutAnyIdOnlyTheArchivesCopyOfTheSameSecondIsTheSame() {
        live(chat, ids("", ""), Profile.HIM, "ok");
        after(Duration.ofMillis(300));
        live(chat, ids("", ""), Profile.HIM, "ok");
        assertThat(words(chat)).containsExactly("ok", "ok");
        var stamp = Instant.parse("2026-05-01T10:00:00Z");
        page(Direction.NEWER, chat, ids("", "a1"), Profile.HIM, "ok", stamp);
        page(Direction.NEWER, chat, ids("", "a2"), Profile.HIM, "ok", stamp);
        assertThat(words(chat)).containsExactly("ok", "ok");
        page(Direction.NEWER, chat, ids("", "a3"), Profile.HIM, "ok", stamp);
        assertThat(words(chat)).containsExactly("ok", "ok", "ok");
    }

    @Test
    void whatWeSentThatTheArchiveHasIsOnTheServer() {
        var mine = queue(chat, UUID_1, "mine");
        profile.in(() -> store.deliver(profile.account(), UUID_1, Delivery.SENDING));
        var stamp = profile.now.plusSeconds(60);
        var seen = page(Direction.NEWER, chat, own(UUID_1, "a1"), Profile.ME, "mine", stamp);
        assertThat(seen).isInstanceOf(Arrival.Changed.class);
        assertThat(seen.message().key()).isEqualTo(mine.key());
        assertThat(seen.message().delivery()).isEqualTo(Delivery.ON_SERVER);
        assertThat(seen.message().at()).isEqualTo(stamp);
        assertThat(profile.in(() -> store.outstanding(profile.account()))).isEmpty();
    }

    @Test
    void whatTheArchiveHasTwiceIsOneMessageWithTwoNames() {
        queue(chat, UUID_1, "mine");
        page(Direction.NEWER, chat, own(UUID_1, "a1"), Profile.ME, "mine", profile.now);
        page(Direction.NEWER, chat, own(UUID_1, "a2"), Profile.ME, "mine", profile.now);
        var stripped = new MessageIds("", Optional.empty(), Optional.of("a2"));
        assertThat(page(Direction.NEWER, chat, stripped, Profile.ME, "mine", profile.now))
                .isInstanceOf(Arrival.Known.class);
        assertThat(words(chat)).containsExactly("mine");
    }

    @Test
    void theRoomsReflectionIsOurMessageAlsoUnderAnotherNick() {
        queue(room, UUID_1, "mine");
        var given = JidCreate.fromOrThrowUnchecked(Profile.ROOM + "/juliet_");
        var reflected =
                live(room, own(UUID_1, "a1"), new Author(given, Optional.empty(), false), "mine");
        assertThat(reflected).isInstanceOf(Arrival.Changed.class);
        assertThat(reflected.message().delivery()).isEqualTo(Delivery.ON_SERVER);
        assertThat(words(room)).containsExactly("mine");
    }

    @Test
    void whoeverCopiesOurIdAfterwardsIsNotUs() {
        queue(room, UUID_1, "mine");
        live(room, own(UUID_1, "a1"), new Author(Profile.ROOM, Optional.empty(), true), "mine");
        var copied = live(room, own(UUID_1, "a2"), Profile.occupant("mercutio"), "mine");
        assertThat(copied).isInstanceOf(Arrival.Added.class);
        assertThat(copied.message().isMine()).isFalse();
    }

    @Test
    void ourIdInAContactsMouthIsNeverOurMessage() {
        queue(chat, UUID_1, "mine");
        var echoed = live(chat, own(UUID_1, ""), Profile.HIM, "mine");
        assertThat(echoed).isInstanceOf(Arrival.Added.class);
        assertThat(profile.in(() -> store.outstanding(profile.account()))).hasSize(1);
    }

    /// A room that doesn't say who is who, and whose archive has ours as anybody's.
    @ParameterizedTest
    @ValueSource(strings = {"a1", ""})
    void h21TheArchivesCopyOfOursIsOursWhetherTheRoomHadNamedItOrNot(String named) {
        var mine = queue(room, UUID_1, "mine");
        live(room, own(UUID_1, named), new Author(OUR_NICK, Optional.empty(), true), "mine");
        for (var direction : Direction.values()) {
            var copy = page(direction, room, own(UUID_1, "a1"), NICK_ALONE, "mine", profile.now);
            assertThat(copy.message().key()).isEqualTo(mine.key());
            assertThat(copy.message().isMine()).isTrue();
        }
        assertThat(words(room)).containsExactly("mine");
    }

    @Test
    void h21WhatTheRoomHasThatWasNotSentBackToUsIsOurs() {
        queue(room, UUID_1, "mine");
        profile.in(() -> store.deliver(profile.account(), UUID_1, Delivery.SENDING));
        var copy = page(Direction.NEWER, room, own(UUID_1, "a1"), NICK_ALONE, "mine", profile.now);
        assertThat(copy.message().isMine()).isTrue();
        assertThat(copy.message().delivery()).isEqualTo(Delivery.ON_SERVER);
        assertThat(words(room)).containsExactly("mine");
    }

    @Test
    void h21WhatTheRoomHasThoughItWasRefusedIsOurs() {
        queue(room, UUID_1, "mine");
        var failed = new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT));
        profile.in(() -> store.deliver(profile.account(), UUID_1, failed));
        var copy = page(Direction.NEWER, room, own(UUID_1, "a1"), NICK_ALONE, "mine", profile.now);
        assertThat(copy.message().delivery()).isEqualTo(Delivery.ON_SERVER);
        assertThat(words(room)).containsExactly("mine");
    }

    /// A room without an archive repeats what was said last, a room with one may have it twice.
    @Test
    void h21AnotherCopyUnderOurNickIsOurs() {
        profile.run(db -> new RoomStore(db).put(new StoredRoom(OURS, true, true)));
        queue(room, UUID_1, "mine");
        live(room, own(UUID_1, "a1"), new Author(OUR_NICK, Optional.empty(), true), "mine");
        live(room, own(UUID_1, ""), NICK_ALONE, "mine");
        page(Direction.NEWER, room, own(UUID_1, "a2"), NICK_ALONE, "mine", profile.now);
        assertThat(words(room)).containsExactly("mine");
    }

    /// Under our nick, but not with our id: that is anybody, whatever they say.
    @Test
    void h21OurNickConfirmsNothingOfOurs() {
        profile.run(db -> new RoomStore(db).put(new StoredRoom(OURS, true, true)));
        queue(room, UUID_1, "mine");
        var other = page(Direction.NEWER, room, own(UUID_2, "a1"), NICK_ALONE, "mine", profile.now);
        assertThat(other).isInstanceOf(Arrival.Added.class);
        assertThat(other.message().isMine()).isFalse();
        assertThat(profile.in(() -> store.outstanding(profile.account())))
                .singleElement()
                .satisfies(it -> assertThat(it.delivery()).isEqualTo(Delivery.QUEUED));
    }

    /// Who has our nick by now and says our id after us has other words, or is no one else's.
    @Test
    void h21OurIdWithOtherWordsIsNotOurs() {
        profile.run(db -> new RoomStore(db).put(new StoredRoom(OURS, true, true)));
        queue(room, UUID_1, "mine");
        var other = page(Direction.NEWER, room, own(UUID_1, "a1"), NICK_ALONE, "lies", profile.now);
        assertThat(other).isInstanceOf(Arrival.Added.class);
        assertThat(other.message().isMine()).isFalse();
        assertThat(words(room)).containsExactly("lies", "mine");
    }

    /// Where the room says who is who, an id and a nick are nothing beside that.
    @Test
    void h21WhoCopiesAllButWhoWeAreIsNotUs() {
        profile.run(db -> new RoomStore(db).put(new StoredRoom(OURS, true, true)));
        queue(room, UUID_1, "mine");
        live(room, own(UUID_1, ""), new Author(OUR_NICK, Optional.of("o-1"), true), "mine");
        var copier = new Author(OUR_NICK, Optional.of("o-9"), false);
        assertThat(page(Direction.NEWER, room, own(UUID_1, "a1"), copier, "mine", profile.now))
                .isInstanceOf(Arrival.Added.class);
    }

    @Test
    void anotherOccupantUnderTheSameNickIsAnotherSender() {
        var address = Profile.occupant("romeo").address();
        live(room, ids(UUID_1, ""), new Author(address, Optional.of("o1"), false), "O");
        live(room, ids(UUID_1, ""), new Author(address, Optional.of("o2"), false), "O");
        assertThat(words(room)).containsExactly("O", "O");
    }

    @Test
    void theSameOccupantUnderAnotherNickIsTheSameSender() {
        var romeo = new Author(Profile.occupant("romeo").address(), Optional.of("o1"), false);
        var renamed = new Author(Profile.occupant("montague").address(), Optional.of("o1"), false);
        live(room, ids(UUID_1, "a1"), romeo, "O");
        assertThat(live(room, ids(UUID_1, "a1"), renamed, "O")).isInstanceOf(Arrival.Known.class);
    }

    @Test
    void aRoomThatHasWhatFailedHasItAnArchiveOfTheAccountNot() {
        var failed = new Delivery.Failed(Refusal.of(Refusal.Reason.UNAVAILABLE));
        queue(room, UUID_1, "in the room");
        queue(chat, UUID_2, "to him");
        profile.in(() -> store.deliver(profile.account(), UUID_1, failed));
        profile.in(() -> store.deliver(profile.account(), UUID_2, failed));
        assertThat(
                        page(
                                        Direction.NEWER,
                                        room,
                                        own(UUID_1, "r1"),
                                        Profile.ME,
                                        "in the room",
                                        profile.now)
                                .message()
                                .delivery())
                .isEqualTo(Delivery.ON_SERVER);
        assertThat(
                        page(
                                        Direction.NEWER,
                                        chat,
                                        own(UUID_2, "a1"),
                                        Profile.ME,
                                        "to him",
                                        profile.now)
                                .message()
                                .delivery())
                .isEqualTo(failed);
    }

    @Test
    void anAddressThatChangedHasAnotherArchiveWithNamesOfItsOwn() {
        live(chat, ids("1", "a1"), Profile.HIM, "O");
        profile.run(
                db -> {
                    var accounts = new AccountStore(db);
                    var account = accounts.all().getFirst();
                    accounts.change(
                            new Account(
                                    account.id(),
                                    Profile.entity("juliet@verona.example"),
                                    account.server(),
                                    account.proxy(),
                                    account.keeping()));
                });
        var other = live(chat, ids("2", "a1"), Profile.HIM, "Romeo");
        assertThat(other.message().ids().archive()).contains("a1");
        assertThat(words(chat)).containsExactly("O", "Romeo");
    }

    private void after(Duration time) {
        profile.now = profile.now.plus(time);
    }

    private Message queue(ChatKey key, String id, String words) {
        return profile.in(
                () ->
                        store.queue(
                                key,
                                kind(key.peer()),
                                id,
                                Profile.ME,
                                new Content.Text(words),
                                profile.now));
    }

    private Arrival live(ChatKey key, MessageIds ids, Author author, String words) {
        return profile.in(
                () ->
                        store.add(
                                new ArrivingMessage(
                                        key,
                                        kind(key.peer()),
                                        ids,
                                        author,
                                        profile.now,
                                        new Content.Text(words))));
    }

    private Arrival page(
            Direction direction,
            ChatKey key,
            MessageIds ids,
            Author author,
            String words,
            Instant at) {
        var message =
                new ArrivingMessage(
                        key, kind(key.peer()), ids, author, at, new Content.Text(words));
        var archive = kind(key.peer()) == Chat.Kind.ROOM ? key : profile.archive();
        return profile.in(() -> store.addPage(archive, List.of(message), direction)).getFirst();
    }

    private List<String> words(ChatKey key) {
        return profile.in(() -> store.newest(key, 99)).stream()
                .map(message -> MessageRows.body(message.content()))
                .toList();
    }

    private static Chat.Kind kind(BareJid peer) {
        return peer.equals(Profile.ROOM) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
    }

    private static MessageIds ids(String stanza, String archive) {
        return new MessageIds(
                stanza, Optional.empty(), Optional.of(archive).filter(name -> !name.isEmpty()));
    }

    private static MessageIds own(String id, String archive) {
        return new MessageIds(
                id, Optional.of(id), Optional.of(archive).filter(name -> !name.isEmpty()));
    }
}
