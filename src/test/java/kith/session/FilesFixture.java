package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ChosenFile;
import kith.model.Content;
import kith.model.LocalFile;
import kith.model.Message;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A session of one account whose server takes files, and a film to send with it.
abstract class FilesFixture {

    @TempDir Path folder;
    ScriptedSession session;
    AccountId account;
    ChatKey layla;
    LocalFile film;

    @BeforeEach
    void open() throws IOException {
        session = new ScriptedSession(folder.resolve("kept"));
        account = session.signIn();
        layla = new ChatKey(account, LAYLA);
        film = file("film.mov", "moving");
        server().uploads.offer(1_000);
    }

    LocalFile keep() {
        return session.files
                .keep(() -> "picture".getBytes(StandardCharsets.UTF_8), "Picture.png")
                .toCompletableFuture()
                .join();
    }

    LocalFile file(String name, String content) throws IOException {
        return look(Files.writeString(folder.resolve(name), content)).file();
    }

    ChosenFile.Usable look(Path path) {
        var chosen = session.files.look(List.of(path)).toCompletableFuture().join().getFirst();
        return (ChosenFile.Usable) chosen;
    }

    ScriptedLink server() {
        return session.server(account);
    }

    List<String> put() {
        return server().puts().stream().map(each -> each.file.name()).toList();
    }

    void gone(long bytes) {
        server().puts().getLast().gone(bytes);
    }

    void taken() {
        session.core.execute(server().puts().getLast()::taken);
    }

    void fail(Kind kind) {
        fail(server().puts().size() - 1, kind);
    }

    void fail(int put, Kind kind) {
        session.core.execute(() -> server().puts().get(put).fail(kind));
    }

    Message only() {
        assertThat(session.messages(layla)).hasSize(1);
        return session.messages(layla).getFirst();
    }

    Message file() {
        return session.messages(layla).stream()
                .filter(each -> each.content() instanceof Content.File)
                .findFirst()
                .orElseThrow();
    }

    Message file(String name) {
        return session.messages(layla).stream()
                .filter(each -> each.words().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    List<String> names() {
        return session.messages(layla).stream().map(each -> each.words().orElseThrow()).toList();
    }
}
