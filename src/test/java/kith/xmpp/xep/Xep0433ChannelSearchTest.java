package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.FoundRoom;
import kith.model.RoomPage;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.CapturingLink;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// Asking a directory of rooms: the examples of XEP-0433, and what of its answers is believed.
class Xep0433ChannelSearchTest {

    private static final Jid DIRECTORY = JidCreate.fromOrThrowUnchecked("search.service.example");

    private final CapturingLink link = new CapturingLink();
    private final Xep0433ChannelSearch search = new XmppExtensions().xep0433ChannelSearch();

    @Test
    void asksForWordsMostPeopleFirst() {
        search.search(link, DIRECTORY, "xmpp.org", Optional.of("opaque-string-2"));
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='search.service.example' type='get'>"
                                + "<search xmlns='urn:xmpp:channel-search:0:search'>"
                                + "<set xmlns='http://jabber.org/protocol/rsm'><max>50</max>"
                                + "<after>opaque-string-2</after></set>"
                                + "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field type='hidden' var='FORM_TYPE'>"
                                + "<value>urn:xmpp:channel-search:0:search-params</value></field>"
                                + "<field type='text-single' var='q'>"
                                + "<value>xmpp.org</value></field>"
                                + "<field type='list-multi' var='types'>"
                                + "<value>xep-0045</value></field>"
                                + "<field type='list-single' var='key'>"
                                + "<value>{urn:xmpp:channel-search:0:order}nusers</value></field>"
                                + "</x></search></iq>");
    }

    @Test
    void readsWhatIsFound() {
        var page =
                answered(
                        """
                        <item address='commteam@muc.xmpp.org'><name>commteam</name>
                        <nusers>10</nusers><is-open/></item>
                        <item address='operators@muc.xmpp.org'>
                        <name>XMPP Service Operators</name>
                        <description>Discussion venue for operators</description>
                        <language>en</language><nusers>43</nusers><is-open/>
                        <anonymity-mode>muc_semianonymous</anonymity-mode>
                        <service-type>xep-0045</service-type><unknown xmlns='urn:x'/></item>
                        <set xmlns='http://jabber.org/protocol/rsm'>
                        <first>opaque-string-1</first><last>opaque-string-2</last><max>5</max></set>
                        """);
        assertThat(page.rooms())
                .containsExactly(
                        room(
                                "commteam@muc.xmpp.org",
                                "commteam",
                                new RoomTraits(Set.of(), "", "", "", OptionalInt.of(10))),
                        room(
                                "operators@muc.xmpp.org",
                                "XMPP Service Operators",
                                new RoomTraits(
                                        Set.of(Trait.SEMI_ANONYMOUS),
                                        "Discussion venue for operators",
                                        "",
                                        "en",
                                        OptionalInt.of(43))));
        assertThat(page.next()).contains("opaque-string-2");
    }

    @Test
    void nothingFoundIsAnAnswer() {
        var page = answered("");
        assertThat(page.rooms()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void whatIsNoRoomIsLeftOut() {
        var page =
                answered(
                        """
                        <item address='mix@muc.xmpp.org'><service-type>xep-0369</service-type></item>
                        <item address='muc.xmpp.org'/><item/>
                        """);
        assertThat(page.rooms()).isEmpty();
    }

    @Test
    void anAnonymityNobodyKnowsIsNone() {
        var page =
                answered(
                        "<item address='a@muc.xmpp.org'><anonymity-mode>better</anonymity-mode>"
                                + "<nusers>many</nusers><name>"
                                + "n".repeat(10_000)
                                + "</name></item>");
        var found = page.rooms().getFirst();
        var traits = found.traits().orElseThrow();
        assertThat(traits.traits()).containsExactly(Trait.NON_ANONYMOUS);
        assertThat(traits.people()).isEmpty();
        assertThat(found.name()).hasSize(RoomInfo.MAX_NAME + 1);
    }

    private RoomPage answered(String items) {
        CompletionStage<RoomPage> page = search.search(link, DIRECTORY, "x", Optional.empty());
        link.answer(
                "<iq type='result' id='1'><result xmlns='urn:xmpp:channel-search:0:search'>"
                        + items
                        + "</result></iq>");
        return page.toCompletableFuture().join();
    }

    private static FoundRoom room(String address, String name, RoomTraits traits) {
        return new FoundRoom(
                JidCreate.entityBareFromOrThrowUnchecked(address), name, Optional.of(traits));
    }
}
