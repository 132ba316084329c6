package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Chat;
import kith.model.ChosenFile;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.Refusal;
import kith.model.UploadSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Files over a real server: whoever gets the message can get the file, whole, and each is told of
/// once (XEP-0363, XEP-0066, XEP-0447).
@ParameterizedClass
@EnumSource
class FilesTest extends FriendsFixture {

    private final ServerKind kind;

    FilesTest(ServerKind kind) {
        super(kind, "shared");
        this.kind = kind;
    }

    @Test
    void inAChat() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.kith().session().tabs().open(annas.chat(bob.jid()), Chat.Kind.CONTACT);
        var film = file(annas, "très cool.mov", 3_000_000);
        send(annas, bob.jid(), film);
        annas.kith().say(annas.chat(bob.jid()), Chat.Kind.CONTACT, "Look");

        var got = awaitFile(bobs, anna.jid());
        assertThat(got.name())
                .as("a service may call it otherwise in its address")
                .isEqualTo("très cool.mov");
        assertThat(got.size()).contains(3_000_000L);
        assertThat(get(annas, got)).isEqualTo(Files.readAllBytes(film.path()));
        awaitSettled(annas, bob.jid(), 2);
        var ours = awaitFile(annas, bob.jid());
        assertThat(ours.url()).isEqualTo(got.url());
        assertThat(ours.size()).contains(3_000_000L);

        var annasOther = user("Anna", anna, "anna 2");
        assertThat(awaitFile(annasOther, bob.jid())).isEqualTo(ours);
    }

    @Test
    void inARoom() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        bobs.enter(room);
        var film = file(annas, "film.mov", 5_000);
        send(annas, room, film);
        var got = awaitFile(bobs, room);
        assertThat(get(annas, got)).isEqualTo(Files.readAllBytes(film.path()));
        awaitSettled(annas, room, 1);
        assertThat(files(annas, room)).hasSize(1);
    }

    /// It may be anywhere on its way when Kith ends.
    @Test
    void f34RestartsLoseAndDoubleNothing() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var film = file(annas, "film.mov", 4_000_000);
        for (int round = 1; round <= 3; round++) {
            send(annas, bob.jid(), film);
            annas.go();
            annas.come();
        }
        await("all three")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(deliveries(annas, bob.jid()))
                                        .hasSize(3)
                                        .containsOnly(Delivery.DELIVERED));
        awaitSettled(annas, bob.jid(), 3);
        annas.kith().say(annas.chat(bob.jid()), Chat.Kind.CONTACT, "All?");
        await("the words after them")
                .atMost(RunningKith.PATIENCE)
                .until(() -> bobs.kith().texts(bobs.chat(anna.jid())).size() == 1);
        assertThat(files(bobs, anna.jid())).hasSize(3);
        assertThat(files(bobs, anna.jid()).stream().map(each -> each.ids().stanza()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aServerSaysHowMuchItTakes() throws Exception {
        var server = kind.shared(ServerProfile.TINY_LIMITS);
        var account = server.newAccount("anna");
        try (var user = new KithUser("Anna", server, account, folder.resolve("tiny"))) {
            user.come();
            var files = user.kith().session().files();
            var own = user.chat(account.jid());
            files.want(own.account());
            await("what it takes")
                    .atMost(RunningKith.PATIENCE)
                    .until(
                            () ->
                                    files.support(own.account())
                                            .get()
                                            .equals(
                                                    new UploadSupport.Offered(
                                                            Optional.of(10_000L))));
            send(user, account.jid(), file(user, "large.bin", 10_001));
            await("the refusal")
                    .atMost(RunningKith.PATIENCE)
                    .until(
                            () ->
                                    files(user, account.jid()).getFirst().delivery()
                                                    instanceof Delivery.Failed(var refusal)
                                            && refusal.reason() == Refusal.Reason.LIMIT);
        }
    }

    private LocalFile file(KithUser user, String name, int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var path = Files.write(folder.resolve(name), bytes);
        var chosen = user.kith().session().files().look(List.of(path));
        return ((ChosenFile.Usable) chosen.toCompletableFuture().join().getFirst()).file();
    }

    private static void send(KithUser user, BareJid peer, LocalFile file) {
        user.kith().session().chats().send(user.chat(peer), file).toCompletableFuture().join();
    }

    private static byte[] get(KithUser user, Content.File file) throws Exception {
        try (var client =
                HttpClient.newBuilder().sslContext(user.server().ca().clientContext()).build()) {
            var request = HttpRequest.newBuilder(URI.create(file.url().orElseThrow())).build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static Content.File awaitFile(KithUser user, BareJid peer) {
        await(user.name() + " has the file")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                files(user, peer).stream()
                                        .anyMatch(
                                                each ->
                                                        ((Content.File) each.content())
                                                                .url()
                                                                .isPresent()));
        return (Content.File) files(user, peer).getFirst().content();
    }

    private static void awaitSettled(KithUser user, BareJid peer, int count) {
        await("all of " + user.name() + "'s on the server")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () -> {
                            var all = user.kith().messages(user.chat(peer));
                            return all.size() == count
                                    && all.stream()
                                            .noneMatch(it -> Delivery.isOutstanding(it.delivery()));
                        });
    }

    private static List<Message> files(KithUser user, BareJid peer) {
        return user.kith().messages(user.chat(peer)).stream()
                .filter(each -> each.content() instanceof Content.File)
                .toList();
    }

    private static List<Delivery> deliveries(KithUser user, BareJid peer) {
        return files(user, peer).stream().map(Message::delivery).toList();
    }
}
