package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ChosenFile;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Step;
import kith.model.UploadSupport;
import kith.store.MessageStore;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files that the user sends: told of once they are where others can get them, never before and
/// never twice, whatever breaks meanwhile (F34).
class FilesTest {

    @TempDir Path folder;
    private ScriptedSession session;
    private AccountId account;
    private ChatKey layla;
    private LocalFile film;

    @BeforeEach
    void open() throws IOException {
        session = new ScriptedSession(folder.resolve("kept"));
        account = session.signIn();
        layla = new ChatKey(account, LAYLA);
        film = file("film.mov", "moving");
        server().uploads.offer(1_000);
    }

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
        session.say(account, session.ownRetraction(LAYLA, "c", id));
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        assertThat(picture.path()).doesNotExist();
        assertThat(session.files.moving().get()).isEmpty();
        session.core.execute(() -> server().puts().getFirst().taken());
        session.on(account, server -> server.signedIn(true));
        assertThat(server().puts()).hasSize(1);
        assertThat(server().takeSent()).isEmpty();
        assertThat(session.messages(layla).getFirst().content()).isEqualTo(Content.RETRACTED);
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
    void whatIsChosenIsLookedAt() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));
        var gone = folder.resolve("gone.txt");
        var chosen =
                session.files
                        .look(List.of(film.path(), folder, empty, gone))
                        .toCompletableFuture()
                        .join();
        assertThat(chosen)
                .containsExactly(
                        new ChosenFile.Usable(film, false),
                        new ChosenFile.Unusable(
                                folder.getFileName().toString(), ChosenFile.Reason.FOLDER),
                        new ChosenFile.Unusable("empty", ChosenFile.Reason.EMPTY),
                        new ChosenFile.Unusable("gone.txt", ChosenFile.Reason.UNREADABLE));
    }

    /// A small file can hold a picture that fills all memory.
    @ParameterizedTest
    @CsvSource({
        "a.png,89504e470d0a1a0a0000000d494844520000000300000002,true",
        "bomb.png,89504e470d0a1a0a0000000d494844520000c3500000c350,false",
        "none.png,89504e470d0a1a0a0000000d494844520000000000000002,false",
        "below.png,89504e470d0a1a0a0000000d49484452ffffffff00000002,false",
        "cut.png,89504e470d0a1a0a0000000d49484452,false",
        "words.png,776f726473,false",
        "a.jpg,ffd8ffe100040102ffffc2000b0800020003,true",
        "bomb.jpg,ffd8ffe100040102ffc0000b08fffffffe,false",
        "tables.jpg,ffd8ffc4000b0800020003,false",
        "odd.jpg,ffd800,false",
        "a.gif,47494638396103000200,true",
        "bomb.gif,474946383961ffffffff,false",
        "a.bmp,424d000000000000000000000000280000000300000002000000,true",
        "down.bmp,424d0000000000000000000000002800000003000000feffffff,true",
        "bomb.bmp,424d00000000000000000000000028000000ffff00ffff000000,false",
        "a.txt,89504e470d0a1a0a0000000d494844520000000300000002,false"
    })
    void aPictureIsOneThatCanBeShown(String name, String head, boolean isPicture)
            throws IOException {
        var path = Files.write(folder.resolve(name), HexFormat.of().parseHex(head));
        assertThat(look(path).isPicture()).isEqualTo(isPicture);
    }

    @Test
    void aPictureInALargeFileIsNotShown() throws IOException {
        var head = HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000300000002");
        var path = Files.write(folder.resolve("a.png"), Arrays.copyOf(head, 21_000_000));
        assertThat(look(path).isPicture()).isFalse();
    }

    @Test
    void aNameIsMadeFitToBeSeen() throws IOException {
        var strange = file("a\u202Egpj\n.exe", "x");
        assertThat(strange.name()).isEqualTo("agpj.exe");
    }

    @Test
    void whatIsKeptIsGoneOnceItIsThere() {
        var picture = keep();
        assertThat(picture.name()).isEqualTo("Picture.png");
        assertThat(picture.path()).exists().hasParent(folder.resolve("kept"));
        session.chats.send(layla, picture);
        fail(Kind.TOO_LARGE);
        assertThat(picture.path()).exists();
        session.chats.retry(only().key());
        taken();
        assertThat(picture.path()).doesNotExist();
        assertThat(film.path()).exists();
    }

    @Test
    void whatIsKeptIsGoneWithItsMessage() {
        var picture = keep();
        session.chats.send(layla, picture);
        fail(Kind.TOO_LARGE);
        session.chats.discard(only().key());
        assertThat(picture.path()).doesNotExist();
        var other = keep();
        session.files.release(other);
        assertThat(other.path()).doesNotExist();
        session.files.release(film);
        assertThat(film.path()).exists();
    }

    @Test
    void whatACrashLeftIsRemovedAtTheNextStart() {
        var sent = keep();
        session.chats.send(layla, sent);
        var forgotten = keep();
        session = new ScriptedSession(session);
        assertThat(sent.path()).exists();
        assertThat(forgotten.path()).doesNotExist();
    }

    /// As on a computer whose system has another language now, or another kind of names.
    @Test
    void f34APathThatIsNoneHereHoldsUpNothingElse() throws IOException {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, film);
        session.chats.send(layla, file("b.txt", "b"));
        var kept = keep();
        session.chats.send(layla, kept);
        long row = file("film.mov").key().row();
        session.core.execute(
                () ->
                        session.db.update(
                                "UPDATE upload SET path = ? WHERE message = ?",
                                "/home/\0/film.mov",
                                row));
        session = new ScriptedSession(session);
        assertThat(kept.path()).exists();
        session.accounts.connectAll();
        server().uploads.offer(1_000);
        session.on(account, server -> server.signedIn(false));
        assertThat(file("film.mov").delivery())
                .isEqualTo(new Delivery.Failed(Refusal.of(Reason.FILE_GONE)));
        assertThat(put()).containsExactly("b.txt");
        session.chats.retry(file("film.mov").key());
        session.chats.discard(file("film.mov").key());
        taken();
        assertThat(put()).containsExactly("b.txt", "Picture.png");
    }

    @Test
    void anAccountThatIsRemovedTakesItsFilesWithIt() {
        session.chats.send(layla, film);
        session.accounts.remove(account);
        assertThat(server().puts().getFirst().isCancelled()).isTrue();
        assertThat(session.files.moving().get()).isEmpty();
    }

    @Test
    void othersFilesCountAsUnread() {
        var arrived =
                new Content.File(
                        Optional.of("https://d.example/a.png"),
                        "a.png",
                        Optional.empty(),
                        Optional.empty());
        session.say(account, session.arrived(LAYLA, "f-1", arrived));
        assertThat(session.chatList.unread(layla)).isEqualTo(1);
        assertThat(only().words()).contains("a.png");
    }

    private LocalFile keep() {
        return session.files
                .keep(() -> "picture".getBytes(StandardCharsets.UTF_8), "Picture.png")
                .toCompletableFuture()
                .join();
    }

    private LocalFile file(String name, String content) throws IOException {
        return look(Files.writeString(folder.resolve(name), content)).file();
    }

    private ChosenFile.Usable look(Path path) {
        var chosen = session.files.look(List.of(path)).toCompletableFuture().join().getFirst();
        return (ChosenFile.Usable) chosen;
    }

    private ScriptedLink server() {
        return session.server(account);
    }

    private List<String> put() {
        return server().puts().stream().map(each -> each.file.name()).toList();
    }

    private void gone(long bytes) {
        server().puts().getLast().gone(bytes);
    }

    private void taken() {
        session.core.execute(server().puts().getLast()::taken);
    }

    private void fail(Kind kind) {
        fail(server().puts().size() - 1, kind);
    }

    private void fail(int put, Kind kind) {
        session.core.execute(() -> server().puts().get(put).fail(kind));
    }

    private Message only() {
        assertThat(session.messages(layla)).hasSize(1);
        return session.messages(layla).getFirst();
    }

    private Message file() {
        return session.messages(layla).stream()
                .filter(each -> each.content() instanceof Content.File)
                .findFirst()
                .orElseThrow();
    }

    private Message called(String id) {
        return session.messages(layla).stream()
                .filter(each -> each.ids().stanza().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Message file(String name) {
        return session.messages(layla).stream()
                .filter(each -> each.words().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return session.messages(layla).stream().map(each -> each.words().orElseThrow()).toList();
    }
}
