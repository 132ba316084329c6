package kith.session.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.model.RoomNotice.Moves;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class NoticeBoardTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private final NoticeBoard board = new NoticeBoard();

    /// Nicks that nobody holds.
    private final List<WeakReference<String>> nicks = new ArrayList<>();

    /// Half an hour with 200 who come and 200 who leave each second holds no more than the nicks
    /// that a line keeps apart, and those that are read.
    @Test
    void aCrowdThatPassesIsNotHeld() {
        pass(20_000);
        assertThat(board.all()).hasSize(1);
        assertThat(((Moves) board.all().getFirst()).came().count()).isGreaterThanOrEqualTo(19_000);
        awaitHeldAtMost(1_000);
    }

    /// The same with something said each second: of each of those lines a few nicks are read.
    @Test
    void linesOfACrowdHoldAFewNicksEach() {
        for (int line = 0; line < 300; line++) {
            pass(100);
            board.close();
        }
        assertThat(board.all()).hasSize(NoticeBoard.MOST);
        awaitHeldAtMost(NoticeBoard.MOST * 2 * 3);
    }

    private void pass(int people) {
        for (int i = 0; i < people; i++) {
            came("Passer-by " + nicks.size());
            left("Guest " + nicks.size());
        }
    }

    private void came(String nick) {
        nicks.add(new WeakReference<>(nick));
        board.came(nick, Newcomer.FIRST, MORNING, false);
    }

    private void left(String nick) {
        nicks.add(new WeakReference<>(nick));
        board.left(nick, MORNING, false);
    }

    private void awaitHeldAtMost(int most) {
        await("all other nicks forgotten")
                .untilAsserted(
                        () -> {
                            System.gc();
                            assertThat(nicks.stream().filter(each -> !each.refersTo(null)).count())
                                    .isLessThanOrEqualTo(most);
                        });
        assertThat(board.all()).isNotEmpty();
    }
}
