package kith.lab;

import java.nio.file.Path;
import java.util.Map;

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
        int uploadPort) {

    static ServerLayout in(Path folder, LabCa ca, String host, String secondHost) {
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
                LoopbackPorts.free());
    }

    /// For the `@key@` places in a server's settings.
    Map<String, String> placeholders() {
        return Map.of(
                "folder", folder.toString(),
                "log", log.toString(),
                "chain", certificate.chain().toString(),
                "key", certificate.key().toString(),
                "host", host,
                "second", secondHost,
                "port", String.valueOf(port),
                "directTlsPort", String.valueOf(directTlsPort),
                "controlPort", String.valueOf(controlPort),
                "uploadPort", String.valueOf(uploadPort));
    }
}
