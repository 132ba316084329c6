package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Mute;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.xmpp.CapturingLink;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.RefusedException;
import kith.xmpp.Xml;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.BookmarkElsewhere;
import kith.xmpp.XmppEvent.BookmarksGone;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppEvent.FlagsGone;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class Xep0402BookmarksTest {

    private static final BareJid ALICE = JidCreate.bareFromOrThrowUnchecked("alice@home.example");
    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");
    private static final BareJid PLAY =
            JidCreate.bareFromOrThrowUnchecked("theplay@conference.shakespeare.lit");
    private static final BareJid ORCHARD =
            JidCreate.bareFromOrThrowUnchecked("orchard@conference.shakespeare.lit");
    private static final SharedFlags PINNED = new SharedFlags(true, new Mute.Off());
    private static final SharedFlags MUTED = new SharedFlags(false, new Mute.Always());
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.500Z");

    /// XEP-0402 example 4.
    private static final String ORCHARD_ITEM =
            """
            <item id='orchard@conference.shakespeare.lit'><conference xmlns='urn:xmpp:bookmarks:1'
            name='The Orcard' autojoin='1'><nick>JC</nick><extensions>
            <state xmlns='http://myclient.example/bookmark/state' minimized='true'/>
            </extensions></conference></item>
            """;

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Xep0402Bookmarks bookmarks = new XmppExtensions().xep0402Bookmarks();

    @Test
    void weWantToHearOfThem() {
        assertThat(new XmppExtensions().features())
                .contains("urn:xmpp:bookmarks:1+notify", "im.kith.chats:0+notify");
    }

    @Test
    void allAreAskedForAndWhatIsNoneIsPassedOver() {
        var all = bookmarks.all(link, FlagPlace.BOOKMARK).toCompletableFuture();
        assertThat(link.lastXml())
                .contains("<items node='urn:xmpp:bookmarks:1'")
                .doesNotContain(" to=");
        link.answer(
                items(
                        ORCHARD_ITEM
                                + pinnedItem("theplay@conference.shakespeare.lit")
                                + pinnedItem("no one@@")
                                + pinnedItem("Cased@rooms.example")
                                + pinnedItem("room@rooms.example/nick")
                                + pinnedItem("")
                                + pinnedItem("x".repeat(1_000_000) + "@rooms.example")
                                + "<item id='a@rooms.example'/>"
                                + "<item id='b@rooms.example'><other xmlns='urn:x'/></item>"));
        assertThat(all)
                .isCompletedWithValue(
                        new KeptFlags(
                                FlagPlace.BOOKMARK,
                                State.WHOLE,
                                Map.of(
                                        ORCHARD,
                                        Optional.of(SharedFlags.NONE),
                                        PLAY,
                                        Optional.of(PINNED),
                                        room("cased@rooms.example"),
                                        Optional.empty(),
                                        room("room@rooms.example"),
                                        Optional.empty(),
                                        room("a@rooms.example"),
                                        Optional.empty(),
                                        room("b@rooms.example"),
                                        Optional.empty())));
    }

    private static BareJid room(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }

    /// What isn't in such an answer may be there all the same.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<query xmlns='urn:x'/>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'/>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='other'/></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items/></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                        + "<items node='urn:xmpp:bookmarks:1'><item/></items></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                        + "<items node='urn:xmpp:bookmarks:1'><x/></items></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                        + "<items node='urn:xmpp:bookmarks:1'/>"
                        + "<items node='urn:xmpp:bookmarks:1'/></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                        + "<items node='urn:xmpp:bookmarks:1'/><set"
                        + " xmlns='http://jabber.org/protocol/rsm'><count>7</count></set></pubsub>",
                "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                        + "<items node='urn:xmpp:bookmarks:1'/><set"
                        + " xmlns='http://jabber.org/protocol/rsm'/></pubsub>"
            })
    void h37AnAnswerThatIsNoneOrNotAllSaysNothingOfTheOthers(String answer) {
        var all = bookmarks.all(link, FlagPlace.BOOKMARK).toCompletableFuture();
        link.answer("<iq id='i' type='result'>" + answer + "</iq>");
        assertThat(all)
                .isCompletedWithValue(new KeptFlags(FlagPlace.BOOKMARK, State.PARTIAL, Map.of()));
        for (var kind : Chat.Kind.values()) {
            var done = change(PLAY, kind, PINNED).toCompletableFuture();
            int sent = link.sent().size();
            link.answer(
                    "<iq id='i' type='result'>"
                            + answer.replace(
                                    "urn:xmpp:bookmarks:1",
                                    kind == Chat.Kind.ROOM
                                            ? "urn:xmpp:bookmarks:1"
                                            : "im.kith.chats:0")
                            + "</iq>");
            assertThat(RefusedException.in(failure(done)))
                    .contains(Refusal.of(Reason.NOT_SUPPORTED));
            assertThat(link.sent()).hasSize(sent);
        }
    }

    /// There is something of it that isn't ours to write over.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item id='theplay@conference.shakespeare.lit'/>",
                "<item id='theplay@conference.shakespeare.lit'><a xmlns='urn:a'/>"
                        + "<b xmlns='urn:b'/></item>",
                "<item id='ThePlay@conference.shakespeare.lit'>"
                        + "<conference xmlns='urn:xmpp:bookmarks:1'/></item>"
            })
    void whatIsThereAndCannotBeReadIsNotWrittenOver(String item) {
        var done = change(PLAY, Chat.Kind.ROOM, PINNED).toCompletableFuture();
        link.answer(items(item));
        assertThat(RefusedException.in(failure(done))).contains(Refusal.of(Reason.NOT_SUPPORTED));
        assertThat(link.sent()).hasSize(1);
    }

    @Test
    void aPageOnWhichAllIsIsAll() {
        var all = bookmarks.all(link, FlagPlace.BOOKMARK).toCompletableFuture();
        link.answer(
                items(pinnedItem(PLAY.toString()))
                        .replace(
                                "</pubsub>",
                                "<set xmlns='http://jabber.org/protocol/rsm'><count>1</count></set>"
                                        + "</pubsub>"));
        assertThat(all)
                .isCompletedWithValue(
                        new KeptFlags(
                                FlagPlace.BOOKMARK,
                                State.WHOLE,
                                Map.of(PLAY, Optional.of(PINNED))));
    }

    @Test
    void whereNothingWasKeptYetThereIsNothing() {
        var all = bookmarks.all(link, FlagPlace.OWN).toCompletableFuture();
        assertThat(link.lastXml()).contains("<items node='im.kith.chats:0'");
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(all).isCompletedWithValue(new KeptFlags(FlagPlace.OWN, State.MISSING, Map.of()));
        all = bookmarks.all(link, FlagPlace.OWN).toCompletableFuture();
        link.refuse(Refusal.of(Reason.FORBIDDEN));
        assertThat(all).isCompletedExceptionally();
    }

    /// XEP-0469 example 1.
    @Test
    void h10APinGoesIntoAnItemThatNobodyElseSees() {
        change(PLAY, Chat.Kind.ROOM, PINNED);
        assertThat(link.lastXml())
                .contains(
                        "<items node='urn:xmpp:bookmarks:1'>",
                        "<item id='theplay@conference.shakespeare.lit'");
        link.answer(items(bookmark("")));
        assertThat(link.lastXml())
                .contains(
                        "<publish node='urn:xmpp:bookmarks:1'>",
                        "<item id='theplay@conference.shakespeare.lit'>",
                        "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'><nick>JC</nick>",
                        "<extensions><pinned xmlns='urn:xmpp:bookmarks-pinning:0'",
                        "<field var='pubsub#persist_items'><value>true</value>",
                        "<field var='pubsub#max_items'><value>max</value>",
                        "<field var='pubsub#send_last_published_item'><value>never</value>",
                        "<field var='pubsub#access_model'><value>whitelist</value>")
                .doesNotContain(" to=");
    }

    private static String bookmark(String extensions) {
        return """
        <item id='theplay@conference.shakespeare.lit'><conference xmlns='urn:xmpp:bookmarks:1'
        autojoin='true'><nick>JC</nick>%s</conference></item>
        """
                .formatted(extensions);
    }

    /// Other clients enter rooms, and leave them, by their bookmarks.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRoomWithoutABookmarkGetsNone(boolean isRefused) {
        var done = change(PLAY, Chat.Kind.ROOM, PINNED).toCompletableFuture();
        if (isRefused) {
            link.refuse(Refusal.of(Reason.NOT_FOUND));
        } else {
            link.answer(items(""));
        }
        assertThat(link.lastXml()).contains("<items node='im.kith.chats:0'>");
        link.answer(items("im.kith.chats:0", ""));
        assertThat(link.lastXml())
                .contains(
                        "<publish node='im.kith.chats:0'>",
                        "<item id='theplay@conference.shakespeare.lit'>",
                        "<chat xmlns='im.kith.chats:0'><extensions>"
                                + "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'");
        link.answer("<iq type='result' id='p'/>");
        assertThat(done).isCompletedWithValue(FlagPlace.OWN);
    }

    @Test
    void h10ANodeThatIsOtherwiseIsMadeRightAndElseNothingIsPublished() {
        var done = change(PLAY, Chat.Kind.ROOM, PINNED).toCompletableFuture();
        link.answer(items(bookmark("")));
        link.refuse(Refusal.of(Reason.LIMIT)); // an option it doesn't know
        assertThat(link.lastXml())
                .contains(
                        "<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'>",
                        "<configure node='urn:xmpp:bookmarks:1'>",
                        "http://jabber.org/protocol/pubsub#node_config",
                        "<field var='pubsub#max_items'><value>max</value>",
                        "<field var='pubsub#access_model'><value>whitelist</value>");
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(link.lastXml())
                .contains(
                        "<create node='urn:xmpp:bookmarks:1'",
                        "<configure><x xmlns='jabber:x:data' type='submit'>",
                        "<field var='pubsub#access_model'><value>whitelist</value>");
        link.answer("<iq type='result' id='c'/>");
        assertThat(link.lastXml())
                .contains(
                        "<publish node='urn:xmpp:bookmarks:1'>",
                        "<field var='pubsub#persist_items'><value>true</value>",
                        "<field var='pubsub#access_model'><value>whitelist</value>")
                .doesNotContain("max_items", "send_last_published_item");
        link.refuse(Refusal.of(Reason.NICK_TAKEN)); // conflict: precondition not met
        assertThat(done).isCompletedExceptionally();
        assertThat(link.sent()).as("never without").hasSize(5);
    }

    @Test
    void h10WhereNothingStaysPrivateItIsNotSupported() {
        var supported = bookmarks.supported(link, ALICE).toCompletableFuture();
        link.answer(
                """
                <iq from='alice@home.example' id='d' type='result'>
                <query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='http://jabber.org/protocol/pubsub#publish'/></query></iq>
                """);
        assertThat(supported).isCompletedWithValue(false);
    }

    @Test
    void whatOthersHavePutIntoABookmarkStaysThere() {
        change(ORCHARD, Chat.Kind.ROOM, new SharedFlags(true, new Mute.Always()));
        link.answer(
                items(
                        """
                        <item id='orchard@conference.shakespeare.lit'>
                        <conference xmlns='urn:xmpp:bookmarks:1' xmlns:m='urn:m'
                            name='A &amp; &apos;B'
                            m:own='1' new='2' autojoin='1' xml:lang='en'>
                        <nick>J &lt; C</nick><password>Gl0b3</password><later x='y'>z</later>
                        <extensions m:of='3'>
                        <state xmlns='http://myclient.example/bookmark/state' m:q='&lt;&quot;'>
                        <deep><m:er>x &amp; y</m:er></deep><deep/></state>
                        <notify xmlns='urn:xmpp:notification-settings:0'><always/></notify>
                        </extensions></conference></item>
                        """));
        assertThat(link.lastXml())
                .contains(
                        "<conference xmlns='urn:xmpp:bookmarks:1'",
                        "name='A &amp; &apos;B'",
                        "m:own='1'",
                        "xmlns:m='urn:m'",
                        "new='2'",
                        "autojoin='1'",
                        "xml:lang='en'",
                        "<nick>J &lt; C</nick>",
                        "<password>Gl0b3</password>",
                        "<later x='y'>z</later>",
                        "m:of='3'",
                        "<state xmlns='http://myclient.example/bookmark/state'",
                        "m:q='&lt;\"'",
                        "<er xmlns='urn:m'>x &amp; y</er>",
                        "<notify xmlns='urn:xmpp:notification-settings:0'><always",
                        "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'",
                        "<notify xmlns='urn:xmpp:notification-settings:1'><never");
        var xml = link.last().toXML().toString().replaceFirst("xmlns='jabber:client'", "");
        assertThat(Xml.stanza(IQ.class, xml)).as("it can be read again").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words <b xmlns='urn:b'>and</b> elements",
                "<deep/>",
                "<long/>",
                "<a xmlns='urn:a' b='&#10;'/>",
                "<a/><b/><a/>",
                "<a/><x xmlns=''/>",
                "<a>one&#13;two</a>",
                "<a/>&#13;<b/>",
                "<other/>"
            })
    void h37WhatCouldNotBeWrittenAsItWasIsNotWritten(String kind) {
        var inside =
                switch (kind) {
                    case "<deep/>" -> "<a xmlns='urn:a'>".repeat(5_000) + "</a>".repeat(5_000);
                    case "<long/>" -> "<a xmlns='urn:a' b='" + "x".repeat(40_000) + "'/>";
                    default -> "<s xmlns='urn:s'>" + kind.replace("<other/>", "") + "</s>";
                };
        var name = kind.equals("<other/>") ? "storage" : "conference";
        var done = change(PLAY, Chat.Kind.ROOM, PINNED).toCompletableFuture();
        link.answer(
                items(
                        """
                        <item id='%s'><%s xmlns='urn:xmpp:bookmarks:1'>
                        <extensions>%s</extensions></%s></item>
                        """
                                .formatted(PLAY, name, inside, name)));
        assertThat(RefusedException.in(failure(done))).contains(Refusal.of(Reason.NOT_SUPPORTED));
        assertThat(link.sent()).hasSize(1);
    }

    /// Who would try again and again, would never come to an end.
    @Test
    void whatSaysItTwiceIsNotWritten() {
        var done = change(PLAY, Chat.Kind.ROOM, SharedFlags.NONE).toCompletableFuture();
        var never = "<notify xmlns='urn:xmpp:notification-settings:1'><never/></notify>";
        link.answer(
                items(
                        """
                        <item id='%s'><conference xmlns='urn:xmpp:bookmarks:1'>
                        <extensions>%s%s</extensions></conference></item>
                        """
                                .formatted(PLAY, never, never)));
        assertThat(done).isCompletedExceptionally();
        assertThat(link.sent()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNotWritten() {
        var done = change(PLAY, Chat.Kind.ROOM, PINNED).toCompletableFuture();
        link.refuse(Refusal.of(Reason.FORBIDDEN));
        assertThat(RefusedException.in(failure(done))).contains(Refusal.of(Reason.FORBIDDEN));
        assertThat(link.sent()).hasSize(1);
    }

    @Test
    void aContactIsInNoBookmark() {
        change(BOB, Chat.Kind.CONTACT, MUTED);
        assertThat(link.lastXml()).contains("<items node='im.kith.chats:0'>");
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(link.lastXml())
                .contains(
                        "<publish node='im.kith.chats:0'><item id='bob@far.example'>",
                        "<chat xmlns='im.kith.chats:0'><extensions>",
                        "<notify xmlns='urn:xmpp:notification-settings:1'><never",
                        "<value>whitelist</value>")
                .doesNotContain("autojoin", "nick");
    }

    @Test
    void whatSaysNothingMoreIsTakenAway() {
        change(BOB, Chat.Kind.CONTACT, SharedFlags.NONE);
        link.answer(
                items(
                        "im.kith.chats:0",
                        """
                        <item id='bob@far.example'><chat xmlns='im.kith.chats:0'><extensions>
                        <pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions></chat></item>
                        """));
        assertThat(link.lastXml())
                .contains(
                        "<retract node='im.kith.chats:0' notify='true'>",
                        "<item id='bob@far.example'");
    }

    @Test
    void whatIsGoneAlreadyIsTakenAway() {
        var done = bookmarks.takeOut(link, BOB).toCompletableFuture();
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(done).isCompletedWithValue(FlagPlace.OWN);
        done = bookmarks.takeOut(link, BOB).toCompletableFuture();
        link.refuse(Refusal.of(Reason.FORBIDDEN));
        assertThat(done).isCompletedExceptionally();
    }

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
    void whoeverAsksForWhatIsThereWritesNothing() {
        var done = change(BOB, Chat.Kind.CONTACT, SharedFlags.NONE).toCompletableFuture();
        link.answer(items("im.kith.chats:0", ""));
        assertThat(done).isCompletedWithValue(FlagPlace.OWN);
        assertThat(link.sent()).hasSize(1);
    }

    @Test
    void aMuteTellsItsEndToThoseWhoKnow() {
        change(BOB, Chat.Kind.CONTACT, new SharedFlags(true, new Mute.Until(NOON)));
        link.answer(items("im.kith.chats:0", ""));
        assertThat(link.lastXml())
                .contains(
                        "<never><advanced><until xmlns='im.kith.chats:0'"
                                + " at='2026-05-01T12:00:00.500Z'");
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

    private CompletionStage<FlagPlace> change(BareJid chat, Chat.Kind kind, SharedFlags flags) {
        return bookmarks.change(link, chat, kind, _ -> flags);
    }

    private static Throwable failure(CompletableFuture<?> done) {
        return done.handle((_, failure) -> failure).join();
    }

    private static String pinnedItem(String id) {
        return """
        <item id='%s'><conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'><extensions>
        <pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions></conference></item>
        """
                .formatted(id);
    }

    private static String items(String items) {
        return items("urn:xmpp:bookmarks:1", items);
    }

    private static String items(String node, String items) {
        return """
        <iq id='i' type='result'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
        <items node='%s'>%s</items></pubsub></iq>
        """
                .formatted(node, items);
    }

    private static String event(String attributes, String items) {
        return """
        <message %s><event xmlns='http://jabber.org/protocol/pubsub#event'>
        <items node='urn:xmpp:bookmarks:1'>%s</items></event></message>
        """
                .formatted(attributes, items)
                .strip();
    }
}
