package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Presence;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.TypingChanged;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Who is writing (XEP-0085), until they say otherwise or can't any more.
class TypistsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();

    @Test
    void somebodyWritesUntilTheyStopOrSaySomething() {
        session.say(account, session.incoming.from(LAYLA, "m1", "hello"));
        type(LAYLA, "phone", true);
        assertThat(typists(LAYLA)).containsExactly("phone");
        type(LAYLA, "phone", false);
        assertThat(typists(LAYLA)).isEmpty();
    }

    @Test
    void inARoomTheyAreKnownByTheirNicksInTheOrderInWhichTheyBegan() {
        enter();
        type(ROOM, "Samuel", true);
        type(ROOM, "Émile", true);
        type(ROOM, "Samuel", true);
        assertThat(typists(ROOM)).containsExactly("Samuel", "Émile");
        session.say(account, session.incoming.inRoom("Samuel", "m1", "hello", false));
        assertThat(typists(ROOM)).containsExactly("Émile");
    }

    @Test
    void whoIsGoneWritesNoMore() {
        session.say(account, session.incoming.from(LAYLA, "m1", "hello"));
        type(LAYLA, "phone", true);
        type(LAYLA, "desk", true);
        var phone = JidCreate.fullFromOrThrowUnchecked(LAYLA + "/phone");
        session.say(
                account,
                new XmppEvent.PresenceChanged(phone, Presence.OFFLINE, 0, Optional.empty()));
        assertThat(typists(LAYLA)).containsExactly("desk");
    }

    @Test
    void whoLeavesTheRoomOrIsCalledOtherwiseWritesNoMore() {
        enter();
        List.of("Samuel", "Émile", "Priya").forEach(nick -> type(ROOM, nick, true));
        session.say(account, new XmppEvent.OccupantLeft(ROOM, "Samuel"));
        assertThat(typists(ROOM)).containsExactly("Émile", "Priya");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Émile", "Emil"));
        assertThat(typists(ROOM)).containsExactly("Priya");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));
        assertThat(typists(ROOM)).isEmpty();
    }

    @Test
    void whoIsSilentForLongWritesNoMore() {
        session.say(account, session.incoming.from(LAYLA, "m1", "hello"));
        type(LAYLA, "phone", true);
        session.pass(Duration.ofSeconds(100));
        type(LAYLA, "phone", true);
        session.pass(Duration.ofSeconds(100));
        assertThat(typists(LAYLA)).containsExactly("phone");
        session.pass(Duration.ofSeconds(100));
        assertThat(typists(LAYLA)).isEmpty();
    }

    @Test
    void noMoreAreKeptThanCanBeShown() {
        session.say(account, session.incoming.from(LAYLA, "m1", "hello"));
        IntStream.range(0, 1_000).forEach(device -> type(LAYLA, "device" + device, true));
        assertThat(typists(LAYLA)).hasSize(50);
        int waiting = session.timer.waiting();
        IntStream.range(0, 1_000)
                .mapToObj(
                        it -> JidCreate.bareFromOrThrowUnchecked("stranger" + it + "@far.example"))
                .forEach(stranger -> type(stranger, "phone", true));
        assertThat(session.timer.waiting()).isEqualTo(waiting);
    }

    private void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    private void type(BareJid chat, String who, boolean isTyping) {
        var sender = JidCreate.fullFromOrThrowUnchecked(chat + "/" + who);
        session.say(account, new TypingChanged(chat, sender, isTyping));
    }

    private List<String> typists(BareJid peer) {
        return session.chatList.chat(new ChatKey(account, peer)).get().stream()
                .map(Chat::typists)
                .flatMap(List::stream)
                .toList();
    }
}
