package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Histories of each earlier Kith become what a new one is, with all that is in them (F25).
class UpgradeTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));

    /// What an account, a chat and three messages were in step 10: one that is answered, the
    /// answer, and one that waits.
    private static final String HISTORY =
            """
            INSERT INTO account (address, keeping, resource)
                VALUES ('juliet@capulet.example', 'ASK', 'Kith.balcony');
            INSERT INTO archive (account, address) VALUES (1, 'juliet@capulet.example');
            INSERT INTO chat (account, peer, kind, archive)
                VALUES (1, 'romeo@montague.example', 'CONTACT', 1);
            INSERT INTO message (chat, position, stanza_id, sender, mine, at, content, body, delivery,
                    fingerprint, reply_to, quoted)
                VALUES
                (1, 10, 'm1', 'romeo@montague.example', FALSE, TIMESTAMP '2026-04-01 10:00:00+00:00',
                    'TEXT', 'O', 'RECEIVED', 1, NULL, NULL),
                (1, 20, 'm2', 'romeo@montague.example', FALSE, TIMESTAMP '2026-04-01 10:01:00+00:00',
                    'TEXT', '> O\nyes', 'RECEIVED', 2, 'm1', 4),
                (1, 30, 'm3', 'juliet@capulet.example', TRUE, TIMESTAMP '2026-04-01 10:02:00+00:00',
                    'TEXT', 'no', 'QUEUED', 3, NULL, NULL);
            INSERT INTO sent (account, id, message) VALUES (1, 'm3', 3);
            INSERT INTO outbox (message) VALUES (3);
            """;

    @TempDir Path folder;

    static IntStream earlier() {
        return IntStream.range(1, Migration.shipped().size());
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void isWhatANewOneIs(int step) throws SQLException {
        var fresh = file("fresh");
        var upgraded = file("upgraded");
        migrations(step).open(upgraded, CLOCK).close();
        assertThat(schema(upgraded))
                .hasSizeGreaterThan(Migration.shipped().size())
                .containsExactlyInAnyOrderElementsOf(schema(fresh));
    }

    @Test
    void losesNothing() throws SQLException {
        try (var connection = migrations(10).open(HistoryFile.in(folder), CLOCK)) {
            execute(connection, HISTORY);
            connection.commit();
        }
        try (var profile = Profile.at(folder)) {
            var store = new MessageStore(profile.db());
            var messages = profile.in(() -> store.newest(profile.chat(Profile.ROMEO), 9));
            assertThat(messages)
                    .extracting(message -> message.ids().stanza())
                    .containsExactly("m1", "m2", "m3");
            assertThat(messages)
                    .extracting(Message::content)
                    .allMatch(Content.Text.class::isInstance);
            assertThat(messages).allMatch(Message::isStyled).noneMatch(Message::isRetracted);
            assertThat(messages.get(1).words()).contains("yes");
            assertThat(profile.in(() -> store.answered(messages.get(1))).map(Message::key))
                    .contains(messages.get(0).key());
            assertThat(messages.get(2).delivery()).isEqualTo(Delivery.QUEUED);
            assertThat(profile.in(() -> store.isTried(messages.get(2))))
                    .as("whether it left, nobody knows")
                    .isTrue();
            assertThat(profile.in(() -> store.steps(messages))).isEmpty();
        }
    }

    /// Nobody knows any more, and who was in a room is to come back to it.
    @Test
    void aRoomThatWasThereBeforeCountsAsOneThatLetUsIn() throws SQLException {
        try (var connection = migrations(10).open(HistoryFile.in(folder), CLOCK)) {
            execute(connection, HISTORY);
            execute(
                    connection,
                    """
                    INSERT INTO room (account, address, name, nick, autojoin, subject)
                        VALUES (1, 'balcony@rooms.example', 'The balcony', 'juliet', TRUE, '');
                    """);
            connection.commit();
        }
        try (var profile = Profile.at(folder)) {
            var rooms = profile.in(() -> new RoomStore(profile.db()).all(profile.account()));
            assertThat(rooms).extracting(StoredRoom::isEntered).containsExactly(true);
        }
    }

    private HistoryFile file(String name) {
        return new HistoryFile(OrderedFiles.SCHEME, folder, name);
    }

    private static Migrations migrations(int steps) {
        return new Migrations(Migration.shipped().subList(0, steps));
    }

    /// Everything but when each step was taken, after the newest was.
    private static List<String> schema(HistoryFile file) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = Migrations.shipped().open(file, CLOCK);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
