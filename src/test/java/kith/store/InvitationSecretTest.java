package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChatKey;
import kith.model.Invitation;
import kith.model.Inviter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The password of an invitation is in the profile only as long as it waits for an answer.
class InvitationSecretTest {

    private static final String SECRET = "canary-3f9c1d";

    @TempDir Path folder;

    @Test
    void anAnsweredInvitationLeavesNoPasswordInTheProfile() throws Exception {
        var invitation = invitation(Profile.at(folder));
        assertThat(isInProfile()).isTrue(); // or the test would find nothing, ever
        try (var profile = Profile.at(folder)) {
            profile.run(
                    db ->
                            new InvitationStore(db)
                                    .close(
                                            new ChatKey(profile.account(), invitation.room()),
                                            invitation.at()));
        }
        assertThat(isInProfile()).isFalse();
    }

    @Test
    void noLogHasIt() {
        var at = Instant.EPOCH;
        var invitation =
                new Invitation(
                        Profile.ROOM,
                        new Inviter.Person(Profile.ROMEO),
                        "",
                        Optional.of(SECRET),
                        at);
        assertThat(invitation.toString()).contains(Profile.ROOM).doesNotContain(SECRET);
    }

    private static Invitation invitation(Profile opened) {
        try (opened) {
            var invitation =
                    new Invitation(
                            Profile.ROOM,
                            new Inviter.Person(Profile.ROMEO),
                            "Come",
                            Optional.of(SECRET),
                            opened.now);
            opened.run(db -> new InvitationStore(db).put(opened.account(), invitation));
            return invitation;
        }
    }

    private boolean isInProfile() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(SECRET)) {
                    return true;
                }
            }
        }
        return false;
    }
}
