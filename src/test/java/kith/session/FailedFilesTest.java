package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;

/// Files that the user sends and that can't be brought to where others can get them (F34).
class FailedFilesTest extends FilesFixture {

    @Test
    void f34AnInterruptedOneIsTriedAgainAndThenGivenUp() {
        session.chats.send(layla, film);
        for (int tries = 1; tries < 4; tries++) {
            fail(Kind.INTERRUPTED);
            assertThat(only().delivery()).isEqualTo(Delivery.QUEUED);
            assertThat(server().puts()).hasSize(tries);
            session.pass(Duration.ofSeconds(80));
            assertThat(server().puts()).hasSize(tries + 1);
        }
        fail(Kind.INTERRUPTED);
        assertThat(only().delivery()).isEqualTo(new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        session.pass(Duration.ofHours(1));
        assertThat(server().puts()).hasSize(4);

        session.chats.retry(only().key());
        assertThat(only().delivery()).isEqualTo(Delivery.QUEUED);
        assertThat(server().puts()).hasSize(5);
        taken();
        assertThat(server().takeSentIds()).containsExactly(only().ids().stanza());
    }

    @ParameterizedTest
    @CsvSource({"TOO_LARGE,LIMIT", "NOT_TRUSTED,UNSAFE", "FILE_GONE,FILE_GONE"})
    void f34WhatWillNotGetBetterFailsAtOnce(Kind kind, Reason reason) {
        session.chats.send(layla, film);
        fail(kind);
        assertThat(only().delivery()).isEqualTo(new Delivery.Failed(Refusal.of(reason)));
        assertThat(server().takeSentIds()).isEmpty();
        assertThat(session.files.moving().get()).isEmpty();
    }

    @Test
    void f34APlaceThatIsLostIsAskedForAgain() {
        session.chats.send(layla, film);
        fail(Kind.REFUSED);
        session.pass(Duration.ofSeconds(5));
        assertThat(server().uploads.requests()).hasSize(2);
        taken();
        assertThat(((Content.File) only().content()).url())
                .contains("https://d.hearth.example/2/film.mov");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"LIMIT", "FORBIDDEN", "NOT_ALLOWED", "UNSAFE"})
    void aServiceThatSaysNoIsBelieved(Reason reason) {
        server().uploads.refuse(new Refusal(reason, "no"));
        session.chats.send(layla, film);
        var shown = reason == Reason.LIMIT || reason == Reason.UNSAFE ? reason : Reason.OTHER;
        assertThat(only().delivery()).isEqualTo(new Delivery.Failed(new Refusal(shown, "no")));
        assertThat(server().puts()).isEmpty();
        server().uploads.grant();
        session.chats.retry(only().key());
        assertThat(server().puts()).hasSize(1);
    }

    @Test
    void aServerWithoutAServiceFailsIt() {
        server().uploads.offerNone();
        session.chats.send(layla, film);
        assertThat(only().delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.NOT_SUPPORTED)));
    }

    @Test
    void oneThatFailsLetsTheNextGo() throws IOException {
        session.chats.send(layla, film);
        session.chats.send(layla, file("b.txt", "b"));
        fail(Kind.FILE_GONE);
        assertThat(put()).containsExactly("film.mov", "b.txt");
    }

    @Test
    void aServerThatTakesNothingMoreIsLeft() {
        session.chats.send(layla, film);
        gone(1);
        session.pass(Duration.ofMinutes(2));
        assertThat(server().puts().getFirst().isCancelled()).isFalse();
        session.pass(Duration.ofMinutes(2));
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        session.pass(Duration.ofSeconds(5));
        assertThat(server().puts()).hasSize(2);
    }
}
