package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// A kill -9 at any moment loses nothing that was said to be safe (F22), and what is there opens.
class KillTest {

    @TempDir Path folder;

    @Test
    void whatWasCommittedSurvivesAKill() throws Exception {
        killWriters(5);
    }

    @Test
    @Tag("night")
    void whatWasCommittedSurvivesTwoHundredKills() throws Exception {
        killWriters(200);
    }

    @Test
    void whatWasJournaledSurvivesAKill() throws Exception {
        var random = new Random(7);
        var safe = new ArrayList<String>();
        for (int kill = 0; kill < 3; kill++) {
            safe.addAll(KilledProcess.runAndKill(KilledProcess.Journaling.class, folder, random));
            try (var journal = Journal.open(folder)) {
                var left = new ArrayList<String>();
                journal.replay(entry -> left.add(entry.xml()));
                assertThat(left).as("after kill %d", kill).containsSubsequence(safe);
            }
        }
        assertThat(safe).hasSizeGreaterThan(60);
    }

    private void killWriters(int kills) throws Exception {
        Profile.at(folder).close();
        var random = new Random(7);
        var safe = new LinkedHashSet<String>();
        for (int kill = 0; kill < kills; kill++) {
            safe.addAll(KilledProcess.runAndKill(KilledProcess.History.class, folder, random));
            try (var profile = Profile.at(folder)) {
                var lost = new LinkedHashSet<>(safe);
                lost.removeAll(ids(profile));
                assertThat(lost).as("lost after kill %d", kill).isEmpty();
            }
        }
        assertThat(safe).hasSizeGreaterThan(20 * kills);
    }

    private static Set<String> ids(Profile profile) {
        var store = new MessageStore(profile.db());
        return profile.in(() -> store.outstanding(profile.account())).stream()
                .map(message -> message.ids().stanza())
                .collect(Collectors.toSet());
    }
}
