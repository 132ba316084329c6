package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.Answer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.DataForm;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Removal;
import kith.model.Room;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomPage;
import kith.model.RoomSettings;
import kith.model.RoomState;
import kith.model.RoomTraits.Trait;
import kith.xmpp.link.TrustedCertificates;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// What no server of the lab has, over a connection all the same: rooms that remove messages as
/// version 0.3 of XEP-0425 has it ([RemovedMessagesTest] has a real one of version 0.2), rooms that
/// have people wait (XEP-0500), and directories of rooms (XEP-0433), with the examples of these.
class ScriptedRoomServicesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROOM = "den@rooms.hearth.example";
    private static final String DIRECTORY = "search.service.example";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String JOIN = "/presence/x[@xmlns='http://jabber.org/protocol/muc']";
    private static final String SEARCH =
            "/iq[@to='%s']/search[@xmlns='urn:xmpp:channel-search:0:search']".formatted(DIRECTORY);
    private static final String ERROR =
            """
            <iq type='error' id='{id}' from='{to}' to='{jid}'><error type='cancel'><%s \
            xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\
            """;

    @TempDir Path folder;

    private ScriptedServer server;
    private RunningKith kith;
    private ChatKey room;

    @BeforeEach
    void signIn() {
        var account = ScriptedServer.account("alice");
        server = ScriptedServer.start(Script.signIn(account));
        kith =
                RunningKith.open(
                        folder,
                        TrustedCertificates.ofBundle(LabCa.shared().bundle()),
                        new MemorySecrets());
        room =
                new ChatKey(
                        kith.add(server.address(), account),
                        JidCreate.bareFromOrThrowUnchecked(ROOM));
        server.whenever(
                JOIN,
                presence("Bob", "participant", "")
                        + presence("Alice", "moderator", "<status code='110'/>")
                        + "<message from='%s' type='groupchat'><subject/></message>"
                                .formatted(ROOM));
    }

    @AfterEach
    void end() {
        kith.close();
        server.close();
    }

    @Test
    void xep0425AModeratorHasAMessageRemoved() {
        isLike("<feature var='urn:xmpp:message-moderate:1'/>", "");
        server.whenever(
                "/iq[@type='set']/moderate[@xmlns='urn:xmpp:message-moderate:1']",
                removal(ROOM, "Inappropriate")
                        + "<iq type='result' id='{id}' from='{to}' to='{jid}'/>");
        enter();
        var bad = heard();
        assertThat(remove(bad, "Inappropriate")).isEmpty();
        var asked = server.awaitHeard("/iq/moderate");
        assertThat(asked.value("/iq/@to")).isEqualTo(ROOM);
        assertThat(asked.value("/iq/moderate/@id")).isEqualTo("stanza-id-1");
        assertThat(asked.value("/iq/moderate/reason")).isEqualTo("Inappropriate");
        assertThat(asked.matches("/iq/moderate/retract[@xmlns='urn:xmpp:message-retract:1']"))
                .isTrue();
        await("gone").atMost(PATIENCE).until(() -> messages().getFirst().isRetracted());
        assertThat(messages())
                .singleElement()
                .extracting(Message::content)
                .isEqualTo(
                        new Content.Retracted(
                                Optional.of(new Moderation("Alice", "Inappropriate"))));
    }

    @ParameterizedTest
    @CsvSource({
        "forbidden, FORBIDDEN",
        "item-not-found, NOT_FOUND",
        "feature-not-implemented, NOT_SUPPORTED",
    })
    void xep0425WhatARoomDoesNotRemoveStays(String condition, Reason reason) {
        isLike("<feature var='urn:xmpp:message-moderate:1'/>", "");
        server.whenever("/iq[@type='set']/moderate", ERROR.formatted(condition));
        enter();
        assertThat(remove(heard(), "")).contains(reason);
        assertThat(messages()).noneMatch(Message::isRetracted);
    }

    /// H15: who isn't the room removes nothing, whatever they say in its name.
    @Test
    void h15AnOccupantRemovesNothing() {
        isLike("<feature var='urn:xmpp:message-moderate:1'/>", "");
        enter();
        var _ = heard();
        server.send(removal(ROOM + "/Eve", "I say so"));
        server.send(removal("other@rooms.hearth.example", "We say so"));
        say("Bob", "after");
        kith.awaitTexts(room, 2);
        assertThat(kith.bodies(room)).containsExactly("DM me for free potions!", "after");
    }

    @Test
    void xep0500ARoomSaysHowLongToWaitAndRefusesWhatIsTooSoon() {
        isLike("", slow("20"));
        enter();
        kith.awaitPause(room, Duration.ofSeconds(20));
        say("Bob", "hello");
        kith.awaitTexts(room, 1);
        kith.say(room, Chat.Kind.ROOM, "one");
        var id = server.awaitHeard("/message[@type='groupchat'][body='one']").value("/message/@id");
        server.send(
                """
                <message type='error' to='{jid}' id='%s' from='%s'><error type='wait'>\
                <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
                <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>You have to wait 20 seconds \
                between messages.</text></error></message>\
                """
                        .formatted(id, ROOM));
        await("refused")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(messages().getLast().delivery())
                                        .isEqualTo(
                                                new Delivery.Failed(
                                                        new Refusal(
                                                                Reason.LIMIT,
                                                                "You have to wait 20 seconds"
                                                                        + " between messages."))));
    }

    /// The owner may change it; the room says that something has changed (XEP-0045 §10.2.1).
    @Test
    void xep0500AnotherTimeIsLearnedWhenTheRoomSaysThatItChanged() {
        isLike("", slow("20"));
        enter();
        kith.awaitPause(room, Duration.ofSeconds(20));
        for (var next : List.of("5", "0", "6", "-3", "7", "soon")) {
            isLike("", slow(next));
            server.send(
                    """
                    <message from='%s' to='{jid}' type='groupchat'>\
                    <x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x>\
                    </message>\
                    """
                            .formatted(ROOM));
            boolean isTime = next.matches("[1-9]");
            kith.awaitPause(
                    room, isTime ? Duration.ofSeconds(Long.parseLong(next)) : Duration.ZERO);
        }
    }

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

    /// XEP-0045 §§7.10, 8, 9, 10: whatever is asked of a room, whichever way it may refuse.
    @ParameterizedTest
    @CsvSource({
        "bad-request, OTHER",
        "conflict, NICK_TAKEN",
        "feature-not-implemented, NOT_SUPPORTED",
        "forbidden, FORBIDDEN",
        "item-not-found, NOT_FOUND",
        "jid-malformed, BAD_ADDRESS",
        "not-acceptable, NOT_ACCEPTABLE",
        "not-allowed, NOT_ALLOWED",
        "not-authorized, PASSWORD_NEEDED",
        "registration-required, MEMBERS_ONLY",
        "service-unavailable, UNAVAILABLE",
    })
    void xep0045WhatARoomRefusesItsPeople(String condition, Reason reason) {
        for (var what : List.of("muc#admin", "muc#owner")) {
            server.whenever(
                    "/iq/query[@xmlns='http://jabber.org/protocol/%s']".formatted(what),
                    ERROR.formatted(condition));
        }
        server.whenever("/iq/query[@xmlns='jabber:iq:register']", ERROR.formatted(condition));
        enter();
        var services = kith.session().roomServices();
        var people = services.moderation().people();
        var bob = Optional.<BareJid>of(JidCreate.bareFromOrThrowUnchecked("bob@birke.example"));
        for (var act : RoomAct.values()) {
            var change = new RoomChange(act, "Bob", bob, Optional.empty(), "");
            assertThat(done(people.change(room, List.of(change))).map(Refusal::reason))
                    .as("%s", act)
                    .contains(reason);
        }
        var refused = Refusal.of(reason);
        for (var list : RoomList.values()) {
            assertThat(done(people.list(room, list))).isEqualTo(new RoomListing.Refused(refused));
        }
        assertThat(done(services.owners().settings(room)))
                .isEqualTo(new RoomSettings.Refused(refused));
        assertThat(done(services.owners().set(room, DataForm.EMPTY))).contains(refused);
        assertThat(done(services.owners().destroy(room, "", Optional.empty()))).contains(refused);
        assertThat(done(services.membership().form(room))).isEqualTo(new Answer.Refused<>(refused));
        assertThat(done(services.membership().submit(room, DataForm.EMPTY))).contains(refused);
        assertThat(kith.session().rooms().room(room).get().map(Room::state))
                .contains(RoomState.JOINED);
    }

    private void isLike(String features, String form) {
        server.whenever(infoAsked(), info(features, form));
    }

    private static String infoAsked() {
        return "/iq[@type='get'][@to='%s']/query[@xmlns='%s']".formatted(ROOM, INFO);
    }

    private static String info(String features, String form) {
        return """
        <iq type='result' id='{id}' from='{to}' to='{jid}'><query xmlns='%s'>\
        <identity category='conference' type='text' name='The den'/>\
        <feature var='http://jabber.org/protocol/muc'/><feature var='urn:xmpp:sid:0'/>\
        %s%s</query></iq>\
        """
                .formatted(INFO, features, form);
    }

    private static String slow(String seconds) {
        return """
        <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
        <value>http://jabber.org/protocol/muc#roominfo</value></field>\
        <field var='muc#roominfo_slow_mode_duration'><value>%s</value></field></x>\
        """
                .formatted(seconds);
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

    private static String removal(String from, String reason) {
        return """
        <message type='groupchat' id='retraction-id-1' from='%s' to='{jid}'>\
        <retract id='stanza-id-1' xmlns='urn:xmpp:message-retract:1'>\
        <moderated by='%s/Alice' xmlns='urn:xmpp:message-moderate:1'/>\
        <reason>%s</reason></retract></message>\
        """
                .formatted(from, ROOM, reason);
    }

    private static String presence(String nick, String role, String status) {
        return """
        <presence from='%s/%s' to='{jid}'><x xmlns='http://jabber.org/protocol/muc#user'>\
        <item affiliation='none' role='%s'/>%s</x></presence>\
        """
                .formatted(ROOM, nick, role, status);
    }

    private void enter() {
        kith.session().rooms().join(room.account(), room.peer(), "Alice", Optional.empty());
        kith.awaitJoined(room);
    }

    /// Bob has said something that is to go.
    private MessageKey heard() {
        await("how it removes")
                .atMost(PATIENCE)
                .until(
                        () ->
                                kith.session()
                                                .roomServices()
                                                .moderation()
                                                .offers()
                                                .removal(room)
                                                .get()
                                        == Removal.CURRENT);
        server.send(
                """
                <message type='groupchat' from='%1$s/Bob' to='{jid}' id='inappropriate-1'>\
                <body>DM me for free potions!</body>\
                <stanza-id xmlns='urn:xmpp:sid:0' id='stanza-id-1' by='%1$s'/></message>\
                """
                        .formatted(ROOM));
        kith.awaitTexts(room, 1);
        return messages().getFirst().key();
    }

    private void say(String nick, String words) {
        server.send(
                """
                <message type='groupchat' from='%s/%s' to='{jid}' id='%s'><body>%s</body></message>\
                """
                        .formatted(ROOM, nick, words, words));
    }

    private List<Message> messages() {
        var found = new ArrayList<Message>();
        kith.session().history().each(Optional.of(room), found::add).toCompletableFuture().join();
        return found;
    }

    private Optional<Reason> remove(MessageKey message, String reason) {
        return done(kith.session()
                        .roomServices()
                        .moderation()
                        .removals()
                        .remove(room, List.of(message), reason))
                .map(Refusal::reason);
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

    private static <T> T done(CompletionStage<T> asked) {
        return asked.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
