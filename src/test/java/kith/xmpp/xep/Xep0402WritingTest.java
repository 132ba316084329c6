package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Mute;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.xmpp.FlagPlace;
import kith.xmpp.RefusedException;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;

/// What is pinned or muted is written for nobody else, beside what others have put there, and not
/// at all where that could be lost.
class Xep0402WritingTest extends Xep0402BookmarksFixture {

    private static final BareJid ALICE = JidCreate.bareFromOrThrowUnchecked("alice@home.example");
    private static final SharedFlags MUTED = new SharedFlags(false, new Mute.Always());
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.500Z");

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

    private static String bookmark(String extensions) {
        return """
        <item id='theplay@conference.shakespeare.lit'><conference xmlns='urn:xmpp:bookmarks:1'
        autojoin='true'><nick>JC</nick>%s</conference></item>
        """
                .formatted(extensions);
    }
}
