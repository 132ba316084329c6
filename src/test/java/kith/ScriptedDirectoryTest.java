package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Answer;
import kith.model.Refusal.Reason;
import kith.model.RoomPage;
import kith.model.RoomTraits.Trait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

/// A directory of rooms (XEP-0433), with the examples of that.
class ScriptedDirectoryTest extends ScriptedRoomFixture {

    private static final String DIRECTORY = "search.service.example";
    private static final String SEARCH =
            "/iq[@to='%s']/search[@xmlns='urn:xmpp:channel-search:0:search']".formatted(DIRECTORY);

    @Test
    void xep0433ADirectoryIsSearchedPageByPage() {
        server.whenever(
                SEARCH,
                found(
                        """
                        <item address='commteam@muc.xmpp.org'><name>commteam</name>\
                        <nusers>10</nusers><is-open/></item>\
                        <item address='operators@muc.xmpp.org'>\
                        <name>XMPP Service Operators</name><description>Discussion venue for \
                        operators of federated XMPP services</description><nusers>43</nusers>\
                        <is-open/><anonymity-mode>muc_semianonymous</anonymity-mode></item>\
                        """,
                        "opaque-string-2"));
        server.whenever(
                SEARCH + "[*[local-name()='set']/*[local-name()='after']='opaque-string-2']",
                found(
                        """
                        <item address='jdev@muc.xmpp.org'><name>jdev</name></item>\
                        <item address='not a room'><name>nowhere</name></item>\
                        """,
                        ""));
        enter();
        var first = search(Optional.empty()).given().orElseThrow();
        assertThat(first.rooms())
                .extracting(it -> it.address() + " " + it.name())
                .containsExactly(
                        "commteam@muc.xmpp.org commteam",
                        "operators@muc.xmpp.org XMPP Service Operators");
        var traits = first.rooms().getLast().traits().orElseThrow();
        assertThat(traits.people()).hasValue(43);
        assertThat(traits.is(Trait.SEMI_ANONYMOUS)).isTrue();
        assertThat(traits.description()).startsWith("Discussion venue");
        assertThat(first.next()).contains("opaque-string-2");
        var asked = server.awaitHeard(SEARCH);
        assertThat(asked.value("//field[@var='q']/value")).isEqualTo("xmpp.org");
        assertThat(asked.value("//field[@var='FORM_TYPE']/value"))
                .isEqualTo("urn:xmpp:channel-search:0:search-params");
        assertThat(asked.value("//field[@var='types']/value")).isEqualTo("xep-0045");

        var second = search(first.next()).given().orElseThrow();
        assertThat(second.rooms())
                .extracting(it -> it.address().toString())
                .containsExactly("jdev@muc.xmpp.org");
        assertThat(second.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "resource-constraint, LIMIT",
        "bad-request, OTHER",
        "feature-not-implemented, NOT_SUPPORTED",
        "not-allowed, NOT_ALLOWED",
        "forbidden, FORBIDDEN",
    })
    void xep0433ADirectoryMayRefuse(String condition, Reason reason) {
        server.whenever(SEARCH, ERROR.formatted(condition));
        enter();
        assertThat(search(Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        it -> assertThat(it.refusal().reason()).isEqualTo(reason));
    }

    private Answer<RoomPage> search(Optional<String> after) {
        return done(
                kith.session()
                        .roomServices()
                        .directory()
                        .search(
                                room.account(),
                                JidCreate.fromOrThrowUnchecked(DIRECTORY),
                                "xmpp.org",
                                after));
    }

    private static String found(String items, String last) {
        return """
        <iq type='result' id='{id}' from='{to}' to='{jid}'>\
        <result xmlns='urn:xmpp:channel-search:0:search'>%s\
        <set xmlns='http://jabber.org/protocol/rsm'>%s<max>5</max></set></result></iq>\
        """
                .formatted(
                        items,
                        last.isEmpty()
                                ? ""
                                : "<first>opaque-string-1</first><last>%s</last>".formatted(last));
    }
}
