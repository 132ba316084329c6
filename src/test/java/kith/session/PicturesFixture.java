package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.PictureFiles;
import kith.base.Subscription;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.PresenceSubscription;
import kith.model.RoomTraits;
import kith.model.RosterItem;
import kith.model.ShownPicture;
import kith.model.ShownPicture.There;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A session of one account with a contact, who sends pictures.
abstract class PicturesFixture {

    static final byte[] PICTURE = PictureFiles.plain("png", 40, 30, 0x336699);

    @TempDir Path folder;
    ScriptedSession session;
    AccountId account;
    ChatKey layla;
    ChatKey room;

    /// What those who look were told, in its order.
    final Map<MessageKey, List<ShownPicture>> told = new HashMap<>();

    @BeforeEach
    void open() {
        session = new ScriptedSession(folder.resolve("kept"));
        account = session.signIn();
        layla = new ChatKey(account, LAYLA);
        room = new ChatKey(account, ROOM);
        know(PresenceSubscription.BOTH);
    }

    @AfterEach
    void close() {
        assertThat(session.faults.fault().get()).isEmpty();
    }

    /// Whether she is a contact.
    void know(PresenceSubscription subscription) {
        var item = new RosterItem(LAYLA, "Layla", List.of(), subscription, false);
        session.say(account, new XmppEvent.RosterItemChanged(Optional.empty(), item));
    }

    void restart() {
        session = new ScriptedSession(session);
        session.accounts.connectAll();
        online();
        told.clear();
    }

    void offline() {
        session.on(account, it -> it.lost(ConnectionProblem.Kind.CONNECTION_LOST));
    }

    void online() {
        session.on(account, it -> it.signedIn(false));
    }

    static String place(String id) {
        return "https://d.birke.example/" + id + ".png";
    }

    /// She sends a picture, of which nobody says how large it is.
    MessageKey receive(String id) {
        return receive(id, place(id), Optional.empty());
    }

    MessageKey receive(String id, String url, Optional<Long> size) {
        var file = new Content.File(Optional.of(url), id + ".png", size, Optional.empty());
        session.say(account, session.incoming.arrived(LAYLA, id, file));
        return session.messages(layla).getLast().key();
    }

    /// Comes into the room, which says this of itself.
    void enter(RoomTraits.Trait... traits) {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
        describe(traits);
    }

    void describe(RoomTraits.Trait... traits) {
        session.say(account, new XmppEvent.RoomDescribed(ROOM, RoomTraits.of(traits)));
    }

    /// Tom sends a picture to the room.
    MessageKey receiveInRoom(String id) {
        var url = Optional.of(place(id));
        say(id, new Content.File(url, id + ".png", Optional.empty(), Optional.empty()));
        return session.messages(room).getLast().key();
    }

    /// Tom says something in the room.
    void say(String id, Content content) {
        var ids = new MessageIds(id, Optional.of(id), Optional.of(id));
        session.say(account, ScriptedMessages.inRoom("Tom", false, ids, session.tick(), content));
    }

    /// Somebody looks at it.
    Subscription want(MessageKey message) {
        var of = told.computeIfAbsent(message, _ -> new ArrayList<>());
        return session.pictures.want(message, new ImmediateLane(), of::add);
    }

    /// What was told of it.
    List<ShownPicture> told(MessageKey message) {
        return told.getOrDefault(message, List.of());
    }

    /// What is told of it now to whoever looks.
    ShownPicture shown(MessageKey message) {
        return told(message).getLast();
    }

    Content.File content(MessageKey message) {
        return (Content.File)
                session.timelines.open(layla).timeline().get().messages().stream()
                        .filter(it -> it.key().equals(message))
                        .findFirst()
                        .orElseThrow()
                        .content();
    }

    List<ScriptedGet> gets() {
        return session.server(account).gets();
    }

    /// Where what was begun to be fetched lies.
    List<String> places() {
        return gets().stream().map(it -> it.place.toString()).toList();
    }

    void came(int get, byte[] file) {
        session.core.execute(() -> gets().get(get).came(file));
    }

    void came() {
        came(gets().size() - 1, PICTURE);
    }

    void fail(Kind kind) {
        fail(gets().size() - 1, kind);
    }

    void fail(int get, Kind kind) {
        session.core.execute(() -> gets().get(get).fail(kind));
    }

    /// A picture of hers that somebody looks at and that has come.
    MessageKey shown(String id) {
        var message = receive(id);
        want(message);
        came();
        assertThat(shown(message)).isInstanceOf(There.class);
        return message;
    }

    Path file(MessageKey message) {
        return ((There) shown(message)).file();
    }

    /// The files of pictures on the disk.
    List<Path> kept() throws IOException {
        var place = folder.resolve("kept-pictures");
        if (Files.notExists(place)) {
            return List.of();
        }
        try (var files = Files.list(place)) {
            return files.toList();
        }
    }
}
