package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Alerts;
import kith.model.ArchiveRange;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.EditDraft;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Mute;
import kith.model.OpenTabs;
import kith.model.SharedFlags;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every component of every stored record about chats comes back after a restart.
class ChatRoundTripTest extends RoundTripFixture {

    @Test
    void chats() {
        var his =
                message(
                        profile.chat(Profile.ROMEO),
                        new MessageIds("", Optional.empty(), Optional.empty()),
                        Profile.HIM,
                        NOON,
                        1,
                        new Content.Text("O"),
                        Delivery.RECEIVED);
        var stored = store(his, Chat.Kind.CONTACT);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(profile.chat(Profile.ROOM), Chat.Kind.ROOM);
                    new ChatStore(db).mention(stored.chat());
                    db.update("UPDATE chat SET unread = 3 WHERE peer = ?", Profile.ROMEO);
                });
        profile.reopen();
        var romeo =
                new Chat(
                        stored.chat(),
                        Chat.Kind.CONTACT,
                        "romeo@montague.example",
                        Optional.of(stored),
                        3,
                        true,
                        List.of());
        var balcony =
                new Chat(
                        profile.chat(Profile.ROOM),
                        Chat.Kind.ROOM,
                        "balcony@rooms.example",
                        Optional.empty(),
                        0,
                        false,
                        List.of());
        assertThat(profile.in(() -> new ChatStore(profile.db()).all()))
                .containsExactly(romeo, balcony);
        differInEverything(romeo, balcony, "typists"); // which is only ever true of now
    }

    @Test
    void archiveRanges() {
        var store = new ArchiveStore(profile.db());
        var older =
                profile.in(
                        () ->
                                store.add(
                                        profile.account(),
                                        Profile.JULIET,
                                        "a1",
                                        MIDNIGHT,
                                        "a2",
                                        MIDNIGHT.plusSeconds(1),
                                        true));
        var room =
                profile.in(
                        () ->
                                store.add(
                                        profile.account(),
                                        Profile.ROOM,
                                        "r1",
                                        NOON,
                                        "r2",
                                        NOON.plusSeconds(1),
                                        false));
        profile.reopen();
        assertThat(ranges(Profile.JULIET)).containsExactly(older);
        assertThat(ranges(Profile.ROOM)).containsExactly(room);
        differInEverything(older, room, "account"); // there is one account here

        var grown = room.from("r0", MIDNIGHT, true).to("r9", NOON.plusSeconds(9));
        profile.run(db -> new ArchiveStore(db).put(grown));
        profile.reopen();
        assertThat(ranges(Profile.ROOM)).containsExactly(grown);
    }

    @Test
    void tabs() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        for (var tabs :
                List.of(
                        new OpenTabs(List.of(room, romeo), Optional.of(romeo)),
                        new OpenTabs(List.of(romeo), Optional.empty()),
                        new OpenTabs(
                                List.of(room),
                                Optional.of(room),
                                Set.of(room),
                                List.of(new ChatWindow(romeo, Optional.of("1,2"), 0))),
                        new OpenTabs(
                                List.of(),
                                Optional.empty(),
                                Set.of(),
                                List.of(
                                        new ChatWindow(room, Optional.empty(), 0),
                                        new ChatWindow(romeo, Optional.empty(), 0))),
                        OpenTabs.NONE)) {
            profile.run(db -> new TabStore(db).save(tabs));
            profile.reopen();
            assertThat(profile.in(() -> new TabStore(profile.db()).load())).isEqualTo(tabs);
        }
    }

    @Test
    void flags() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one =
                new ChatFlags(
                        Optional.of(0),
                        new Mute.Until(NOON),
                        Optional.of(Alerts.MENTIONS),
                        Optional.of(new ChatFlags.Archived(Optional.of(new MessageKey(7)))),
                        true);
        var other =
                new ChatFlags(
                        Optional.empty(),
                        new Mute.Always(),
                        Optional.of(Alerts.ALL),
                        Optional.of(new ChatFlags.Archived(Optional.empty())),
                        false);
        differInEverything(one, other);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    new FlagStore(db).put(romeo, other);
                    new FlagStore(db).put(romeo, one);
                    new FlagStore(db).put(room, other);
                });
        profile.reopen();
        assertThat(storedFlags()).containsOnly(Map.entry(romeo, one), Map.entry(room, other));

        profile.run(db -> new FlagStore(db).put(romeo, ChatFlags.NONE));
        profile.reopen();
        assertThat(storedFlags()).containsOnly(Map.entry(room, other));

        profile.run(db -> new FlagStore(db).replaceAll(Map.of(romeo, one)));
        profile.reopen();
        assertThat(storedFlags()).containsOnly(Map.entry(romeo, one));
    }

    private Map<ChatKey, ChatFlags> storedFlags() {
        return profile.in(() -> new FlagStore(profile.db()).all());
    }

    @Test
    void sharedFlags() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one = new SharedFlags(true, new Mute.Until(NOON), Optional.of(Alerts.ALL));
        var other = new SharedFlags(false, new Mute.Always());
        differInEverything(one, other);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    new SharedFlagStore(db).put(romeo, other);
                    new SharedFlagStore(db).put(romeo, one);
                    new SharedFlagStore(db).put(room, other);
                });
        profile.reopen();
        assertThat(storedSharedFlags()).containsOnly(Map.entry(romeo, one), Map.entry(room, other));

        profile.run(db -> new SharedFlagStore(db).put(romeo, SharedFlags.NONE));
        profile.reopen();
        assertThat(storedSharedFlags()).containsOnly(Map.entry(room, other));

        profile.run(db -> new SharedFlagStore(db).replaceAll(Map.of(romeo, one)));
        profile.reopen();
        assertThat(storedSharedFlags()).containsOnly(Map.entry(romeo, one));
    }

    private Map<ChatKey, SharedFlags> storedSharedFlags() {
        return profile.in(() -> new SharedFlagStore(profile.db()).all());
    }

    @Test
    void drafts() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    new DraftStore(db).put(romeo, "Wilt thou be g");
                    new DraftStore(db).put(romeo, "Wilt thou be gone?\n🌅");
                    new DraftStore(db).put(room, "O");
                });
        profile.reopen();
        assertThat(stored())
                .containsOnly(Map.entry(romeo, "Wilt thou be gone?\n🌅"), Map.entry(room, "O"));

        profile.run(db -> new DraftStore(db).remove(romeo));
        profile.reopen();
        assertThat(stored()).containsOnlyKeys(room);

        profile.run(db -> new DraftStore(db).replaceAll(Map.of(romeo, "It is not")));
        profile.reopen();
        assertThat(stored()).containsOnly(Map.entry(romeo, "It is not"));

        profile.run(db -> new ChatStore(db).remove(romeo));
        assertThat(stored()).isEmpty();
    }

    @Test
    void edits() {
        var romeo = profile.chat(Profile.ROMEO);
        profile.run(db -> new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT));
        var first = own(romeo, "e-1");
        var second = own(romeo, "e-2");
        profile.run(
                db -> {
                    var edits = new DraftStore(db);
                    edits.setEdit(romeo, Optional.of(new EditDraft(first, "Wilt th")));
                    edits.setEdit(romeo, Optional.of(new EditDraft(second, "Wilt thou\n🌅")));
                });
        profile.reopen();
        assertThat(storedEdits())
                .containsOnly(Map.entry(romeo, new EditDraft(second, "Wilt thou\n🌅")));

        profile.run(db -> new DraftStore(db).setEdit(romeo, Optional.empty()));
        profile.reopen();
        assertThat(storedEdits()).isEmpty();

        var other = new EditDraft(first, "");
        profile.run(db -> new DraftStore(db).replaceEdits(Map.of(romeo, other)));
        profile.reopen();
        assertThat(storedEdits()).containsOnly(Map.entry(romeo, other));

        profile.run(db -> db.update("DELETE FROM message WHERE id = ?", first.row()));
        assertThat(storedEdits()).as("with its message it is gone").isEmpty();
        profile.run(db -> new DraftStore(db).setEdit(romeo, Optional.of(other)));
        assertThat(storedEdits()).isEmpty();
    }

    private MessageKey own(ChatKey chat, String id) {
        return profile.in(
                () ->
                        new MessageStore(profile.db())
                                .queue(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        id,
                                        Profile.ME,
                                        new Content.Text("Wilt thou be gone?"),
                                        Instant.parse("2026-11-20T09:00:00Z"))
                                .key());
    }

    private Map<ChatKey, EditDraft> storedEdits() {
        return profile.in(() -> new DraftStore(profile.db()).edits());
    }

    private List<ArchiveRange> ranges(BareJid archive) {
        return profile.in(() -> new ArchiveStore(profile.db()).ranges(profile.account(), archive));
    }
}
