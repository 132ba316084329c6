package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.SharedFlags;
import kith.xmpp.FlagPlace;
import kith.xmpp.XmppEvent.FlagsElsewhere;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.stream.IntStream;

/// Pins and mutes of rooms, which stand in their bookmarks where they have one (XEP-0402).
class BookmarkFlagsTest extends FlagSharingFixture {

    @Test
    void aBookmarkKeepsWhatOthersHavePutIntoIt() {
        pep.put(
                BOOKMARKS,
                ROOM.toString(),
                """
                <conference xmlns='urn:xmpp:bookmarks:1' name='Print &amp; more' autojoin='true'
                ><nick>Mara</nick><password>x</password><extensions
                ><state xmlns='http://myclient.example/bookmark/state' minimized='true'/>
                </extensions></conference>
                """
                        .strip());
        desk.flags.pin(room);
        desk.flags.unpin(room);
        assertThat(pep.find(BOOKMARKS, ROOM.toString()).orElseThrow())
                .contains("name='Print &amp; more'", "autojoin='true'", "<nick>Mara</nick>")
                .contains("<password>x</password>", "minimized='true'")
                .doesNotContain("pinned");
    }

    /// Other clients enter rooms, and leave them, by their bookmarks: we make none.
    @Test
    void aRoomWithoutABookmarkGetsNone() {
        desk.flags.pin(room);
        assertBoth(room, true, OFF);
        assertThat(pep.find(BOOKMARKS, ROOM.toString())).isEmpty();
        assertServer(room, OURS, true, OFF);
        comes(lap);
        assertBoth(room, true, OFF);
    }

    @Test
    void aBookmarkThatComesLaterTakesOverWhatWasKeptBesideIt() {
        desk.flags.pin(room);
        pep.hold(); // both hear of it before one does something
        pep.put(BOOKMARKS, ROOM.toString(), BARE);
        pep.goOn();
        assertBoth(room, true, OFF);
        assertServer(room, BOOKMARKS, true, OFF);
        assertThat(pep.find(OURS, ROOM.toString())).isEmpty();
        pep.put(BOOKMARKS, ROOM.toString(), BARE);
        assertBoth(room, false, OFF);
    }

    @Test
    void aBookmarkThatCameWhileNobodyWasThereTakesOverAsWell() {
        desk.flags.pin(room);
        goes(desk);
        goes(lap);
        pep.put(BOOKMARKS, ROOM.toString(), BARE);
        comes(desk);
        comes(lap);
        assertBoth(room, true, OFF);
        assertServer(room, BOOKMARKS, true, OFF);
        assertThat(pep.find(OURS, ROOM.toString())).isEmpty();
    }

    /// While the user is away a server may tell only the last of what there is (XEP-0352).
    @Test
    void whatWasLeftOutWhileTheUserWasAwayIsAskedForWhenTheyComeBack() {
        lap.activity.set(false);
        desk.flags.pin(layla);
        desk.flags.mute(room, Optional.empty());
        assertFlags(lap, layla, false, OFF);
        lap.activity.set(true);
        assertBoth(layla, true, OFF);
        assertBoth(room, false, ALWAYS);
    }

    @Test
    void whatWasLeftOutOfAnInterruptionIsAskedForWhenItIsOver() {
        goes(lap);
        desk.flags.pin(layla);
        lap.on(account, server -> server.signedIn(true));
        assertBoth(layla, true, OFF);
    }

    @Test
    void whatWasTakenBackBeforeTheChatCameIsNotTaken() {
        var den = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("den@rooms.example"));
        pep.put(BOOKMARKS, den.peer().toString(), PINNED);
        lap.activity.set(false);
        pep.remove(BOOKMARKS, den.peer().toString());
        lap.activity.set(true);
        lap.tabs.openInBackground(den, Chat.Kind.ROOM);
        assertFlags(lap, den, false, OFF);
    }

    @Test
    void noChatIsMadeForABookmarkOfARoomThatTheUserIsNotIn() {
        pep.put(
                BOOKMARKS,
                "den@rooms.example",
                """
                <conference xmlns='urn:xmpp:bookmarks:1'><extensions
                ><pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions></conference>
                """);
        var den = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("den@rooms.example"));
        assertThat(desk.chatList.chat(den).get()).isEmpty();
        assertThat(desk.flags.flags().get()).isEmpty();
        assertThat(desk.server(account).takeSent()).isEmpty();
        desk.tabs.openInBackground(den, Chat.Kind.ROOM);
        assertFlags(desk, den, true, OFF);
        comes(lap); // asks for all
        lap.tabs.openInBackground(den, Chat.Kind.CONTACT);
        assertFlags(lap, den, false, OFF);
    }

    @Test
    void aBookmarkThatIsGoneIsPinnedNoMore() {
        pep.put(BOOKMARKS, ROOM.toString(), PINNED);
        assertBoth(room, true, OFF);
        pep.remove(BOOKMARKS, ROOM.toString());
        assertBoth(room, false, OFF);
    }

    @Test
    void h37ThousandsOfBookmarksOfRoomsThatAreNotHereDoNothing() {
        IntStream.range(0, 12_000)
                .forEach(
                        i ->
                                desk.say(
                                        account,
                                        new FlagsElsewhere(
                                                JidCreate.bareFromOrThrowUnchecked(
                                                        "r" + i + "@rooms.example"),
                                                FlagPlace.BOOKMARK,
                                                Optional.of(new SharedFlags(true, ALWAYS)))));
        assertThat(desk.flags.flags().get()).isEmpty();
        desk.flags.pin(layla);
        assertBoth(layla, true, OFF);
    }
}
