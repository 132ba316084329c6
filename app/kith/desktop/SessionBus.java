package kith.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the desktop session's D-Bus listens, and what it would start. Looks only; connects to
/// nothing.
///
/// @param address as in the D-Bus Specification, "Server Addresses"
/// @param services the folders with a file for each service that it starts when it is asked for
///   (D-Bus Specification, "Message Bus Starting Services")
public record SessionBus(String address, List<Path> services) {

    /// The bus of the process's session: as its variable says, else where systemd's user bus is.
    ///
    /// @param environment the variables of the process
    /// @return empty where there is none, as in containers and under cron
    public static Optional<SessionBus> find(Map<String, String> environment) {
        var services = services(environment);
        var told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").strip();
        if (!told.isEmpty()) {
            return Optional.of(new SessionBus(told, services));
        }
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists)
                .map(socket -> new SessionBus("unix:path=" + socket, services));
    }

    /// Whether the bus would start a service by this name. One that isn't started by the bus may
    /// still be there.
    public boolean starts(String name) {
        return services.stream()
                .anyMatch(folder -> Files.exists(folder.resolve(name + ".service")));
    }

    private static List<Path> services(Map<String, String> environment) {
        var system = environment.getOrDefault("XDG_DATA_DIRS", "");
        var folders = system.isEmpty() ? "/usr/local/share:/usr/share" : system;
        return Stream.of(folders.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "dbus-1", "services"))
                .toList();
    }
}
