package kith.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ejabberd, as the lab runs it: in the foreground, with `ejabberd.yml`.
///
/// Started by `erl` and not by `ejabberdctl`, which would change the user and want a node name. The
/// Erlang node here has none, so it opens no port for other nodes and needs no port mapper, unless
/// it is one of a cluster; the lab speaks with it over HTTP and ends it by a signal.
final class Ejabberd implements ServerSoftware {

    private static final Pattern LIBRARIES =
            Pattern.compile("^ERL_LIBS='(.*)'$", Pattern.MULTILINE);
    private static final Pattern EJABBERD_FOLDER = Pattern.compile("ejabberd-[0-9.]+");

    /// Memory that is never zero when it is new. Debian's `ets_cache` counts its tables up to a
    /// number that it never sets (`load` in `ets_cache.c` of cache_tab 1.0.30): where that happens
    /// to be zero, ejabberd ends with "Maximum number (0) of ETS cache tables has reached".
    private static final String MEMORY = "glibc.malloc.tcache_count=0:glibc.malloc.perturb=1";

    private static final String NATIVE_MEMORY_OF_ITS_OWN = "+MRe";

    @Override
    public DebianPackage installation() {
        return DebianPackage.EJABBERD;
    }

    @Override
    public Launch prepare(ServerLayout layout, ServerProfile profile) {
        Path libraries = libraries();
        var values = new HashMap<>(layout.placeholders());
        values.putAll(values(profile));
        boolean isFederated = profile == ServerProfile.FEDERATED;
        values.put("federation", isFederated ? "all" : "none");
        values.put("federationListener", isFederated ? listener(layout.federationPort()) : "");
        var settings = new LabResource("ejabberd.yml").writeTo(layout.folder(), values);
        compileControl(layout.folder(), libraries);
        var command =
                new ArrayList<>(
                        List.of(
                                "erl",
                                "-noinput",
                                "+sbwt", // no busy waiting: the tests need the processor
                                "none",
                                NATIVE_MEMORY_OF_ITS_OWN,
                                "false",
                                "-pa",
                                layout.folder().toString(),
                                "-mnesia",
                                "dir",
                                "\"" + layout.folder().resolve("data") + "\""));
        var environment = new HashMap<>(environment(layout.folder(), libraries, settings));
        layout.node().ifPresent(node -> beNode(node, command, environment));
        command.addAll(List.of("-s", "ejabberd"));
        return new Launch(command, environment);
    }

    private static Map<String, String> environment(Path folder, Path libraries, Path settings) {
        return Map.of(
                "GLIBC_TUNABLES", MEMORY,
                "ERL_LIBS", libraries.toString(),
                "EJABBERD_CONFIG_PATH", settings.toString(),
                "EJABBERD_LOG_PATH", folder.resolve("ejabberd.log").toString(),
                "ERL_CRASH_DUMP_BYTES", "0",
                "ERL_INETRC", namesOfPeers(folder).toString(),
                "HOME", folder.toString());
    }

    private static void beNode(
            ClusterNode node, List<String> command, Map<String, String> environment) {
        command.addAll(
                List.of(
                        "-sname",
                        node.fullName(),
                        "-setcookie",
                        "lab",
                        "-start_epmd",
                        "false",
                        "-kernel",
                        "inet_dist_use_interface",
                        "{127,0,0,1}"));
        environment.put("ERL_EPMD_PORT", String.valueOf(node.mapper()));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    }

    /// Settings by which it asks no DNS but that of [PeerNames].
    private static Path namesOfPeers(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("inetrc"),
                    """
                    {resolv_conf, ""}.
                    {nameserver, {127,0,0,1}, %d}.
                    """
                            .formatted(PeerNames.shared().port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String listener(int federationPort) {
        return """
          - port: %d
            ip: "127.0.0.1"
            module: ejabberd_s2s_in
        """
                .formatted(federationPort);
    }

    private static Map<String, String> values(ServerProfile profile) {
        boolean archiving = profile != ServerProfile.NO_ARCHIVE;
        boolean tiny = profile == ServerProfile.TINY_LIMITS;
        return Map.of(
                "archive",
                archiving ? "  mod_mam: { default: always, assume_mam_usage: true }" : "",
                "archiving",
                String.valueOf(archiving),
                "stanzaSize",
                tiny ? "10000" : "262144",
                "uploadSize",
                tiny ? "10000" : "104857600",
                "resumption",
                profile == ServerProfile.SHORT_RESUMPTION ? "1" : "600",
                "acknowledgements",
                tiny ? "10" : "infinity",
                "roomMakers",
                profile == ServerProfile.STRICT_ROOMS ? "none" : "all");
    }

    private static void compileControl(Path folder, Path libraries) {
        var source = new LabResource("mod_lab.erl").writeTo(folder, Map.of());
        var includes = ejabberd(libraries).resolve("include");
        var compilation =
                Command.run(
                        List.of(
                                "erlc",
                                "-I",
                                includes.toString(),
                                "-o",
                                folder.toString(),
                                source.toString()));
        if (!compilation.succeeded()) {
            throw new IllegalStateException(compilation.output());
        }
    }

    private static Path ejabberd(Path libraries) {
        try (var folders = Files.list(libraries)) {
            return folders.filter(
                            each ->
                                    EJABBERD_FOLDER
                                            .matcher(each.getFileName().toString())
                                            .matches())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No ejabberd in " + libraries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where Debian has put ejabberd; its start script knows.
    private Path libraries() {
        try {
            Matcher line = LIBRARIES.matcher(Files.readString(installation().require()));
            if (line.find()) {
                return Path.of(line.group(1));
            }
            throw new IllegalStateException("ejabberdctl doesn't say where ejabberd is");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
