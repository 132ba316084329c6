package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/// However a text is made, reading its styles looks at each of its chars a few times and no more:
/// the looks are counted.
class StylingWorkTest {

    private static final int LENGTH = 1_000_000;

    /// Once for the end of the line, once for its quotations and fences, twice for spans and what
    /// is around them, twice for where each of four styles may end.
    private static final int MOST_LOOKS = 12;

    static Stream<String> bombs() {
        return Stream.of(
                        "*",
                        "_",
                        "~",
                        "`",
                        ">",
                        "> ",
                        ">\n",
                        "\n",
                        " ",
                        "*a",
                        "*a ",
                        " *a",
                        "*a *b ",
                        "_*~`a ",
                        " _ *a ~b `c",
                        "*a* ",
                        "*_~`a`~_* ",
                        "```\n",
                        "> ```\n",
                        "> ```\n```\n",
                        "``",
                        "a*_",
                        " *_~`",
                        "*\u3000",
                        ">>>> *a\n",
                        "`*`_`~ ")
                .map(piece -> piece.repeat(LENGTH / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void h58TheWorkGrowsWithTheLengthOnly(String bomb) {
        var counted = new Counted(bomb);
        List<StyledLine> lines = BlockStyling.lines(counted, 0);
        assertThat(lines.getLast().end()).isEqualTo(bomb.length());
        assertThat(counted.looks).isLessThanOrEqualTo((long) MOST_LOOKS * bomb.length());
    }

    /// Counts how often any of its chars is looked at.
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new AssertionError("copies take time that nobody counts");
        }

        @Override
        public String toString() {
            throw new AssertionError("copies take time that nobody counts");
        }
    }
}
