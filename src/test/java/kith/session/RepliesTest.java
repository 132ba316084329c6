package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Reply;
import kith.session.chat.TimelineWindow;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Messages that answer others (XEP-0461), as the timeline shows them.
class RepliesTest {

    private static final String LASTING = "0123456789012345678901";

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
    void oursNamesTheMessageAndRepeatsItForThoseWhoKnowNoReplies() {
        receive("a", "thursday\nor friday");
        session.server(account).takeSent();
        session.chats.reply(layla, message(0).key(), "Friday.");
        assertThat(sent())
                .contains("<reply xmlns='urn:xmpp:reply:0' id='a' to='" + LAYLA + "'></reply>")
                .contains("<body>> thursday\n> or friday\nFriday.</body>")
                .contains("<body start='0' end='23'></body>");
        assertThat(message(1).words()).contains("Friday.");
        assertThat(answered(1)).contains("thursday\nor friday");
    }

    @Test
    void ofALongMessageTheBeginningIsRepeated() {
        receive("a", "one\ntwo\nthree\nfour");
        receive("b", "👋".repeat(400));
        session.server(account).takeSent();
        session.chats.reply(layla, message(0).key(), "Yes");
        assertThat(sent()).contains("<body>> one\n> two\n> three…\nYes</body>");
        session.chats.reply(layla, message(1).key(), "Yes");
        assertThat(sent()).contains("<body>> " + "👋".repeat(149) + "…\nYes</body>");
    }

    /// Of what is answered the words are repeated, not what they repeat themselves.
    @Test
    void anAnswerToAnAnswerRepeatsTheAnswer() {
        receive("a", "thursday");
        session.chats.reply(layla, message(0).key(), "Friday.");
        session.server(account).takeSent();
        session.chats.reply(layla, message(1).key(), "No, Saturday.");
        assertThat(sent()).contains("to='" + ME + "'", "<body>> Friday.\nNo, Saturday.</body>");
        assertThat(answered(2)).contains("Friday.");
    }

    @Test
    void aCorrectionOfAnAnswerAnswersTheSame() {
        receive("a", "thursday");
        session.chats.reply(layla, message(0).key(), "Fryday.");
        session.server(account).takeSent();
        session.chats.correct(message(1).key(), "Friday.");
        assertThat(sent())
                .contains("<replace ", "<reply ", "<body>> thursday\nFriday.</body>")
                .contains("<body start='0' end='11'></body>");
        assertThat(message(1).words()).contains("Friday.");
        assertThat(answered(1)).contains("thursday");
    }

    @Test
    void anAnswerGoesOnInTheThread() {
        session.say(account, arrived("a", text("thursday", Optional.of("t-1"))));
        session.server(account).takeSent();
        session.chats.reply(layla, message(0).key(), "Friday.");
        assertThat(sent()).contains("<thread>t-1</thread>");
        session.chats.correct(message(1).key(), "Saturday.");
        assertThat(sent()).contains("<replace ", "<thread>t-1</thread>");
        session.chats.send(layla, "By the way");
        assertThat(sent()).doesNotContain("<thread>");
    }

    @Test
    void whatIsAnsweredIsShownAsItIsNow() {
        receive("a", "thursday");
        session.say(account, arrived("b", reply("a", "> thursday\n", "Friday.")));
        assertThat(message(1).words()).contains("Friday.");
        session.say(account, session.incoming.correction(LAYLA, "c", "a", "wednesday"));
        assertThat(answered(1)).contains("wednesday");
    }

    @Test
    void whatIsAnsweredMayComeLater() {
        session.say(account, arrived("b", reply(LASTING, "> thursday\n", "Friday.")));
        assertThat(answered(0)).isEmpty();
        assertThat(message(0).quote()).contains("thursday");
        receive(LASTING, "thursday");
        assertThat(answered(0)).contains("thursday");
    }

    /// It may be what corrects a message.
    @Test
    void whatIsAnsweredMayBeACorrectionThatComesLater() {
        receive("a", "thursday");
        session.say(account, arrived("b", reply(LASTING, "> friday\n", "Fine.")));
        assertThat(answered(1)).isEmpty();
        session.say(account, session.incoming.correction(LAYLA, LASTING, "a", "friday"));
        assertThat(answered(1)).contains("friday");
    }

    @Test
    void anIdThatIsUsedAgainIsNotWhatWasAnswered() {
        session.say(account, arrived("b", reply("1", "> thursday\n", "Friday.")));
        receive("1", "hello again");
        assertThat(answered(0)).isEmpty();
    }

    @Test
    void whatIsGoneIsAnsweredByNone() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "thursday");
        session.chats.reply(layla, message(0).key(), "Friday.");
        assertThat(answered(1)).contains("thursday");
        session.chats.discard(message(0).key());
        assertThat(answered(0)).isEmpty();
        assertThat(message(0).quote()).contains("thursday");
        session.chats.reply(layla, new MessageKey(4_711), "Nobody said that.");
        assertThat(message(1).reply()).isEmpty();
    }

    @Test
    void inARoomTheRoomsIdIsNamedAndWhoAnswersUsSpeaksOfUs() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        try (var there = session.timelines.open(room)) {
            session.say(account, inRoom("Priya", "a", "s-1", new Content.Text("thursday")));
            session.server(account).takeSent();
            var hers = there.timeline().get().messages().getFirst();
            session.chats.reply(room, hers.key(), "Friday.");
            assertThat(sent())
                    .contains(
                            "<reply xmlns='urn:xmpp:reply:0' id='s-1' to='"
                                    + ROOM
                                    + "/Priya'></reply>");
            session.say(account, session.incoming.inRoom("Priya", "b", "nameless", false));
            var nameless = there.timeline().get().messages().get(1);
            session.chats.reply(room, nameless.key(), "Well.");
            assertThat(sent())
                    .contains("<body>> nameless\nWell.</body>")
                    .doesNotContain("<reply ", "<fallback ");
        }
        session.chats.markRead(room);
        session.say(account, mine("Mara", "c", "s-3", new Content.Text("I can")));
        session.say(account, inRoom("Priya", "d", "s-4", reply("s-1", "", "not to you")));
        assertThat(session.chatList.chat(room).get().map(Chat::isMentioned)).contains(false);
        session.say(account, inRoom("Priya", "e", "s-5", reply("s-3", "", "to you")));
        assertThat(session.chatList.chat(room).get().map(Chat::isMentioned)).contains(true);
    }

    /// The words that are repeated are nobody's mention.
    @Test
    void whoRepeatsOurNameDoesNotCallUs() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        var asked = reply("s-0", "> Where is Mara?\n", "No idea");
        session.say(account, inRoom("Priya", "a", "s-1", asked));
        assertThat(session.chatList.chat(room).get().map(Chat::isMentioned)).contains(false);
        session.say(account, inRoom("Tom", "b", "s-2", new Content.Text("Mara?")));
        assertThat(session.chatList.chat(room).get().map(Chat::isMentioned)).contains(true);
    }

    @Test
    void whatIsBeingAnsweredIsStillThereAfterARestart() {
        receive("a", "thursday");
        session.draftReplies.set(layla, Optional.of(message(0).key()));
        assertThat(kept(new ScriptedSession(session))).containsExactly("thursday");
        session.draftReplies.set(layla, Optional.empty());
        assertThat(kept(session)).isEmpty();
    }

    private List<String> kept(ScriptedSession in) {
        var read = new ArrayList<String>();
        in.draftReplies.get(layla, message -> read.add(message.words().orElseThrow()));
        return read;
    }

    private static Content text(String body, Optional<String> thread) {
        return new Content.Text(body, Optional.empty(), thread);
    }

    private static Content reply(String target, String quotation, String words) {
        var reply = new Reply(target, Optional.empty(), quotation.length());
        return new Content.Text(quotation + words, Optional.of(reply), Optional.empty());
    }

    private XmppEvent arrived(String id, Content content) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        LAYLA,
                        false,
                        new MessageIds(id, Optional.empty(), Optional.empty()),
                        new Author(LAYLA, Optional.empty(), false),
                        session.tick(),
                        content,
                        IncomingMessage.Way.LIVE));
    }

    private XmppEvent inRoom(String nick, String id, String name, Content content) {
        return inRoom(nick, id, name, content, false);
    }

    private XmppEvent mine(String nick, String id, String name, Content content) {
        return inRoom(nick, id, name, content, true);
    }

    private XmppEvent inRoom(String nick, String id, String name, Content content, boolean isMine) {
        var address = JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        ROOM,
                        true,
                        new MessageIds(id, Optional.of(id), Optional.of(name)),
                        new Author(address, Optional.empty(), isMine),
                        session.tick(),
                        content,
                        IncomingMessage.Way.LIVE));
    }

    private void receive(String id, String text) {
        session.say(account, session.incoming.from(LAYLA, id, text));
    }

    private Message message(int at) {
        return window.timeline().get().messages().get(at);
    }

    private Optional<String> answered(int at) {
        return window.timeline().get().answered(message(at).key()).flatMap(Message::words);
    }

    /// The last that was sent with words.
    private String sent() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .filter(xml -> xml.contains("<body>"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
