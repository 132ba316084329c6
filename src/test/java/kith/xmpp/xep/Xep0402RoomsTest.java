package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.Bookmark;
import kith.xmpp.BookmarkSupport;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.BookmarkElsewhere;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class Xep0402RoomsTest extends Xep0402BookmarksFixture {

    private static final BareJid ALICE = JidCreate.bareFromOrThrowUnchecked("alice@home.example");

    /// XEP-0402 example 5.
    private static final String PLAY_ITEM =
            """
            <item id='theplay@conference.shakespeare.lit'><conference xmlns='urn:xmpp:bookmarks:1'
            name='The Play&apos;s the Thing' autojoin='true'><nick>JC</nick></conference></item>
            """;

    private static final Bookmark THE_PLAY =
            new Bookmark(
                    Optional.of("The Play's the Thing"), Optional.of("JC"), Optional.empty(), true);
    private static final Bookmark THE_ORCHARD =
            new Bookmark(Optional.of("The Orcard"), Optional.of("JC"), Optional.empty(), true);

    private final OpenDoors doors = new OpenDoors();
    private final Xep0402Rooms rooms = new XmppExtensions().xep0402Rooms();

    @Test
    void allAreAskedFor() {
        var all = rooms.all(link).toCompletableFuture();
        assertThat(link.lastXml())
                .contains("<items node='urn:xmpp:bookmarks:1'")
                .doesNotContain(" to=");
        link.answer(items(PLAY_ITEM + ORCHARD_ITEM + "<item id='x@rooms.example'/>"));
        assertThat(all)
                .isCompletedWithValue(
                        new KeptBookmarks(
                                State.WHOLE,
                                Map.of(
                                        PLAY,
                                        Optional.of(THE_PLAY),
                                        ORCHARD,
                                        Optional.of(THE_ORCHARD),
                                        JidCreate.bareFromOrThrowUnchecked("x@rooms.example"),
                                        Optional.empty())));
    }

    @Test
    void whereThereIsNoNodeThereAreNone() {
        var all = rooms.all(link).toCompletableFuture();
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(all).isCompletedWithValue(new KeptBookmarks(State.MISSING, Map.of()));
    }

    @Test
    void oneIsAddedForNobodyElse() {
        var done = rooms.change(link, PLAY, _ -> Optional.of(THE_PLAY)).toCompletableFuture();
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(link.lastXml())
                .contains(
                        "<publish node='urn:xmpp:bookmarks:1'>"
                                + "<item id='theplay@conference.shakespeare.lit'>",
                        "autojoin='true'",
                        "<nick>JC</nick>",
                        "<field var='pubsub#access_model'><value>whitelist</value>",
                        "<field var='pubsub#persist_items'><value>true</value>",
                        "<field var='pubsub#max_items'><value>max</value>",
                        "<field var='pubsub#send_last_published_item'><value>never</value>")
                .doesNotContain(" to=");
        link.answer("<iq id='i' type='result'/>");
        assertThat(done).isCompletedWithValue(Optional.of(THE_PLAY));
    }

    /// XEP-0402 example 7: the typo goes, all else stays.
    @Test
    void whatIsUnknownStaysWhenOneIsEdited() {
        rooms.change(
                link,
                ORCHARD,
                old ->
                        old.map(
                                it ->
                                        new Bookmark(
                                                Optional.of("The Orchard"),
                                                it.nick(),
                                                it.password(),
                                                it.isAutojoin())));
        link.answer(items(ORCHARD_ITEM));
        assertThat(link.lastXml().replaceAll("\\s+<", "<"))
                .contains(
                        "name='The Orchard' autojoin='1'><nick>JC</nick><extensions>"
                                + "<state xmlns='http://myclient.example/bookmark/state'"
                                + " minimized='true'>");
    }

    @Test
    void oneIsTakenOutForAll() {
        var done = rooms.change(link, PLAY, _ -> Optional.empty()).toCompletableFuture();
        link.answer(items(PLAY_ITEM));
        assertThat(link.lastXml())
                .contains(
                        "<retract node='urn:xmpp:bookmarks:1' notify='true'>"
                                + "<item id='theplay@conference.shakespeare.lit'>");
        link.refuse(Refusal.of(Reason.NOT_FOUND));
        assertThat(done).as("it is gone").isCompletedWithValue(Optional.empty());
    }

    @Test
    void whereNothingChangesNothingIsWritten() {
        var done = rooms.change(link, PLAY, old -> old).toCompletableFuture();
        link.answer(items(PLAY_ITEM));
        assertThat(done).isCompletedWithValue(Optional.of(THE_PLAY));
        assertThat(link.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item id='theplay@conference.shakespeare.lit'><other xmlns='urn:x'/></item>",
                "<item id='theplay@conference.shakespeare.lit'/>",
                "<item id='TheplaY@conference.shakespeare.lit'>"
                        + "<conference xmlns='urn:xmpp:bookmarks:1'/></item>"
            })
    void h37WhatCannotBeReadIsNotWritten(String item) {
        var done = rooms.change(link, PLAY, _ -> Optional.of(THE_PLAY)).toCompletableFuture();
        link.answer(items(item));
        assertThat(done.handle((_, failure) -> RefusedException.in(failure)).join())
                .contains(Refusal.of(Reason.NOT_SUPPORTED));
        assertThat(link.sent()).hasSize(1);
    }

    @Test
    void anotherDeviceTells() {
        assertThat(told("from='alice@home.example'", PLAY_ITEM))
                .containsExactly(new BookmarkElsewhere(PLAY, Optional.of(THE_PLAY)));
        assertThat(told("type='headline'", "<retract id='theplay@conference.shakespeare.lit'/>"))
                .containsExactly(new BookmarkElsewhere(PLAY, Optional.empty()));
        assertThat(
                        told(
                                "from='alice@home.example'",
                                "<item id='a@rooms.example'>"
                                        + "<conference xmlns='urn:xmpp:bookmarks:1'/></item>"))
                .as("the smallest")
                .containsExactly(
                        new BookmarkElsewhere(
                                JidCreate.bareFromOrThrowUnchecked("a@rooms.example"),
                                Optional.of(Bookmark.NONE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from='bob@far.example'",
                "from='home.example'",
                "from='alice@home.example/phone'",
                "from='den@rooms.example' type='groupchat'",
                "from='alice@home.example' type='error'"
            })
    void h09NobodyElseTells(String sender) {
        assertThat(told(sender, PLAY_ITEM)).isEmpty();
    }

    @Test
    void aNickThatNoRoomCouldHaveIsNone() {
        assertThat(
                        told(
                                "from='alice@home.example'",
                                PLAY_ITEM.replace("JC", "J&#10;C").replace("Play", "P&#9;lay")))
                .containsExactly(
                        new BookmarkElsewhere(PLAY, Optional.of(Bookmark.NONE.withAutojoin(true))));
    }

    @Test
    void whatTheServerDoesBySelfIsKnown() {
        var support = rooms.support(link, ALICE).toCompletableFuture();
        link.answer(
                """
                <iq from='alice@home.example' id='d' type='result'>
                <query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='http://jabber.org/protocol/pubsub#publish-options'/>
                <feature var='urn:xmpp:bookmarks:1#compat'/></query></iq>
                """);
        assertThat(support).isCompletedWithValue(new BookmarkSupport(true, true, false));
    }

    @Test
    void aPasswordIsInNoLog() {
        var secret = new Bookmark(Optional.empty(), Optional.empty(), Optional.of("s3cret"), true);
        assertThat(secret.toString()).doesNotContain("s3cret");
        assertThat(new BookmarkElsewhere(PLAY, Optional.of(secret)).toString())
                .doesNotContain("s3cret");
    }

    private List<XmppEvent> told(String sender, String items) {
        return doors.read(event(sender, items)).stream()
                .filter(BookmarkElsewhere.class::isInstance)
                .toList();
    }
}
