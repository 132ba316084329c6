package kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.Mute;
import kith.model.OpenTabs;
import kith.model.PasswordKeeping;
import kith.model.PresenceSubscription;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RosterItem;
import kith.model.ServerAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class AccountStoreTest {

    private final Profile profile = Profile.inMemory();

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void removingAnAccountRemovesAllThatIsKnownInIt() {
        profile.run(AccountStoreTest::fill);
        assertThat(rowsLeft()).isGreaterThan(9);
        profile.run(db -> new AccountStore(db).remove(new AccountId(1)));
        assertThat(rowsLeft()).isZero();
    }

    @Test
    void removingAnAccountLeavesTheOthers() {
        var romeo = profile.in(() -> add("Kith.street"));
        profile.run(
                db ->
                        new MessageStore(db)
                                .queue(
                                        new ChatKey(romeo, Profile.JULIET),
                                        Chat.Kind.CONTACT,
                                        "1",
                                        Profile.HIM,
                                        new Content.Text("O"),
                                        profile.now));
        profile.run(AccountStoreTest::fill);
        profile.run(db -> new AccountStore(db).remove(new AccountId(1)));
        assertThat(profile.in(() -> new ChatStore(profile.db()).all())).hasSize(1);
        assertThat(profile.in(() -> new MessageStore(profile.db()).outstanding(romeo))).hasSize(1);
    }

    @Test
    void anIdIsNeverUsedAgain() {
        var first = profile.in(() -> add("one"));
        profile.run(db -> new AccountStore(db).remove(first));
        assertThat(profile.in(() -> add("two"))).isNotEqualTo(first);
    }

    @Test
    void thereIsOneAccountOfAnAddress() {
        profile.in(() -> add("one"));
        profile.run(db -> assertThatThrownBy(() -> add("two")).isInstanceOf(StoreException.class));
    }

    @Test
    void anAccountThatIsNotThereHasNoResource() {
        profile.run(
                db ->
                        assertThatThrownBy(() -> new AccountStore(db).resource(new AccountId(9)))
                                .isInstanceOf(IllegalArgumentException.class));
    }

    private AccountId add(String resource) {
        return new AccountStore(profile.db())
                .add(
                        Profile.ROMEO,
                        new ServerAddress.ByDomain(),
                        Optional.empty(),
                        PasswordKeeping.ASK,
                        resource)
                .id();
    }

    private static void fill(Db db) {
        var account = new AccountId(1);
        var chat = new ChatKey(account, Profile.ROMEO);
        var room = new ChatKey(account, Profile.ROOM);
        var now = db.now();
        new RosterStore(db)
                .put(
                        account,
                        Optional.of("v"),
                        new RosterItem(
                                Profile.ROMEO, "", List.of(), PresenceSubscription.BOTH, false));
        var entered = new Room(room, "", "j", RoomState.LEFT, "", 0);
        new RoomStore(db).put(new StoredRoom(entered, true, true));
        new ArchiveStore(db).add(account, Profile.JULIET, "a", now, "b", now, true);
        var messages = new MessageStore(db);
        var text = new Content.Text("O");
        messages.queue(chat, Chat.Kind.CONTACT, "1", Profile.ME, text, now);
        for (var name : List.of("a1", "a2")) {
            messages.add(
                    new ArrivingMessage(
                            chat,
                            Chat.Kind.CONTACT,
                            new MessageIds("1", Optional.of("1"), Optional.of(name)),
                            Profile.ME,
                            now,
                            text));
        }
        messages.queue(chat, Chat.Kind.CONTACT, "2", Profile.ME, text, now);
        new DraftStore(db).put(chat, "Good nigh");
        var flags = new ChatFlags(Optional.of(0), new Mute.Always(), Optional.empty(), true);
        new FlagStore(db).put(chat, flags);
        new SpellingStore(db).choose(chat, Optional.of("en_GB"));
        var window = new ChatWindow(chat, Optional.empty(), 0);
        new TabStore(db)
                .save(
                        new OpenTabs(
                                List.of(chat), Optional.of(chat), Set.of(chat), List.of(window)));
    }

    private long rowsLeft() {
        var tables =
                List.of(
                        "account",
                        "roster_item",
                        "room",
                        "archive",
                        "mam_range",
                        "chat",
                        "message",
                        "archive_id",
                        "sent",
                        "outbox",
                        "tab",
                        "draft",
                        "draft_edit",
                        "chat_flag",
                        "chat_language",
                        "chat_window");
        return profile.in(
                () ->
                        tables.stream()
                                .mapToLong(
                                        table ->
                                                profile.db()
                                                        .find(
                                                                "SELECT COUNT(*) FROM " + table,
                                                                row -> row.getLong(1))
                                                        .orElseThrow())
                                .sum());
    }
}
