package kith.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;

class TabRoomTest {

    private static final double MENU = 50;

    @Test
    void allAreDrawnWhereTheyFit() {
        assertThat(drawn(300, 0, 100, 100, 100)).containsExactly(0, 1, 2);
    }

    @Test
    void whatHasNoRoomBesideTheMenuIsLeftOut() {
        assertThat(drawn(299, 0, 100, 100, 100)).containsExactly(0, 1);
    }

    @Test
    void theSelectedOneIsDrawnAtItsPlaceHoweverFarItIs() {
        assertThat(drawn(250, 3, 100, 100, 100, 100)).containsExactly(0, 3);
    }

    @Test
    void theSelectedOneIsDrawnEvenWhereItAloneHasNoRoom() {
        assertThat(drawn(80, 1, 100, 100)).containsExactly(1);
    }

    @Test
    void noneIsSkippedForANarrowerOneBehindIt() {
        assertThat(drawn(260, 0, 100, 200, 20)).containsExactly(0);
    }

    @Test
    void noTabsNeedNoRoom() {
        assertThat(drawn(0, -1)).isEmpty();
    }

    private static List<Integer> drawn(double room, int selected, double... widths) {
        BitSet drawn = TabRoom.drawn(widths, selected, room, MENU);
        return drawn.stream().boxed().toList();
    }
}
