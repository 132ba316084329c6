package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Step;
import kith.model.UploadSupport;
import kith.store.MessageStore;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Files that the user sends: told of once they are where others can get them, never before and
/// never twice, whatever breaks meanwhile (F34).
class FilesTest extends FilesFixture {

    @Test
    void f34AMessageGoesWhenItsFileIsThere() {
        session.chats.send(layla, film);
        assertThat(only().delivery()).isEqualTo(Delivery.QUEUED);
        assertThat(only().content())
                .isEqualTo(
                        new Content.File(
                                Optional.empty(), "film.mov", Optional.of(6L), Optional.empty()));
        assertThat(server().takeSentIds()).isEmpty();
        var asked = server().uploads.requests().getFirst();
        assertThat(asked.getAttributeValue("filename")).isEqualTo("film.mov");
        assertThat(asked.getAttributeValue("size")).isEqualTo("6");

        gone(3);
        assertThat(session.files.moving().get()).containsExactly(Map.entry(only().key(), 3L));
        taken();

        assertThat(session.files.moving().get()).isEmpty();
        var sent = server().takeSent();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().toXML().toString())
                .contains(
                        "<body>https://d.hearth.example/1/film.mov</body>",
                        "<x xmlns='jabber:x:oob'><url>https://d.hearth.example/1/film.mov</url></x>")
                .doesNotContain("u.hearth.example", "delay");
        assertThat(only().delivery()).isEqualTo(Delivery.SENDING);
        session.say(account, new XmppEvent.MessageAcknowledged(only().ids().stanza()));
        assertThat(only().delivery()).isEqualTo(Delivery.ON_SERVER);
        assertThat(session.pending.messages().get()).isEmpty();
    }

    @Test
    void whatIsWrittenMeanwhileIsNotHeldUp() {
        session.chats.send(layla, film);
        session.chats.send(layla, "look");
        var words = session.messages(layla).getLast();
        assertThat(server().takeSentIds()).containsExactly(words.ids().stanza());
        session.say(account, new XmppEvent.MessageAcknowledged(words.ids().stanza()));

        assertThat(names()).as("what waits stands last").containsExactly("look", "film.mov");
        taken();
        assertThat(names()).containsExactly("look", "film.mov");
        assertThat(server().takeSentIds()).hasSize(1);
    }

    /// A receipt for a later message says nothing of a file that didn't go.
    @Test
    void f34AReceiptForALaterMessageLeavesItWaiting() {
        session.chats.send(layla, film);
        session.chats.send(layla, "look");
        var words = session.messages(layla).getLast();
        session.core.execute(
                () ->
                        new MessageStore(session.db)
                                .deliverTo(
                                        account,
                                        LAYLA,
                                        words.ids().stanza(),
                                        Optional.empty(),
                                        session.now()));
        assertThat(file().delivery()).isEqualTo(Delivery.QUEUED);
    }

    @Test
    void f34ALineThatBreaksLosesAndDoublesNothing() {
        session.chats.send(layla, film);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        fail(Kind.INTERRUPTED);
        assertThat(only().delivery()).isEqualTo(Delivery.QUEUED);

        session.on(account, server -> server.signedIn(true));
        assertThat(server().puts()).hasSize(2);
        taken();
        assertThat(server().takeSentIds()).containsExactly(only().ids().stanza());

        session.on(account, server -> server.signedIn(true));
        assertThat(server().puts()).hasSize(2);
        assertThat(server().takeSentIds()).isEmpty();
    }

    @Test
    void f34AFileGoesOnWhileTheStreamIsAway() {
        session.chats.send(layla, film);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        taken();
        assertThat(only().delivery()).isEqualTo(Delivery.QUEUED);
        assertThat(((Content.File) only().content()).url()).isPresent();
        session.on(account, server -> server.signedIn(true));
        assertThat(server().takeSentIds()).containsExactly(only().ids().stanza());
        assertThat(server().puts()).hasSize(1);
    }

    @Test
    void f34WhatIsChosenOfflineGoesLater() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, film);
        assertThat(only().delivery()).isEqualTo(Delivery.QUEUED);
        assertThat(server().puts()).isEmpty();
        session.on(account, server -> server.signedIn(false));
        assertThat(server().puts()).hasSize(1);
    }

    @Test
    void f34AfterARestartItIsBegunAgain() {
        session.chats.send(layla, film);
        var before = only();
        session = new ScriptedSession(session);
        session.accounts.connectAll();
        server().uploads.offer(1_000);
        session.on(account, server -> server.signedIn(false));
        assertThat(only().key()).isEqualTo(before.key());
        assertThat(server().puts()).hasSize(1);
        taken();
        assertThat(server().takeSentIds()).containsExactly(before.ids().stanza());
        assertThat(only().ids()).isEqualTo(before.ids());
        assertThat(((Content.File) only().content()).url())
                .contains("https://d.hearth.example/1/film.mov");
    }

    /// What is there may have been told of, too, so the archive is asked first, as for all words.
    @Test
    void f34AfterARestartWhatIsThereIsToldOfOnce() {
        session.chats.send(layla, film);
        taken();
        var before = only();
        session = new ScriptedSession(session);
        session.accounts.connectAll();
        session.on(account, server -> server.signedIn(false));
        assertThat(server().puts()).isEmpty();
        assertThat(only().content()).isEqualTo(before.content());
        assertThat(server().takeSentIds()).containsExactly(before.ids().stanza());
    }

    @Test
    void eachStepHasItsTime() {
        var begin = session.now();
        session.chats.send(layla, film);
        session.pass(Duration.ofSeconds(10));
        taken();
        session.pass(Duration.ofSeconds(1));
        session.say(account, new XmppEvent.MessageAcknowledged(only().ids().stanza()));
        var found = new ArrayList<Step>();
        try (var window = session.timelines.open(layla)) {
            window.versions(only().key(), kept -> found.addAll(kept.steps()));
        }
        assertThat(found)
                .containsExactly(
                        new Step(Step.Kind.QUEUED, Optional.empty(), begin),
                        new Step(Step.Kind.SENT, Optional.empty(), begin.plusSeconds(10)),
                        new Step(Step.Kind.ON_SERVER, Optional.empty(), begin.plusSeconds(11)));
    }

    @Test
    void filesOfAChatGoInTheirOrder() throws IOException {
        session.chats.send(layla, film);
        session.chats.send(layla, file("b.txt", "b"));
        session.chats.send(new ChatKey(account, ROOM), file("c.txt", "c"));
        assertThat(put()).containsExactly("film.mov", "c.txt");
        fail(0, Kind.INTERRUPTED);
        assertThat(put()).containsExactly("film.mov", "c.txt");
        session.pass(Duration.ofSeconds(5));
        assertThat(put()).containsExactly("film.mov", "c.txt", "film.mov");
        session.core.execute(server().puts().get(2)::taken);
        assertThat(put()).containsExactly("film.mov", "c.txt", "film.mov", "b.txt");
        session.chats.discard(file("b.txt").key());
        assertThat(server().puts().get(3).isCancelled()).isTrue();
    }

    @Test
    void whatIsTakenIsKnownOnceForASession() {
        var support = session.files.support(account);
        assertThat(support.get()).isEqualTo(UploadSupport.UNKNOWN);
        session.files.want(account);
        assertThat(support.get()).isEqualTo(new UploadSupport.Offered(Optional.of(1_000L)));
        session.files.want(account);
        session.chats.send(layla, film);
        session.on(account, server -> server.signedIn(true));
        assertThat(server().uploads.discoveries()).isEqualTo(1);
        server().uploads.offerNone();
        session.on(account, server -> server.signedIn(false));
        assertThat(support.get()).isEqualTo(UploadSupport.NONE);
        assertThat(server().uploads.discoveries()).isEqualTo(2);
    }

    @Test
    void othersFilesCountAsUnread() {
        var arrived =
                new Content.File(
                        Optional.of("https://d.example/a.png"),
                        "a.png",
                        Optional.empty(),
                        Optional.empty());
        session.say(account, session.incoming.arrived(LAYLA, "f-1", arrived));
        assertThat(session.chatList.unread(layla)).isEqualTo(1);
        assertThat(only().words()).contains("a.png");
    }
}
