package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.SharedFlags;
import kith.xmpp.FlagPlace;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.BookmarkElsewhere;
import kith.xmpp.XmppEvent.BookmarksGone;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppEvent.FlagsGone;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// What another device of ours tells of pins and mutes, and nobody else does.
class Xep0402EventsTest extends Xep0402BookmarksFixture {

    private final OpenDoors doors = new OpenDoors();

    /// XEP-0060 examples 165 and 161.
    @Test
    void allOfANodeIsGone() {
        for (var word : List.of("purge", "delete")) {
            var gone =
                    event("from='alice@home.example'", "")
                            .replaceAll("<items (node='[^']*')></items>", "<" + word + " $1/>");
            assertThat(doors.read(gone))
                    .containsExactly(new FlagsGone(FlagPlace.BOOKMARK), new BookmarksGone());
            assertThat(doors.read(gone.replace("urn:xmpp:bookmarks:1", "im.kith.chats:0")))
                    .containsExactly(new FlagsGone(FlagPlace.OWN));
            assertThat(doors.read(gone.replace("urn:xmpp:bookmarks:1", "other"))).isEmpty();
            assertThat(doors.read(gone.replace("alice@home", "bob@far"))).isEmpty();
        }
    }

    @Test
    void anotherDeviceTells() {
        assertThat(flagsIn(event("from='alice@home.example'", ORCHARD_ITEM)))
                .containsExactly(
                        new FlagsElsewhere(
                                ORCHARD, FlagPlace.BOOKMARK, Optional.of(SharedFlags.NONE)));
        assertThat(flagsIn(event("type='headline'", pinnedItem(PLAY.toString()))))
                .containsExactly(new FlagsElsewhere(PLAY, FlagPlace.BOOKMARK, Optional.of(PINNED)));
        assertThat(
                        flagsIn(
                                event(
                                        "from='alice@home.example'",
                                        "<retract id='theplay@conference.shakespeare.lit'/>"
                                                + "<retract id='@'/><retract/>")))
                .containsExactly(new FlagsElsewhere(PLAY, FlagPlace.BOOKMARK, Optional.empty()));
        assertThat(
                        doors.read(
                                event("", pinnedItem(BOB.toString()))
                                        .replace("urn:xmpp:bookmarks:1", "im.kith.chats:0")
                                        .replace("conference", "chat")))
                .containsExactly(new FlagsElsewhere(BOB, FlagPlace.OWN, Optional.of(PINNED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from='bob@far.example'",
                "from='evil@far.example/x'",
                "from='home.example'",
                "from='alice@home.example/phone'",
                "from='den@rooms.example' type='groupchat'",
                "from='alice@home.example' type='error'"
            })
    void h09NobodyElseTells(String sender) {
        assertThat(doors.read(event(sender, pinnedItem(PLAY.toString())))).isEmpty();
        assertThat(doors.read(event(sender, "<retract id='" + PLAY + "'/>"))).isEmpty();
    }

    @Test
    void h37ThousandsOfItemsInOneEvent() {
        var items = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            items.append(pinnedItem("r" + i + "@rooms.example"));
        }
        assertThat(flagsIn(event("from='alice@home.example'", items.toString()))).hasSize(5_000);
    }

    /// What a message says of flags, beside what it says of the rooms themselves.
    private List<XmppEvent> flagsIn(String message) {
        return doors.read(message).stream()
                .filter(event -> !(event instanceof BookmarkElsewhere))
                .toList();
    }
}
