package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.model.Content;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Removal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// A room that removes messages as version 0.3 of XEP-0425 has it, with its examples
/// ([RemovedMessagesTest] has a real one of version 0.2).
class ScriptedModerationTest extends ScriptedRoomFixture {

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

    private Optional<Reason> remove(MessageKey message, String reason) {
        return done(kith.session()
                        .roomServices()
                        .moderation()
                        .removals()
                        .remove(room, List.of(message), reason))
                .map(Refusal::reason);
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
}
