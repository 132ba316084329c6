package kith.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Debian package with something the lab needs, such as a server: found, or installed when
/// missing.
///
/// Installing needs Debian or Ubuntu, and root or a `sudo` that asks nothing; elsewhere [#require]
/// fails with one line that says what to install. The package's own service is not started:
/// `policy-rc.d`, Debian's switch for that, says no while apt runs, unless the machine has such a
/// policy already.
///
/// @param name the package, for example `prosody`
/// @param thing what it brings: a command, for example `prosody`, or the whole path of a file
public record DebianPackage(String name, String thing) {

    public static final DebianPackage PROSODY = new DebianPackage("prosody", "prosody");

    /// What Prosody's community has written for it.
    public static final DebianPackage PROSODY_MODULES =
            new DebianPackage(
                    "prosody-modules",
                    "/usr/lib/prosody/modules/mod_muc_moderation/mod_muc_moderation.lua");

    public static final DebianPackage EJABBERD = new DebianPackage("ejabberd", "ejabberdctl");
    public static final DebianPackage OPENSSL = new DebianPackage("openssl", "openssl");

    /// Where servers live; not on every user's path.
    private static final List<String> ADMIN_FOLDERS =
            List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    /// Where the thing is, after installing its package if need be.
    ///
    /// @throws IllegalStateException whose message is one line: how to install it by hand
    public Path require() {
        synchronized (DebianPackage.class) { // apt-get works for one at a time
            return find().orElseGet(this::install);
        }
    }

    /// Where the thing is, if it is there.
    public Optional<Path> find() {
        return thing.startsWith("/")
                ? Optional.of(Path.of(thing)).filter(Files::isReadable)
                : find(thing);
    }

    private Path install() {
        Path apt = find("apt-get").orElseThrow(() -> missing("there is no apt-get"));
        var line = new ArrayList<String>();
        if (!"root".equals(System.getProperty("user.name"))) {
            Path sudo = find("sudo").orElseThrow(() -> missing("this is not root"));
            line.addAll(List.of(sudo.toString(), "-n"));
        }
        String script = new LabResource("install-package.sh").text();
        line.addAll(List.of("sh", "-c", script, "install-package", apt.toString(), name));
        Command installation = Command.run(line);
        return find().orElseThrow(() -> missing(installation.lastLine()));
    }

    IllegalStateException missing(String reason) {
        return new IllegalStateException(
                "%s is missing and can't be installed by itself (%s): install it with 'sudo apt-get install %s'"
                        .formatted(thing, reason, name));
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":", -1)), ADMIN_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
