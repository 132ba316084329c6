package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Mute;
import kith.model.SharedFlags;
import kith.xmpp.XmppEvent;

import java.time.Duration;
import java.util.List;

/// Two devices of one account at one server, which keeps what they share of pins and mutes.
abstract class FlagSharingFixture {

    static final String BOOKMARKS = "urn:xmpp:bookmarks:1";
    static final String OURS = "im.kith.chats:0";
    static final String BARE =
            "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'>"
                    + "<nick>Mara</nick></conference>";
    static final String PINNED =
            BARE.replace(
                    "</conference>",
                    "<extensions><pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions>"
                            + "</conference>");
    static final Mute OFF = new Mute.Off();
    static final Mute ALWAYS = new Mute.Always();
    static final Duration HOUR = Duration.ofHours(1);

    final ScriptedPep pep = new ScriptedPep();
    final ScriptedSession desk = new ScriptedSession();
    final ScriptedSession lap = new ScriptedSession();
    final AccountId account = device(desk);
    final ChatKey layla = new ChatKey(account, LAYLA);
    final ChatKey room = new ChatKey(account, ROOM);

    FlagSharingFixture() {
        assertThat(device(lap)).isEqualTo(account);
        for (var each : List.of(desk, lap)) {
            each.tabs.openInBackground(layla, Chat.Kind.CONTACT);
            each.tabs.openInBackground(room, Chat.Kind.ROOM);
        }
    }

    AccountId device(ScriptedSession session) {
        var id = session.signIn();
        session.server(id).keep(pep, session.core);
        pep.tell(events -> hear(session, id, events));
        goes(session);
        comes(session);
        return id;
    }

    static void hear(ScriptedSession session, AccountId id, List<XmppEvent> events) {
        session.on(
                id,
                server -> {
                    if (server.isUp() && server.isActive()) {
                        server.say(events.toArray(XmppEvent[]::new));
                    }
                });
    }

    static void goes(ScriptedSession session) {
        var lost = ConnectionProblem.Kind.CONNECTION_LOST;
        session.servers.values().forEach(it -> session.core.execute(() -> it.lost(lost)));
    }

    static void comes(ScriptedSession session) {
        session.servers.values().forEach(it -> session.core.execute(() -> it.signedIn(false)));
        session.servers.values().forEach(ScriptedLink::takeSent);
    }

    void assertBoth(ChatKey chat, boolean isPinned, Mute mute) {
        assertFlags(desk, chat, isPinned, mute);
        assertFlags(lap, chat, isPinned, mute);
    }

    static void assertFlags(ScriptedSession session, ChatKey chat, boolean isPinned, Mute mute) {
        assertThat(shared(session, chat)).isEqualTo(new SharedFlags(isPinned, mute));
    }

    void assertServer(ChatKey chat, String node, boolean isPinned, Mute mute) {
        var item = pep.find(node, chat.peer().toString()).orElse("");
        assertThat(item.contains("<pinned")).isEqualTo(isPinned);
        assertThat(item.contains("<never")).isEqualTo(!(mute instanceof Mute.Off));
        if (mute instanceof Mute.Until(var end)) {
            assertThat(item).contains(end.toString());
        }
    }

    static SharedFlags shared(ScriptedSession session, ChatKey chat) {
        var flags = session.flags.flags().get().getOrDefault(chat, ChatFlags.NONE);
        return new SharedFlags(flags.isPinned(), flags.mute());
    }
}
