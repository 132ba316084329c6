package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.RoomTraits.Trait;
import kith.model.SendKey;
import kith.store.FullDisk;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.XmlElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How the user writes, by their choice: kept, and done at once.
class PreferencesTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void theKeyThatSendsIsKept() {
        var told = new ArrayList<SendKey>();
        session.preferences.sendKey().watch(new ImmediateLane(), told::add);
        session.preferences.setSendKey(SendKey.CONTROL_ENTER);
        assertThat(told).containsExactly(SendKey.ENTER, SendKey.CONTROL_ENTER);
        assertThat(new ScriptedSession(session).preferences.sendKey().get())
                .isEqualTo(SendKey.CONTROL_ENTER);
    }

    @Test
    void whatAnotherVersionChoseIsAsIfNothingWere() {
        session.preferences.set("writing.sendKey", "FOOT_PEDAL");
        session.preferences.set("writing.tellsTyping", "perhaps");
        var later = new ScriptedSession(session).preferences;
        assertThat(later.sendKey().get()).isEqualTo(SendKey.ENTER);
        assertThat(later.tellsTyping().get()).isTrue();
    }

    /// A disk that is full for a while (F19).
    @Test
    void whatCouldNotBeStoredIsStoredOnceThereIsRoom(@TempDir Path folder) {
        var failures = new ArrayList<RuntimeException>();
        var full =
                new ScriptedSession(
                        (core, clock) -> FullDisk.open(folder, core, clock), failures::add);
        full.signIn();
        FullDisk.fill();
        full.preferences.setTellsTyping(false);
        assertThat(failures).isNotEmpty();
        FullDisk.free();
        full.core.execute(() -> full.timer.pass(Duration.ofSeconds(5)));
        assertThat(new ScriptedSession(full).preferences.tellsTyping().get()).isFalse();
        full.core.execute(full.db::close);
    }

    /// XEP-0085 §5.3: every message with words, each other state once.
    @Test
    void xep0085OthersAreToldThatTheUserWrites() {
        session.chats.setTyping(layla, true);
        session.chats.setTyping(layla, true);
        assertThat(states()).containsExactly("composing");
        session.chats.setTyping(layla, false);
        session.chats.send(layla, "Lovely");
        assertThat(states()).containsExactly("active", "active");
        session.chats.setTyping(layla, false);
        assertThat(states()).isEmpty();
    }

    /// XEP-0085 §5.2.
    @Test
    void xep0085SwitchedOffNothingOfItLeaves() {
        session.preferences.setTellsTyping(false);
        for (var kind : Chat.Kind.values()) {
            var chat = kind == Chat.Kind.ROOM ? new ChatKey(account, ROOM) : layla;
            session.tabs.open(chat, kind);
            session.chats.setTyping(chat, true);
            session.chats.setTyping(chat, false);
        }
        session.chats.send(layla, "Lovely");
        assertThat(sent()).contains("Lovely").doesNotContain("chatstates");
        assertThat(new ScriptedSession(session).preferences.tellsTyping().get()).isFalse();
    }

    @Test
    void xep0085WhoeverSawTheUserWriteHearsThatItIsOverOnce() {
        session.chats.setTyping(layla, true);
        assertThat(states()).containsExactly("composing");
        session.preferences.setTellsTyping(false);
        assertThat(states()).containsExactly("active");
        session.chats.setTyping(layla, false);
        session.chats.setTyping(layla, true);
        assertThat(states()).isEmpty();
        session.preferences.setTellsTyping(true);
        assertThat(states()).as("and is writing still").containsExactly("composing");
    }

    @Test
    void xep0085SwitchedOffWhileTheLineIsDownItIsOverOnceTheSessionGoesOn() {
        session.chats.setTyping(layla, true);
        assertThat(states()).containsExactly("composing");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.preferences.setTellsTyping(false);
        assertThat(states()).isEmpty();
        session.on(account, server -> server.signedIn(true));
        assertThat(states()).containsExactly("active");
        session.chats.setTyping(layla, false);
        assertThat(states()).as("once").isEmpty();
    }

    @Test
    void xep0085WhatWasBegunWhileTheLineWasDownIsToldOnceTheSessionGoesOn() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.setTyping(layla, true);
        session.on(account, server -> server.signedIn(true));
        assertThat(states()).containsExactly("composing");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(states()).as("they know").isEmpty();
    }

    @Test
    void xep0085ANewSessionSaysItAnew() {
        session.chats.setTyping(layla, true);
        assertThat(states()).containsExactly("composing");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(states()).as("they forgot it with the last").containsExactly("composing");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.setTyping(layla, false);
        session.on(account, server -> server.signedIn(false));
        assertThat(states()).as("or didn't").containsExactly("active");
    }

    /// Who is not in a room yet says nothing there.
    @Test
    void xep0085ARoomIsToldOnceWeAreIn() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.chats.setTyping(room, true);
        assertThat(states()).containsExactly("composing");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(states()).isEmpty();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(states()).containsExactly("composing");
    }

    /// XEP-0085 §5.5. With the 21st in a room that is open to all it is over, and they hear so.
    @Test
    void xep0085ACrowdIsNotTold() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        IntStream.range(0, 20).forEach(this::come);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.chats.setTyping(room, true);
        assertThat(states()).containsExactly("composing");
        come(20);
        session.pass(Duration.ofSeconds(1));
        assertThat(states()).containsExactly("active");
        come(21);
        session.chats.setTyping(room, false);
        session.chats.setTyping(room, true);
        session.pass(Duration.ofSeconds(1));
        assertThat(states()).isEmpty();
        session.say(
                account,
                new XmppEvent.RoomTraitsChanged(
                        ROOM, Set.of(Trait.MEMBERS_ONLY, Trait.NON_ANONYMOUS), Set.of()));
        session.pass(Duration.ofSeconds(1));
        assertThat(states()).as("they know each other").containsExactly("composing");
    }

    private void come(int number) {
        session.say(
                account,
                new XmppEvent.OccupantChanged(
                        ROOM,
                        new Occupant(
                                "Guest " + number,
                                Role.PARTICIPANT,
                                Affiliation.NONE,
                                Optional.empty(),
                                Presence.AVAILABLE,
                                false)));
    }

    /// XEP-0085 §5.3: words end it for whoever sees them, also those that were written before.
    @Test
    void xep0085WordsBetweenHideNotThatTheUserIsWritingStill() {
        session.chats.setTyping(layla, true);
        session.chats.send(layla, "Lovely");
        assertThat(states()).containsExactly("composing", "active", "composing");
        session.chats.setTyping(layla, false);
        assertThat(states()).containsExactly("active");
    }

    /// What is late says nothing of now.
    @Test
    void xep0085WordsOfBeforeCarryNone() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "Lovely");
        session.pass(Duration.ofHours(1));
        session.on(account, server -> server.signedIn(false));
        assertThat(sent()).contains("Lovely", "urn:xmpp:delay").doesNotContain("chatstates");
    }

    private String sent() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .collect(Collectors.joining());
    }

    private List<String> states() {
        return session.server(account).takeSent().stream()
                .flatMap(stanza -> stanza.getExtensions().stream())
                .filter(each -> each.getNamespace().endsWith("/chatstates"))
                .map(XmlElement::getElementName)
                .toList();
    }
}
