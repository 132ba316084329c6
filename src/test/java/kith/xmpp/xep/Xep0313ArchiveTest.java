package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.xmpp.ArchiveQuery;
import kith.xmpp.ArchiveQuery.Paging;
import kith.xmpp.ArchiveSearch;
import kith.xmpp.CapturingLink;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.Optional;

/// What is asked of an archive, and the end of a page. That the messages come before it is in
/// `ConversationTest`, whom they may come from in `MessageDoorTest`.
class Xep0313ArchiveTest {

    private static final BareJid OWN = JidCreate.bareFromOrThrowUnchecked("alice@home.example");
    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    private final CapturingLink link = new CapturingLink();
    private final Xep0313Archive archive = new XmppExtensions().xep0313Archive();

    @Test
    void asksForTheNewestPageWithAContact() {
        archive.page(link, new ArchiveQuery(OWN, Optional.of(BOB), new Paging.Newest(), 50));
        assertThat(link.lastXml().replaceFirst("queryid='[^']*'", "queryid='q'"))
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='alice@home.example' type='set'>"
                                + "<query xmlns='urn:xmpp:mam:2' queryid='q'>"
                                + "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field var='FORM_TYPE' type='hidden'>"
                                + "<value>urn:xmpp:mam:2</value></field>"
                                + "<field var='with'><value>bob@far.example</value></field></x>"
                                + "<set xmlns='http://jabber.org/protocol/rsm'>"
                                + "<max>50</max><before></before></set></query></iq>");
    }

    @Test
    void asksBeforeAfterAndSince() {
        ask(new Paging.Before("a-9"));
        assertThat(link.lastXml()).contains("<before>a-9</before>");
        ask(new Paging.After("a-1"));
        assertThat(link.lastXml()).contains("<after>a-1</after>");
        ask(new Paging.Since(Instant.parse("2026-11-20T10:00:00Z")));
        assertThat(link.lastXml())
                .contains("<field var='start'><value>2026-11-20T10:00:00Z</value></field>")
                .doesNotContain("<before>", "<after>");
    }

    @Test
    void asksTheArchiveToLookForWords() {
        var wanted =
                new ArchiveSearch(
                        ArchiveSearch.STANDARD,
                        "paper & ink",
                        Instant.parse("2026-11-20T10:00:00Z"));
        archive.page(
                link,
                new ArchiveQuery(
                        OWN, Optional.empty(), Optional.of(wanted), new Paging.Newest(), 50));
        assertThat(link.lastXml())
                .contains(
                        "<field var='end'><value>2026-11-20T10:00:00Z</value></field>"
                                + "<field var='{urn:xmpp:fulltext:0}fulltext'>"
                                + "<value>paper &amp; ink</value></field></x>");
    }

    @Test
    void anArchiveSaysThatItLooksForWords() {
        var standard = archive.searchField(link, OWN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:fulltext:0'/></query></iq>
                """);
        assertThat(standard).isCompletedWithValue(Optional.of(ArchiveSearch.STANDARD));
        var earlier = searchField("<field type='text-single' var='withtext'/>");
        assertThat(earlier).contains("withtext");
        assertThat(searchField("<field type='text-single' var='with'/>")).isEmpty();
    }

    private Optional<String> searchField(String field) {
        var asked = archive.searchField(link, OWN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='urn:xmpp:mam:2'/></query></iq>
                """);
        assertThat(link.lastXml()).contains("type='get'", "<query xmlns='urn:xmpp:mam:2'");
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='urn:xmpp:mam:2'>
                <x xmlns='jabber:x:data' type='form'>%s</x></query></iq>
                """
                        .formatted(field));
        return asked.toCompletableFuture().join();
    }

    @Test
    void eachQuestionHasANameOfItsOwn() {
        ask(new Paging.Newest());
        var first = link.lastXml();
        ask(new Paging.Newest());
        assertThat(link.lastXml()).isNotEqualTo(first);
    }

    @Test
    void saysHowFarThePageWent() {
        var page =
                archive.page(link, new ArchiveQuery(OWN, Optional.empty(), new Paging.Newest(), 5));
        link.answer(
                """
                <iq type='result' id='1'><fin xmlns='urn:xmpp:mam:2' complete='true'>
                <set xmlns='http://jabber.org/protocol/rsm'>
                <first index='0'>28482-98726-73623</first><last>09af3-cc343-b409f</last></set>
                </fin></iq>
                """);
        var end = page.toCompletableFuture().join();
        assertThat(end.first()).contains("28482-98726-73623");
        assertThat(end.last()).contains("09af3-cc343-b409f");
        assertThat(end.isComplete()).isTrue();
    }

    @Test
    void anEmptyPageHasNoEnds() {
        var page =
                archive.page(link, new ArchiveQuery(OWN, Optional.empty(), new Paging.Newest(), 5));
        link.answer(
                """
                <iq type='result' id='1'><fin xmlns='urn:xmpp:mam:2'>
                <set xmlns='http://jabber.org/protocol/rsm'><count>0</count></set></fin></iq>
                """);
        var end = page.toCompletableFuture().join();
        assertThat(end.first()).isEmpty();
        assertThat(end.last()).isEmpty();
        assertThat(end.isComplete()).isFalse();
    }

    @Test
    void pagesHaveASizeThatServersTake() {
        assertThatThrownBy(() -> new ArchiveQuery(OWN, Optional.empty(), new Paging.Newest(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArchiveQuery(OWN, Optional.empty(), new Paging.Newest(), 251))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isThereWhereItIsAnnounced() {
        var is = archive.supported(link, OWN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='urn:xmpp:mam:2'/></query></iq>
                """);
        assertThat(is.toCompletableFuture().join()).isTrue();
        var isNot = archive.supported(link, OWN);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>
                <feature var='urn:xmpp:mam:1'/></query></iq>
                """);
        assertThat(isNot.toCompletableFuture().join()).isFalse();
    }

    private void ask(Paging paging) {
        archive.page(link, new ArchiveQuery(OWN, Optional.empty(), paging, 20));
    }
}
