package kith.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class SessionBusTest {

    @TempDir private Path folder;

    @Test
    void isWhereTheVariableSays() {
        var environment = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/x,guid=1");
        assertThat(address(environment)).contains("unix:path=/run/x,guid=1");
    }

    @Test
    void isElseTheUserBus() throws IOException {
        var environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertThat(address(environment)).isEmpty();
        Files.createFile(folder.resolve("bus"));
        assertThat(address(environment)).contains("unix:path=" + folder.resolve("bus"));
    }

    @Test
    void isNowhereWithoutASession() {
        assertThat(address(Map.of("DBUS_SESSION_BUS_ADDRESS", ""))).isEmpty();
    }

    @Test
    void startsWhatItHasAFileFor() throws IOException {
        var services = Files.createDirectories(folder.resolve("share/dbus-1/services"));
        Files.createFile(services.resolve("org.example.Clock.service"));
        var environment =
                Map.of(
                        "DBUS_SESSION_BUS_ADDRESS",
                        "unix:path=/run/x",
                        "XDG_DATA_DIRS",
                        "/nowhere:" + folder.resolve("share"));
        var bus = SessionBus.find(environment).orElseThrow();
        assertThat(bus.starts("org.example.Clock")).isTrue();
        assertThat(bus.starts("org.example.Bell")).isFalse();
    }

    private static Optional<String> address(Map<String, String> environment) {
        return SessionBus.find(environment).map(SessionBus::address);
    }
}
