package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void aFileNameFitsAnyFileSystem() {
        assertThat(FileName.of("Layla Haddad")).isEqualTo("Layla Haddad");
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("_.._etc_passwd");
        assertThat(FileName.of("a\u202eb\0c\nd:*?\"<>|\\")).doesNotContain("\u202e", "/", "\\");
        assertThat(FileName.of("nul")).isEqualTo("_nul");
        assertThat(FileName.of("COM1.old")).isEqualTo("_COM1.old");
        assertThat(FileName.of("Conrad")).isEqualTo("Conrad");
        var flags = FileName.of("😀".repeat(500));
        assertThat(flags).isEqualTo("😀".repeat(60));
        assertThat((flags + ".jsonl").getBytes(UTF_8)).hasSizeLessThan(256);
        assertThat(FileName.of(" .. ")).isEqualTo("chat");
        assertThat(FileName.of("名".repeat(500)).length()).isEqualTo(80);
    }
}
