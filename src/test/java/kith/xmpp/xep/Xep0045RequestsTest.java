package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/// What we ask of a room, as it is on the wire.
class Xep0045RequestsTest extends Xep0045RoomsFixture {

    @Test
    void asksToBeLetInWithoutHistory() {
        rooms.join(link, ROOM, "third witch", Optional.empty(), Optional.empty());
        assertThat(link.sent().getFirst().toXML().toString().replaceFirst(" id='[^']*'", ""))
                .isEqualTo(
                        "<presence xmlns='jabber:client' to='coven@chat.example/third witch'>"
                                + "<x xmlns='http://jabber.org/protocol/muc'>"
                                + "<history maxstanzas='0'></history></x></presence>");
        assertThat(link.lastXml()).contains("to='coven@chat.example'", "disco#info");
    }

    @Test
    void asksWithPasswordAndForHistorySince() {
        var since = Instant.parse("2026-11-22T10:00:00Z");
        rooms.join(link, ROOM, "hag", Optional.of("cauldron"), Optional.of(since));
        assertThat(link.sent().getFirst().toXML().toString())
                .contains("<password>cauldron</password>")
                .contains("<history since='2026-11-22T10:00:00Z'>");
    }

    @Test
    void leavesAndChangesTheSubject() {
        rooms.leave(link, ROOM, "hag");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<presence xmlns='jabber:client' to='coven@chat.example/hag'"
                                + " type='unavailable'/>");
        assertThat(rooms.changeNick(link, ROOM, "oldhag")).isPresent();
        assertThat(link.lastXml())
                .isEqualTo("<presence xmlns='jabber:client' to='coven@chat.example/oldhag'/>");
        rooms.changeSubject(link, ROOM, "Toil & trouble");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='coven@chat.example' type='groupchat'>"
                                + "<subject>Toil &amp; trouble</subject></message>");
    }
}
