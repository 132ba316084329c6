package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureSize;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.LocalFile;
import kith.model.MessageIds;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Optional;

/// What a file is called and how large it is: told with it, and not changed by any copy of its
/// message.
class FileDetailsTest extends FilesFixture {

    private static final String PNG = "89504e470d0a1a0a0000000d494844520000000300000002";

    private LocalFile boat;

    @BeforeEach
    void paint() throws IOException {
        var path = Files.write(folder.resolve("boat.png"), HexFormat.of().parseHex(PNG));
        boat = look(path).file();
    }

    @Test
    void whatIsKnownOfAPictureGoesWithIt() {
        session.chats.send(layla, boat);
        taken();
        var url = "https://d.hearth.example/1/boat.png";
        assertThat(server().takeSent().getFirst().toXML().toString())
                .contains(
                        "<body>" + url + "</body>",
                        "<x xmlns='jabber:x:oob'><url>" + url + "</url></x>",
                        "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'>",
                        "<media-type>image/png</media-type><name>boat.png</name>"
                                + "<size>24</size><width>3</width><height>2</height>",
                        "target='" + url + "'",
                        "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:sfs:0'>")
                .doesNotContain(folder.toString());
    }

    @Test
    void whatIsNoPictureIsAttached() {
        session.chats.send(layla, film);
        taken();
        assertThat(server().takeSent().getFirst().toXML().toString())
                .contains(
                        "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='attachment'>",
                        "<name>film.mov</name><size>6</size></file>")
                .doesNotContain("media-type", "width", "height");
    }

    /// A room may leave out what it doesn't know, and call the file otherwise.
    @Test
    void whatARoomSendsBackChangesNothing() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.chats.send(room, boat);
        taken();
        var before = session.messages(room).getFirst();
        var own = (Content.File) before.content();
        assertThat(own.picture()).contains(new PictureSize(3, 2));
        for (var copy : copies(own)) {
            var ids =
                    new MessageIds(
                            before.ids().stanza(), before.ids().origin(), Optional.of("a-1"));
            session.say(
                    account,
                    ScriptedMessages.inRoom(
                            before.author().nick(), true, ids, session.now(), copy));
            assertThat(session.messages(room)).hasSize(1);
            assertThat(session.messages(room).getFirst().content()).isEqualTo(own);
        }
    }

    @Test
    void aCopyOfAnothersChangesNothing() {
        var first =
                new Content.File(
                        Optional.of("https://d.example/1"),
                        "boat.png",
                        Optional.of(24L),
                        Optional.of(new PictureSize(3, 2)),
                        Optional.empty());
        var id = "7d6e2f0a-3d0b-4f5e-9c38-5a2f0f3d9e11";
        session.say(account, session.incoming.arrived(LAYLA, id, first));
        for (var copy : copies(first)) {
            session.say(account, session.incoming.arrived(LAYLA, id, copy));
            assertThat(only().content()).isEqualTo(first);
        }
        assertThat(session.chatList.unread(layla)).isEqualTo(1);
    }

    /// The same, otherwise, by its address alone, and with no mark at all.
    private static Content[] copies(Content.File file) {
        var url = file.url();
        return new Content[] {
            file,
            new Content.File(
                    url,
                    "other.jpg",
                    Optional.of(1L),
                    Optional.of(new PictureSize(9, 9)),
                    Optional.empty()),
            new Content.File(url, "1", Optional.empty(), Optional.empty()),
            new Content.Text(url.orElseThrow())
        };
    }
}
