package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;

/// How much work it is to take messages back, however many there are.
class RetractionsWorkTest extends RetractionsFixture {

    @Test
    @Timeout(60)
    void manyOfOneMessageAndManyAnswersAreNoWork() {
        say(A, SECRET);
        var reply = Optional.of(new Reply(A, Optional.empty(), SECRET.length() + 3));
        addMany(
                i -> "q" + i,
                i -> new Content.Text("> " + SECRET + "\n" + i, reply, Optional.empty()));
        addMany(i -> "r" + i, _ -> new Content.Retraction(A));
        assertThat(shown(chat)).startsWith("1900");
        assertSecretIsGone();
    }

    /// However many there have been before.
    @Test
    void oneMoreCorrectionOrRetractionIsNoMoreWork() {
        say(A, SECRET);
        retract(chat, Profile.HIM, A);
        correct(5);
        profile.run(db -> db.update("SET QUERY_STATISTICS TRUE"));
        long few = statementsOf(() -> correct(1));
        long once = statementsOf(() -> retract(chat, Profile.HIM, A));
        correct(50);
        assertThat(statementsOf(() -> correct(1))).isEqualTo(few);
        assertThat(statementsOf(() -> retract(chat, Profile.HIM, A))).isEqualTo(once);
        assertThat(shown(chat)).containsExactly("-");
        assertSecretIsGone();
    }

    private void correct(int times) {
        for (int i = 0; i < times; i++) {
            var id = "c" + profile.now.toEpochMilli();
            add(chat, Profile.HIM, id, new Content.Correction(A, SECRET + i));
        }
    }

    private long statementsOf(Runnable work) {
        long before = statements();
        work.run();
        return statements() - before;
    }

    private long statements() {
        return profile
                .in(
                        () ->
                                profile.db()
                                        .query(
                                                "SELECT execution_count FROM"
                                                        + " information_schema.query_statistics WHERE"
                                                        + " sql_statement NOT LIKE '%_statistics%'",
                                                row -> row.getLong(1)))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
