package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Message;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Files that the user sends and doesn't want to have sent after all.
class FilesTakenBackTest extends FilesFixture {

    @Test
    void isCancelled() {
        session.chats.send(layla, film);
        session.chats.send(layla, "look");
        session.chats.discard(file().key());
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        assertThat(names()).containsExactly("look");
        session.core.execute(() -> server().puts().getFirst().taken());
        assertThat(server().takeSentIds()).hasSize(1);
        session.on(account, server -> server.signedIn(true));
        session.pass(Duration.ofHours(1));
        assertThat(server().puts()).hasSize(1);
        assertThat(film.path()).exists();
    }

    /// As its words are where it has some: nobody is told of what never left.
    @Test
    void isTakenBackBeforeItLeaves() {
        session.chats.send(layla, film);
        session.chats.retract(only().key());
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        assertThat(session.messages(layla)).isEmpty();
        assertThat(session.files.moving().get()).isEmpty();
        assertThat(session.pending.messages().get()).isEmpty();
        session.core.execute(() -> server().puts().getFirst().taken());
        session.on(account, server -> server.signedIn(true));
        assertThat(server().takeSent()).isEmpty();
        assertThat(server().puts()).hasSize(1);
    }

    /// Even where the archive is still to say what it has of the chat: it can't have this.
    @Test
    void isTakenBackWhileTheChatIsHeldBack() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "look");
        var picture = keep();
        session.chats.send(layla, picture);
        var silent = session.archive(ScriptedSession.ME);
        silent.holdAfter(0);
        session.on(account, server -> server.signedIn(false));
        session.chats.retract(file().key());
        assertThat(names()).containsExactly("look");
        assertThat(server().puts().getLast().isCancelled()).isTrue();
        assertThat(picture.path()).doesNotExist();
    }

    @Test
    void isTakenBackWhereItHasLeft() {
        session.chats.send(layla, film);
        taken();
        var id = server().takeSentIds().getLast();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        session.chats.retract(only().key());
        var sent = server().takeSent().getFirst();
        assertThat(sent.toXML().toString()).contains("<retract", id).doesNotContain("film.mov");
        session.say(account, new XmppEvent.MessageAcknowledged(sent.getStanzaId()));
        var gone = called(id);
        assertThat(gone.content()).isEqualTo(Content.RETRACTED);
        assertThat(gone.retracting()).isEmpty();
    }

    /// What it waits for is nothing that anybody waits for then.
    @Test
    void whatAnotherDeviceTakesBackIsBroughtNowhere() {
        var picture = keep();
        session.chats.send(layla, picture);
        var id = only().ids().stanza();
        session.say(account, session.incoming.ownRetraction(LAYLA, "c", id));
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        assertThat(picture.path()).doesNotExist();
        assertThat(session.files.moving().get()).isEmpty();
        session.core.execute(() -> server().puts().getFirst().taken());
        session.on(account, server -> server.signedIn(true));
        assertThat(server().puts()).hasSize(1);
        assertThat(server().takeSent()).isEmpty();
        assertThat(session.messages(layla).getFirst().content()).isEqualTo(Content.RETRACTED);
    }

    private Message called(String id) {
        return session.messages(layla).stream()
                .filter(each -> each.ids().stanza().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
