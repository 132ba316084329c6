package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.ArchivedMessage;
import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.RosterEntry;
import kith.lab.XmppServer;
import kith.model.AccountId;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Presence;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is round one account on one server: a friend, who is there all the time, and a room that
/// both are in. Keeps the books of all that was said there.
///
/// The account's own Kith is passed to each method, since it may be another one after a restart.
final class AccountWorld implements AutoCloseable {

    private static final int EACH = 8;

    private final XmppServer server;
    private final String name;
    private final LabAccount me;
    private final EntityBareJid friend;
    private final EntityBareJid room;
    private final RunningKith theirs;
    private final AccountId theirId;
    private final List<String> saidInChat = new ArrayList<>();
    private final List<String> saidInRoom = new ArrayList<>();
    private @Nullable AccountId id;

    /// @param name of this world: the friend's group, the room's subject, and in all that is said
    /// @param friend an account on the server
    /// @param room where nobody is yet
    AccountWorld(
            XmppServer server, String name, LabAccount friend, EntityBareJid room, Path folder) {
        this.server = server;
        this.name = name;
        this.me = server.newAccount("me-" + name);
        this.friend = friend.jid();
        this.room = room;
        server.addContacts(me.jid(), List.of(RosterEntry.both(friend.jid(), "Sam", name)));
        server.addContacts(friend.jid(), List.of(RosterEntry.both(me.jid(), "Me")));
        server.createRoom(RoomPlan.open(room, "Twins").withSubject(name));
        theirs = RunningKith.open(folder.resolve(name), server, new MemorySecrets());
        theirId = theirs.add(server, friend);
        theirs.session().presence().set(new Presence(Availability.AWAY, name));
        theirs.session().rooms().join(theirId, room, "Sam", Optional.empty());
        theirs.awaitJoined(theirRoom());
    }

    LabAccount me() {
        return me;
    }

    AccountId id() {
        return Objects.requireNonNull(id, "not signed in yet");
    }

    ChatKey chat() {
        return new ChatKey(id(), friend);
    }

    ChatKey room() {
        return new ChatKey(id(), room);
    }

    /// The account is added to a Kith, and enters the room.
    void enter(RunningKith kith) {
        id = kith.add(server, me);
        kith.session().rooms().join(id(), room, "Me", Optional.empty());
        isThere(kith);
    }

    /// The account comes back by itself after a restart, and so does the room.
    void comeBack(RunningKith kith) {
        assertThat(kith.awaitOnline(me.jid())).isEqualTo(id());
        isThere(kith);
    }

    /// Both sides say something, in the chat and in the room, and hear all of it.
    void talk(RunningKith kith) {
        var myChat = new ChatKey(theirId, me.jid());
        for (int i = 0; i < EACH; i++) {
            kith.say(chat(), Chat.Kind.CONTACT, next(saidInChat));
            theirs.say(myChat, Chat.Kind.CONTACT, next(saidInChat));
            kith.say(room(), Chat.Kind.ROOM, next(saidInRoom));
            theirs.say(theirRoom(), Chat.Kind.ROOM, next(saidInRoom));
        }
        kith.awaitTexts(chat(), saidInChat.size());
        kith.awaitTexts(room(), saidInRoom.size());
        theirs.awaitTexts(myChat, saidInChat.size());
        theirs.awaitTexts(theirRoom(), saidInRoom.size());
    }

    /// The friend says something and sees no one.
    void talkToNobody() {
        var myChat = new ChatKey(theirId, me.jid());
        theirs.awaitPresence(myChat, Availability.OFFLINE);
        theirs.say(myChat, Chat.Kind.CONTACT, next(saidInChat));
        theirs.awaitTexts(myChat, saidInChat.size());
    }

    /// What was said here is here, and nothing else.
    void isWhole(RunningKith kith) {
        assertThat(kith.bodies(chat())).containsExactlyInAnyOrderElementsOf(saidInChat);
        assertThat(kith.bodies(room())).containsExactlyInAnyOrderElementsOf(saidInRoom);
        assertThat(archive(me.jid())).containsExactlyInAnyOrderElementsOf(saidInChat);
        assertThat(archive(room)).containsExactlyInAnyOrderElementsOf(saidInRoom);
        await(name + " is shown").atMost(RunningKith.PATIENCE).untilAsserted(() -> isShown(kith));
    }

    @Override
    public void close() {
        theirs.close();
    }

    private void isShown(RunningKith kith) {
        assertThat(contacts(kith))
                .singleElement()
                .satisfies(
                        sam -> {
                            assertThat(sam.name()).isEqualTo("Sam");
                            assertThat(sam.groups()).containsExactly(name);
                            assertThat(sam.presence().status()).isEqualTo(name);
                        });
        assertThat(kith.session().rooms().room(room()).get())
                .hasValueSatisfying(it -> assertThat(it.subject()).isEqualTo(name));
        assertThat(kith.session().tabs().tabs().get().order()).contains(chat(), room());
        assertThat(kith.session().chatList().chats().get())
                .filteredOn(each -> each.key().account().equals(id()))
                .extracting(Chat::key, Chat::title)
                .containsExactlyInAnyOrder(tuple(chat(), "Sam"), tuple(room(), "Twins"));
    }

    private void isThere(RunningKith kith) {
        kith.awaitPresence(chat(), Availability.AWAY);
        kith.awaitJoined(room());
        kith.awaitSubject(room(), name);
    }

    private List<Contact> contacts(RunningKith kith) {
        return kith.session().roster().contacts().get().stream()
                .filter(each -> each.account().equals(id()))
                .toList();
    }

    private List<String> archive(EntityBareJid owner) {
        return server.archiveOf(owner).stream()
                .map(ArchivedMessage::body)
                .filter(body -> !body.isEmpty())
                .toList();
    }

    private ChatKey theirRoom() {
        return new ChatKey(theirId, room);
    }

    /// Writes down what is to be said next.
    private String next(List<String> said) {
        said.add("%s, %d".formatted(name, said.size()));
        return said.getLast();
    }
}
