package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.Bookmark;
import kith.xmpp.CapturingLink;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.RefusedException;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Map;
import java.util.Optional;

class Xep0048BookmarksTest {

    private static final BareJid COUNCIL =
            JidCreate.bareFromOrThrowUnchecked("council@conference.underhill.org");

    /// XEP-0048 examples 1 and 2.
    private static final String BOTH =
            """
            <conference name='Council of Oberon' autojoin='true'
            jid='council@conference.underhill.org'><nick>Puck</nick></conference>
            <url name='Complete Works of Shakespeare' url='http://the-tech.mit.edu/Shakespeare/'/>
            """;

    private static final Bookmark OBERON =
            new Bookmark(
                    Optional.of("Council of Oberon"), Optional.of("Puck"), Optional.empty(), true);

    private final CapturingLink link = new CapturingLink();
    private final Xep0048Bookmarks bookmarks = new XmppExtensions().xep0048Bookmarks();

    @Test
    void allAreAskedForAndWhatIsNoRoomIsPassedOver() {
        var all = bookmarks.all(link).toCompletableFuture();
        assertThat(link.lastXml())
                .contains("<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'")
                .doesNotContain(" to=");
        link.answer(list(BOTH + "<conference/><conference jid='@'/>"));
        assertThat(all)
                .isCompletedWithValue(
                        new KeptBookmarks(State.WHOLE, Map.of(COUNCIL, Optional.of(OBERON))));
    }

    @Test
    void theListOfANodeIsRead() {
        var all = bookmarks.inNode(link).toCompletableFuture();
        assertThat(link.lastXml()).contains("<items node='storage:bookmarks'");
        link.answer(
                """
                <iq id='i' type='result'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <items node='storage:bookmarks'><item id='current'>
                <storage xmlns='storage:bookmarks'>%s</storage></item></items></pubsub></iq>
                """
                        .formatted(BOTH));
        assertThat(all)
                .isCompletedWithValue(
                        new KeptBookmarks(State.WHOLE, Map.of(COUNCIL, Optional.of(OBERON))));
    }

    @Test
    void oneIsChangedAndAllElseStays() {
        bookmarks.change(link, COUNCIL, old -> old.map(it -> it.withAutojoin(false)));
        link.answer(list(BOTH + "<odd xmlns='urn:odd'>w</odd>"));
        assertThat(link.lastXml())
                .contains(
                        "autojoin='false' jid='council@conference.underhill.org'>"
                                + "<nick>Puck</nick></conference><url ",
                        "http://the-tech.mit.edu/Shakespeare/",
                        "<odd xmlns='urn:odd'>w</odd>");
        bookmarks.change(link, COUNCIL, _ -> Optional.empty());
        link.answer(list(BOTH));
        assertThat(link.lastXml()).contains("<url ").doesNotContain("<conference");
        bookmarks.change(link, COUNCIL, _ -> Optional.of(OBERON));
        link.answer(list(""));
        assertThat(link.lastXml()).contains("jid='council@conference.underhill.org'", "Puck");
    }

    @Test
    void h37WhatIsNoListIsNotWrittenOver() {
        for (var answer :
                new String[] {
                    "<iq id='i' type='result'/>",
                    "<iq id='i' type='result'><query xmlns='jabber:iq:private'/></iq>",
                    list("loose words<conference jid='a@b.example'/>")
                }) {
            int sent = link.sent().size();
            var done =
                    bookmarks.change(link, COUNCIL, _ -> Optional.of(OBERON)).toCompletableFuture();
            link.answer(answer);
            assertThat(done).as(answer).isDone();
            assertThat(done.handle((_, failure) -> RefusedException.in(failure)).join())
                    .contains(Refusal.of(Reason.NOT_SUPPORTED));
            assertThat(link.sent()).hasSize(sent + 1);
        }
    }

    private static String list(String conferences) {
        return """
        <iq id='i' type='result'><query xmlns='jabber:iq:private'>
        <storage xmlns='storage:bookmarks'>%s</storage></query></iq>
        """
                .formatted(conferences);
    }
}
