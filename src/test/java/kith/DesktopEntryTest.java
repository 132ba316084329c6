package kith;

import static org.assertj.core.api.Assertions.assertThat;

import im.kith.Kith;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DesktopEntryTest {

    /// JavaFX names windows after the class; a desktop looks for an entry that names it.
    @Test
    void windowsBelongToTheEntry() throws IOException {
        var id = Kith.class.getName();
        var entry = Path.of("packaging", "linux", id + ".desktop");
        assertThat(Files.readAllLines(entry)).contains("StartupWMClass=" + id, "Icon=" + id);
    }
}
