package kith.lab;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where one lab server lives: its folder, its ports on loopback, its names, its certificate. It
/// keeps them over restarts.
///
/// @param log what the server prints and logs
record ServerLayout(
        Path folder,
        Path log,
        LabCertificate certificate,
        String host,
        String secondHost,
        int port,
        int directTlsPort,
        int controlPort,
        int uploadPort,
        int federationPort,
        Path authority,
        Optional<ClusterNode> node) {

    static ServerLayout in(
            Path folder, LabCa ca, String host, String secondHost, Optional<ClusterNode> node) {
        LabCertificate certificate =
                ca.issue(
                        host, "*." + host, secondHost, "*." + secondHost, "localhost", "127.0.0.1");
        return new ServerLayout(
                folder,
                folder.resolve("server.log"),
                certificate,
                host,
                secondHost,
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                ca.bundle(),
                node);
    }

    /// For the `@key@` places in a server's settings.
    Map<String, String> placeholders() {
        return Map.ofEntries(
                Map.entry("folder", folder.toString()),
                Map.entry("log", log.toString()),
                Map.entry("chain", certificate.chain().toString()),
                Map.entry("key", certificate.key().toString()),
                Map.entry("authority", authority.toString()),
                Map.entry("host", host),
                Map.entry("second", secondHost),
                Map.entry("port", String.valueOf(port)),
                Map.entry("directTlsPort", String.valueOf(directTlsPort)),
                Map.entry("controlPort", String.valueOf(controlPort)),
                Map.entry("uploadPort", String.valueOf(uploadPort)),
                Map.entry("federationPort", String.valueOf(federationPort)));
    }
}
