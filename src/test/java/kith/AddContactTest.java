package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Availability;
import kith.model.Contact;
import kith.model.Refusal;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Someone is added on a real server: in the roster at once, and seen once they agree.
class AddContactTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void whoIsAddedIsSeenAndWhileOfflineNobodyIsAdded(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var bob = server.newAccount("bob");
        var carol = server.newAccount("carol");
        try (var his = LabUser.signIn(server, bob);
                var hers = RunningKith.open(folder, server, new MemorySecrets())) {
            assertThat(his.jid().asBareJid().toString()).isEqualTo(bob.jid().toString());
            var alice = hers.add(server, server.newAccount("alice"));
            var roster = hers.session().roster();
            var toBob = hers.chat(alice, bob.jid());

            assertThat(outcome(roster.add(alice, bob.jid(), "Bob", List.of("Friends")))).isEmpty();
            hers.awaitPresence(toBob, Availability.AVAILABLE);
            assertThat(roster.contact(toBob).get().map(Contact::name)).contains("Bob");

            hers.session().accounts().disconnect(alice);
            hers.awaitPresence(toBob, Availability.OFFLINE);
            assertThat(outcome(roster.add(alice, carol.jid(), "Carol", List.of())))
                    .contains(Refusal.of(Refusal.Reason.OFFLINE));
        }
    }

    private static Optional<Refusal> outcome(CompletionStage<Optional<Refusal>> command) {
        return command.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
