package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.ArchivedMessage;
import kith.lab.Ledger;
import kith.lab.Ledger.Entry;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.Message;

import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The minutes of a talk of two, in a chat and in a room: who said what, in which order. Written
/// here before a Kith is told to send it, so that none has to be believed.
///
/// The talk has acts, and all of an act is said after all of the one before. Within an act both may
/// speak at once: then nobody can know how the two are mixed, in the chat each may see it
/// otherwise, and only each one's own order counts. Or they speak in turn, each after having heard
/// the other, and then there is one order. In the room there is always one.
///
/// Every text is said once, and says its act and its speaker.
final class Minutes {

    private final KithUser one;
    private final KithUser other;
    private final BareJid room;
    private final XmppServer roomServer;
    private final List<Entry> chat = new ArrayList<>();
    private final List<Entry> inRoom = new ArrayList<>();
    private int act;

    /// @param roomServer where the room is
    Minutes(KithUser one, KithUser other, BareJid room, XmppServer roomServer) {
        this.one = one;
        this.other = other;
        this.room = room;
        this.roomServer = roomServer;
    }

    /// Both speak at once, in the chat and then in the room.
    void speakAtOnce(int times) {
        act++;
        for (int i = 0; i < times; i++) {
            sayInChat(one, "at once, " + one.name());
            sayInChat(other, "at once, " + other.name());
        }
        awaitAll();
        for (int i = 0; i < times; i++) {
            sayInRoom(one);
            sayInRoom(other);
        }
        awaitAll();
    }

    /// Each speaks after the other was heard.
    void speakInTurn(int times) {
        act++;
        for (int i = 0; i < times; i++) {
            for (var speaker : List.of(one, other)) {
                sayInChat(speaker, "in turn");
                sayInRoom(speaker);
                awaitAll();
            }
        }
    }

    /// One speaks alone, whether the other is there or not.
    void speakAlone(KithUser speaker, int times) {
        act++;
        for (int i = 0; i < times; i++) {
            sayInChat(speaker, "alone");
            sayInRoom(speaker);
        }
        awaitAll();
    }

    /// Waits until whoever is there has all of it.
    void awaitAll() {
        for (var user : List.of(one, other)) {
            if (user.isThere()) {
                user.kith().awaitTexts(user.chat(peerOf(user).address()), chat.size());
                user.kith().awaitTexts(user.chat(room), inRoom.size());
            }
        }
    }

    /// Fails unless both, and the archives of both and of the room, have all of it: each message
    /// once, unchanged, in its order, and under the same id everywhere.
    void assertKept() {
        var hers = archived(one.address());
        var his = archived(other.address());
        Ledger.of(chat)
                .with("the minutes", chat)
                .with(one.name() + "'s store", held(one, peerOf(one).address()))
                .with(other.name() + "'s store", held(other, peerOf(other).address()))
                .with(one.name() + "'s archive", hers)
                .with(other.name() + "'s archive", his)
                .assertWhole();
        Ledger.of(inRoom)
                .with("the room's archive", archived(room))
                .with(one.name() + "'s store", held(one, room))
                .with(other.name() + "'s store", held(other, room))
                .assertWhole();
        Stream.of(held(one, peerOf(one).address()), held(other, peerOf(other).address()), hers, his)
                .forEach(Minutes::assertActsInOrder);
        assertThat(ids(one, peerOf(one).address()))
                .isEqualTo(ids(other, peerOf(other).address()))
                .isEqualTo(archivedIds(one.address()))
                .isEqualTo(archivedIds(other.address()));
        assertThat(ids(one, room)).isEqualTo(ids(other, room)).isEqualTo(archivedIds(room));
    }

    private static void assertActsInOrder(List<Entry> copy) {
        assertThat(copy).extracting(entry -> actOf(entry.body())).isSorted();
    }

    private void sayInChat(KithUser speaker, String how) {
        var text = next("%d chat %s".formatted(act, how), speaker, chat);
        speaker.kith().say(speaker.chat(peerOf(speaker).address()), Chat.Kind.CONTACT, text);
    }

    private void sayInRoom(KithUser speaker) {
        var text = next("room", speaker, inRoom);
        speaker.kith().say(speaker.chat(room), Chat.Kind.ROOM, text);
    }

    private static String next(String conversation, KithUser speaker, List<Entry> said) {
        var text = "%s: %s, %d".formatted(conversation, speaker.name(), said.size());
        said.add(new Entry(conversation, text, speaker.name(), text));
        return text;
    }

    private KithUser peerOf(KithUser user) {
        return user == one ? other : one;
    }

    private List<Entry> held(KithUser user, BareJid peer) {
        return user.kith().texts(user.chat(peer)).stream()
                .map(message -> entry(RunningKith.body(message), senderOf(user, message)))
                .toList();
    }

    private List<Entry> archived(BareJid owner) {
        return archive(owner).map(each -> entry(each.body(), nameOf(each.from()))).toList();
    }

    private static Map<String, String> ids(KithUser user, BareJid peer) {
        return user.kith().texts(user.chat(peer)).stream()
                .collect(Collectors.toMap(RunningKith::body, each -> each.ids().stanza()));
    }

    private Map<String, String> archivedIds(BareJid owner) {
        return archive(owner)
                .collect(Collectors.toMap(ArchivedMessage::body, ArchivedMessage::messageId));
    }

    private Stream<ArchivedMessage> archive(BareJid owner) {
        var server =
                Stream.of(one, other)
                        .filter(each -> each.address().equals(owner))
                        .map(KithUser::server)
                        .findFirst()
                        .orElse(roomServer);
        return server.archiveOf(owner).stream().filter(each -> !each.body().isEmpty());
    }

    /// A text is its own id: what Kith calls the message, the minutes can't know.
    private static Entry entry(String text, String sender) {
        return new Entry(text.split(":", 2)[0], text, sender, text);
    }

    private String senderOf(KithUser user, Message message) {
        return message.isMine() ? user.name() : nameOf(message.author().address().toString());
    }

    /// Who somebody is by their address: in a chat, or in the room.
    private String nameOf(String address) {
        var parts = address.split("/", 2);
        if (parts[0].equals(room.toString())) {
            return parts[1];
        }
        return Stream.of(one, other)
                .filter(each -> each.address().toString().equals(parts[0]))
                .map(KithUser::name)
                .findFirst()
                .orElse(address);
    }

    private static int actOf(String text) {
        return Integer.parseInt(text.split(" ", 2)[0]);
    }
}
