package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Reaction;
import kith.model.Refusal;
import kith.session.chat.TimelineWindow;
import kith.session.feed.SessionEvent;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Emoji that people put to messages (XEP-0444), as the timeline shows them.
class ReactionsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final TimelineWindow window = session.timelines.open(layla);

    @AfterEach
    void close() {
        window.close();
        assertThat(session.faults.fault().get()).isEmpty();
    }

    @Test
    void standAtTheirMessageAndAreNoneThemselves() {
        receive("a", "thursday");
        receive("b", "or so");
        session.told.clear();
        session.say(account, session.incoming.reaction(LAYLA, "c", "a", "👋", "🐢"));
        assertThat(shown()).containsExactly("thursday 👋1 🐢1", "or so");
        session.say(account, session.incoming.reaction(LAYLA, "d", "a", "🐢"));
        assertThat(shown()).containsExactly("thursday 🐢1", "or so");
        assertThat(session.told).hasSize(2).hasOnlyElementsOfType(SessionEvent.MessageAdded.class);
        var chat = session.chatList.chat(layla).get().orElseThrow();
        assertThat(chat.unread()).isEqualTo(2);
        assertThat(chat.last().flatMap(Message::words)).contains("or so");
        session.say(account, session.incoming.reaction(LAYLA, "e", "a"));
        assertThat(shown()).containsExactly("thursday", "or so");
    }

    @Test
    void oneThatComesFirstWaitsForItsMessageAndMakesNoChat() {
        session.say(account, session.incoming.reaction(LAYLA, "c", "a", "👋"));
        assertThat(session.chatList.chats().get()).isEmpty();
        assertThat(new ScriptedSession(session).chatList.chats().get()).isEmpty();
        assertThat(shown()).isEmpty();
        receive("a", "thursday");
        assertThat(shown()).containsExactly("thursday 👋1");
        assertThat(session.chatList.chats().get()).hasSize(1);
    }

    /// The newest page has the reaction, the next one the message.
    @Test
    void oneWaitsForAnOlderPageOfTheArchive() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        var archive = session.archive(ScriptedSession.ME);
        var her = new Author(LAYLA, Optional.empty(), false);
        archive.put(LAYLA, false, her, "a", "thursday", session.tick());
        archive.put(LAYLA, false, her, "b", reaction("a", "🐢"), session.tick());
        IntStream.range(0, 260)
                .forEach(i -> archive.put(LAYLA, false, her, "id" + i, "" + i, session.tick()));
        archive.put(LAYLA, false, her, "c", reaction("a", "👋"), session.tick());
        session.on(account, server -> server.signedIn(false));
        assertThat(archive.asked()).hasSize(2);
        while (!window.timeline().get().isAtStart()) {
            window.older();
        }
        assertThat(shown()).hasSize(261).startsWith("thursday 👋1", "0");
    }

    @Test
    void oursGoesOutAsTheWholeSetAndShowsAtOnce() {
        receive("a", "thursday");
        session.server(account).takeSent();
        toggle("👋");
        toggle("❤");
        assertThat(shown()).containsExactly("thursday 👋1* ❤️1*");
        toggle("👋");
        assertThat(shown()).containsExactly("thursday ❤️1*");
        toggle("❤️");
        assertThat(shown()).containsExactly("thursday");
        assertThat(sets()).containsExactly(set("👋"), set("👋", "❤️"), set("❤️"), set());
    }

    @Test
    void h16WhatIsNoEmojiPutsNothingThere() {
        receive("a", "thursday");
        session.server(account).takeSent();
        var done = session.chats.toggleReaction(message().key(), "no").toCompletableFuture();
        assertThat(done).isCancelled();
        assertThat(session.server(account).takeSent()).isEmpty();
    }

    @Test
    void oursCountBesideHersAndIsOneWhateverDeviceItIsOf() {
        receive("a", "thursday");
        session.say(account, session.incoming.reaction(LAYLA, "c", "a", "❤️"));
        session.say(account, session.incoming.ownReaction(LAYLA, "d", "a", "❤️", "👋"));
        assertThat(shown()).containsExactly("thursday ❤️2* 👋1*");
        session.server(account).takeSent();
        toggle("❤️");
        assertThat(shown()).containsExactly("thursday ❤️1 👋1*");
        assertThat(sets()).containsExactly(set("👋"));
        assertThat(reactions(message()).getFirst().authors())
                .containsExactly(new Author(LAYLA, Optional.empty(), false));
    }

    @Test
    void whatWaitsGoesOutAfterARestartUnderOneId() {
        receive("a", "thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        toggle("👋");
        var waiting = session.pending.messages().get().getFirst();
        assertThat(waiting.content()).isEqualTo(reaction("a", "👋"));
        assertThat(shown()).containsExactly("thursday 👋1*");

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        var id = waiting.ids().stanza();
        assertThat(restarted.server(account).takeSent())
                .filteredOn(stanza -> id.equals(stanza.getStanzaId()))
                .singleElement()
                .satisfies(
                        stanza ->
                                assertThat(stanza.toXML().toString())
                                        .contains(set("👋"), "<store xmlns='urn:xmpp:hints'"));
        restarted.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        restarted.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSentIds()).contains(id);
        restarted.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(restarted.pending.messages().get()).isEmpty();
    }

    @Test
    void oneThatIsRefusedLeavesWhatWasBeforeAndCanBeTakenBack() {
        receive("a", "thursday");
        toggle("👋");
        session.say(account, new XmppEvent.MessageAcknowledged(lastSent()));
        toggle("🐢");
        assertThat(shown()).containsExactly("thursday 👋1* 🐢1*");
        var refusal = Refusal.of(Refusal.Reason.NOT_ACCEPTABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, lastSent(), refusal));
        assertThat(shown()).containsExactly("thursday 👋1*");
        var failed = session.pending.messages().get().getFirst();
        session.chats.retry(failed.key());
        assertThat(shown()).containsExactly("thursday 👋1* 🐢1*");
        session.say(account, new XmppEvent.MessageRefused(LAYLA, lastSent(), refusal));
        session.chats.discard(failed.key());
        assertThat(shown()).containsExactly("thursday 👋1*");
        assertThat(session.pending.messages().get()).isEmpty();
    }

    @Test
    void withAMessageThatIsTakenBackGoOurReactionsToIt() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "thursday");
        toggle("👋");
        assertThat(session.pending.messages().get()).hasSize(2);
        session.chats.discard(message().key());
        assertThat(shown()).isEmpty();
        assertThat(session.pending.messages().get()).isEmpty();
    }

    @Test
    void ofSeveralThatWaitTheLastGoesOut() {
        receive("a", "thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        toggle("👋");
        toggle("🐢");
        toggle("👋");
        assertThat(shown()).containsExactly("thursday 🐢1*");
        assertThat(session.pending.messages().get())
                .extracting(Message::content)
                .containsExactly(reaction("a", "🐢"));
    }

    /// Sent again, it would take the place of what was said since.
    @Test
    void oneThatIsRefusedBehindALaterIsNotForSendingAgain() {
        receive("a", "thursday");
        toggle("👋");
        var first = lastSent();
        toggle("🐢");
        var second = lastSent();
        session.say(account, new XmppEvent.MessageAcknowledged(second));
        var refusal = Refusal.of(Refusal.Reason.TIMED_OUT);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, first, refusal));
        assertThat(session.pending.messages().get()).isEmpty();
        assertThat(shown()).containsExactly("thursday 👋1* 🐢1*");
    }

    @Test
    void withAMessageThatFailedGoesWhatFailedBesideIt() {
        session.chats.send(layla, "thursday");
        var sent = lastSent();
        toggle("👋");
        var reacted = lastSent();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, sent, refusal));
        session.say(account, new XmppEvent.MessageRefused(LAYLA, reacted, refusal));
        assertThat(session.pending.messages().get()).hasSize(2);
        session.chats.discard(message().key());
        assertThat(session.pending.messages().get()).isEmpty();
    }

    @Test
    void whatNamesACorrectionStandsAtTheMessage() {
        receive("a", "thursday");
        session.say(account, session.incoming.reaction(LAYLA, "c", "b", "👋"));
        session.say(account, session.incoming.correction(LAYLA, "b", "a", "friday"));
        assertThat(shown()).containsExactly("friday 👋1");
    }

    @Test
    void isStillThereWhereTheReaderComesBackTo() {
        receive("a", "thursday");
        session.say(account, session.incoming.reaction(LAYLA, "c", "a", "👋"));
        IntStream.range(0, 400).forEach(i -> receive("id" + i, "" + i));
        session.say(account, session.incoming.reaction(LAYLA, "d", "a", "🐢"));
        while (!window.timeline().get().isAtStart()) {
            window.older();
        }
        assertThat(shown().getFirst()).isEqualTo("thursday 🐢1");
    }

    @Test
    void inARoomTheRoomsIdIsNamedAndWithoutOneNothingCanBe() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        try (var there = session.timelines.open(room)) {
            session.say(account, session.incoming.inRoom("Priya", "a", "nameless", false));
            var nameless = there.timeline().get().messages().getFirst();
            assertThat(session.chats.toggleReaction(nameless.key(), "👋").toCompletableFuture())
                    .isCancelled();
            session.say(account, inRoom("Priya", "o-1", "b", "s-1", new Content.Text("named")));
            var named = there.timeline().get().messages().getLast();
            session.server(account).takeSent();
            session.chats.toggleReaction(named.key(), "👋");
            assertThat(sets())
                    .containsExactly(
                            "<reactions xmlns='urn:xmpp:reactions:0' id='s-1'>"
                                    + "<reaction>👋</reaction></reactions>");
            session.say(account, inRoom("Priya", "o-1", "c", "s-2", reaction("s-1", "👋")));
            session.say(account, inRoom("Tom", "o-2", "d", "s-3", reaction("s-1", "👋")));
            session.say(account, inRoom("Thomas", "o-2", "e", "s-4", reaction("s-1", "👋")));
            session.say(account, inRoom("Nobody", "", "f", "s-5", reaction("s-1", "👋")));
            assertThat(there.timeline().get().reactions(named.key()))
                    .singleElement()
                    .satisfies(it -> assertThat(it.count()).isEqualTo(3))
                    .matches(Reaction::isMine);
        }
    }

    private XmppEvent inRoom(
            String nick, String occupantId, String id, String name, Content content) {
        var address = JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
        var known = Optional.of(occupantId).filter(each -> !each.isEmpty());
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        ROOM,
                        true,
                        new MessageIds(id, Optional.of(id), Optional.of(name)),
                        new Author(address, known, false),
                        session.tick(),
                        content,
                        IncomingMessage.Way.LIVE));
    }

    private void receive(String id, String text) {
        session.say(account, session.incoming.from(LAYLA, id, text));
    }

    private static Content reaction(String target, String... emoji) {
        return new Content.Reaction(target, List.of(emoji));
    }

    private Message message() {
        return window.timeline().get().messages().getFirst();
    }

    private void toggle(String emoji) {
        var done = session.chats.toggleReaction(message().key(), emoji).toCompletableFuture();
        assertThat(done).isCompleted();
    }

    private String lastSent() {
        return session.server(account).takeSentIds().getLast();
    }

    /// What was sent of reactions, in order.
    private List<String> sets() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .filter(xml -> xml.contains("<reactions "))
                .map(xml -> xml.replaceFirst(".*(<reactions .*</reactions>).*", "$1"))
                .toList();
    }

    private static String set(String... emoji) {
        var each = List.of(emoji).stream().map("<reaction>%s</reaction>"::formatted).toList();
        return "<reactions xmlns='urn:xmpp:reactions:0' id='a'>"
                + String.join("", each)
                + "</reactions>";
    }

    private List<Reaction> reactions(Message message) {
        return window.timeline().get().reactions(message.key());
    }

    /// Each message with its emoji, how many put them there, and a star where we are among them.
    private List<String> shown() {
        return window.timeline().get().messages().stream()
                .map(message -> message.words().orElseThrow() + shown(reactions(message)))
                .toList();
    }

    private static String shown(List<Reaction> reactions) {
        var all = new StringBuilder();
        for (var each : reactions) {
            all.append(" ").append(each.emoji()).append(each.count());
            if (each.isMine()) {
                all.append("*");
            }
        }
        return all.toString();
    }
}
