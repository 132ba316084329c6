package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.PresenceSubscription;
import kith.model.RosterItem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class RosterStoreTest {

    private final Profile profile = Profile.inMemory();
    private final RosterStore store = new RosterStore(profile.db());

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void aWholeRosterReplacesWhatWasThere() {
        replace("v1", item("a", "A"), item("b", "B"), item("c", "C"));
        replace("v2", item("d", "D"), item("b", "B"), item("c", "changed"));
        assertThat(items()).containsExactly(item("b", "B"), item("c", "changed"), item("d", "D"));
        assertThat(version()).contains("v2");
        profile.in(
                () -> {
                    store.replaceAll(profile.account(), Optional.empty(), List.of());
                    return store;
                });
        assertThat(items()).isEmpty();
        assertThat(version()).isEmpty();
    }

    @Test
    void whatIsPushedIsAddedChangedAndRemovedWithItsVersion() {
        profile.run(db -> store.put(profile.account(), Optional.of("v1"), item("a", "A")));
        profile.run(db -> store.put(profile.account(), Optional.of("v2"), item("a", "changed")));
        assertThat(items()).containsExactly(item("a", "changed"));
        assertThat(version()).contains("v2");
        profile.run(
                db -> store.remove(profile.account(), Optional.of("v3"), item("a", "").address()));
        assertThat(items()).isEmpty();
        assertThat(version()).contains("v3");
    }

    @Test
    void theSameRosterAgainWritesNoItem() {
        var roster = new RosterItem[] {item("a", "A"), item("b", "B")};
        replace("v1", roster);
        profile.run(db -> db.update("SET QUERY_STATISTICS TRUE"));
        replace("v2", roster);
        assertThat(written("MERGE INTO roster_item")).isZero();
        replace("v3", item("a", "A"), item("b", "changed"));
        assertThat(written("MERGE INTO roster_item")).isEqualTo(1);
    }

    private int written(String statement) {
        return profile.in(
                        () ->
                                profile.db()
                                        .find(
                                                """
                                                SELECT SUM(execution_count)
                                                FROM information_schema.query_statistics
                                                WHERE sql_statement LIKE ?
                                                """,
                                                row -> row.getInt(1),
                                                statement + "%"))
                .orElseThrow();
    }

    private void replace(String version, RosterItem... items) {
        profile.run(
                db -> store.replaceAll(profile.account(), Optional.of(version), List.of(items)));
    }

    private List<RosterItem> items() {
        return profile.in(() -> store.all(profile.account()));
    }

    private Optional<String> version() {
        return profile.in(() -> store.version(profile.account()));
    }

    private static RosterItem item(String name, String shown) {
        return new RosterItem(
                Profile.entity(name + "@montague.example"),
                shown,
                List.of("Friends"),
                PresenceSubscription.BOTH,
                false);
    }
}
