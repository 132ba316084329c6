package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.RefusedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Map;
import java.util.Optional;

/// What a server keeps of pins and mutes is asked for, and its answer read.
class Xep0402BookmarksTest extends Xep0402BookmarksFixture {

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

    private static BareJid room(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
