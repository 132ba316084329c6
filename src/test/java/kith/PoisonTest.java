package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Refusal;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;

/// A message that is too large for the server, which ends the session for it (F26, H38): it is set
/// aside with a reason, and what was written before and after it arrives.
class PoisonTest {

    private static final Duration SOME_ATTEMPTS = Duration.ofMinutes(1);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void whatIsTooLargeIsSetAsideAndTheRestArrives(ServerKind kind) {
        var server = kind.shared(ServerProfile.TINY_LIMITS);
        var hers = server.newAccount("alice");
        var his = server.newAccount("bob");
        server.befriend(hers, his, "Friends");
        try (var alice = RunningKith.open(folder.resolve("a"), server, new MemorySecrets());
                var bob = RunningKith.open(folder.resolve("b"), server, new MemorySecrets())) {
            var toBob = new ChatKey(alice.add(server, hers), his.jid());
            var toAlice = new ChatKey(bob.add(server, his), hers.jid());
            alice.say(toBob, Chat.Kind.CONTACT, "before");
            alice.say(toBob, Chat.Kind.CONTACT, "x".repeat(50_000));
            alice.say(toBob, Chat.Kind.CONTACT, "after");
            await("all is settled")
                    .atMost(SOME_ATTEMPTS)
                    .until(() -> alice.hasSettled(toBob, 3) && bob.texts(toAlice).size() == 2);
            assertThat(bob.bodies(toAlice)).containsExactly("before", "after");
            assertThat(alice.texts(toBob))
                    .filteredOn(message -> message.delivery() instanceof Delivery.Failed)
                    .singleElement()
                    .satisfies(
                            message ->
                                    assertThat(((Delivery.Failed) message.delivery()).refusal())
                                            .extracting(Refusal::reason)
                                            .isEqualTo(Refusal.Reason.LIMIT));
        }
    }
}
