package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent.MessageArrived;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What comes from its sender straight is let in as theirs, of now, and in its words.
class MessageDoorTest extends MessageDoorFixture {

    @Test
    void aLiveMessageIsItsSendersAndOfNow() {
        var message =
                arrived(
                        """
                        <message from='bob@far.example/phone' to='alice@home.example' type='chat'
                            id='m1'><body>Hello &amp; good &lt;day&gt;</body></message>
                        """);
        assertThat(message.peer().toString()).isEqualTo("bob@far.example");
        assertThat(message.author().isMine()).isFalse();
        assertThat(message.author().address().toString()).isEqualTo("bob@far.example");
        assertThat(message.content()).isEqualTo(new Content.Text("Hello & good <day>"));
        assertThat(message.ids().stanza()).isEqualTo("m1");
        assertThat(message.way()).isEqualTo(Way.LIVE);
        assertThat(message.at()).isEqualTo(OpenDoors.NOW);
    }

    /// XEP-0071; its words may be others than those that everybody sees.
    @Test
    void h56XhtmlIsIgnoredInFavourOfTheBody() {
        var message =
                arrived(
                        """
                        <message from='bob@far.example/phone' to='alice@home.example' type='chat'
                            id='m1'><body>plain &lt;b&gt;words&lt;/b&gt;</body>
                            <html xmlns='http://jabber.org/protocol/xhtml-im'>
                              <body xmlns='http://www.w3.org/1999/xhtml'>
                                <p style='position:fixed' onclick='run()'>other words
                                  <img src='http://127.0.0.1:1/x.png' onerror='run()'/>
                                  <script>run()</script></p></body></html></message>
                        """);
        assertThat(message.content()).isEqualTo(new Content.Text("plain <b>words</b>"));
    }

    @Test
    void h56XhtmlAloneSaysNothing() {
        var nested = "<div>".repeat(500) + "words" + "</div>".repeat(500);
        var events =
                doors.read(
                        """
                        <message from='bob@far.example/phone' to='alice@home.example' type='chat' id='m1'>
                        <html xmlns='http://jabber.org/protocol/xhtml-im'>
                        <body xmlns='http://www.w3.org/1999/xhtml'>%s</body></html></message>
                        """
                                .formatted(nested));
        assertThat(events).noneMatch(MessageArrived.class::isInstance);
    }

    @Test
    void aDelayCountsFromOurServerOnly() {
        var offline =
                arrived(
                        """
                        <message from='bob@far.example/phone' type='chat'><body>1</body>
                        <delay xmlns='urn:xmpp:delay' from='home.example' stamp='2026-11-20T12:00:00+02:00'/>
                        </message>
                        """);
        assertThat(offline.way()).isEqualTo(Way.DELAYED);
        assertThat(offline.at()).isEqualTo(THEN);
        for (var author : List.of("from='far.example'", "from='bob@far.example'", "")) {
            var forged =
                    arrived(
                            """
                            <message from='bob@far.example/phone' type='chat'><body>1</body>
                            <delay xmlns='urn:xmpp:delay' %s stamp='2026-11-20T10:00:00Z'/></message>
                            """
                                    .formatted(author));
            assertThat(forged.way()).isEqualTo(Way.LIVE);
            assertThat(forged.at()).isEqualTo(OpenDoors.NOW);
        }
    }

    @Test
    void aNoteToOurselvesIsOurs() {
        var note =
                arrived(
                        "<message from='alice@home.example/other' to='alice@home.example'"
                                + " type='chat'><body>milk</body></message>");
        assertThat(note.peer().toString()).isEqualTo("alice@home.example");
        assertThat(note.author().isMine()).isTrue();
    }
}
