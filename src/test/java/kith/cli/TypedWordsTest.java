package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TypedWordsTest {

    private static final String[] LOST = {"send", "gr\uFFFD\uFFFD", ""};

    @TempDir private Path folder;

    @Test
    void areTheArgumentsWhereNothingIsLost() {
        var args = new String[] {"send", "grüß dich"};
        assertThat(TypedWords.of(folder.resolve("missing"), args)).isSameAs(args);
    }

    @Test
    void areReadAgainWhereSomethingIsLost() throws IOException {
        var line = Files.writeString(folder.resolve("line"), "java\0-cp\0x\0Main\0send\0grü\0\0");
        assertThat(TypedWords.of(line, LOST)).containsExactly("send", "grü", "");
    }

    @Test
    void stayAsTheyAreWhereTheyCannotBeReadAgain() throws IOException {
        assertThat(TypedWords.of(folder.resolve("missing"), LOST)).isSameAs(LOST);
        var latin1 = Files.write(folder.resolve("latin1"), new byte[] {'g', (byte) 0xFC, 0});
        assertThat(TypedWords.of(latin1, LOST)).isSameAs(LOST);
        var tooFew = Files.writeString(folder.resolve("short"), "send\0");
        assertThat(TypedWords.of(tooFew, LOST)).isSameAs(LOST);
    }
}
