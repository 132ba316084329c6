package kith.lab.world;

import kith.Main;
import kith.base.Lanes;
import kith.lab.ServerProfile;
import kith.lab.TiedProcess;
import kith.lab.XmppServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Kith against a private Prosody with people in it: what `mvn -Ptry` starts.
///
/// Everything ends with the window, with this JVM, however that ends, and with the process that
/// started it. Nothing is kept: each start begins anew.
final class Try {

    private static final Path FOLDER = Path.of("target", "try");

    /// Without it, every session says that its server is gone when the end comes by a signal.
    private static final Logger SMACK = Logger.getLogger("org.jivesoftware.smack");

    private final Queue<TiedProcess> children = new ConcurrentLinkedQueue<>();

    private Try() {}

    /// Runs until the window is closed and ends the JVM.
    public static void main(String[] args) throws IOException, InterruptedException {
        SMACK.setLevel(Level.OFF);
        ProcessHandle.current().parent().ifPresent(Try::endWith);
        var attempt = new Try();
        Runtime.getRuntime().addShutdownHook(new Thread(attempt::end, "try-exit"));
        int status = 1;
        try {
            status = attempt.run();
        } finally {
            System.exit(status); // waits for the ends of all processes
        }
    }

    /// Maven may be killed in a way that it can't tell us about.
    private static void endWith(ProcessHandle starter) {
        var _ = starter.onExit().thenRun(() -> System.exit(1));
    }

    private int run() throws IOException, InterruptedException {
        System.out.println("Building a small world on a private Prosody ...");
        var server = XmppServer.prosody(ServerProfile.NORMAL);
        var world = new SampleWorld();
        world.populate(server, InstantSource.system().instant());

        remove(FOLDER);
        String profile = FOLDER.resolve("profile").toAbsolutePath().toString();
        String port = String.valueOf(server.address().getPort());
        var making = start(server, SampleProfile.class, List.of(profile, port), "");
        try (var lanes = new Lanes(Throwable::printStackTrace);
                var inhabitants = Inhabitants.signIn(server, world, lanes)) {
            if (making.awaitEnd() != 0) {
                throw new IllegalStateException("The profile can't be made");
            }
            inhabitants.leaveNews(world);
            String screen = screen();
            var kith = start(server, Main.class, List.of("--data-dir", profile), screen);
            var me = SampleWorld.me();
            System.out.printf(
                    """
                    Kith is starting as %s, on a server at 127.0.0.1, port %s.
                    A second client gets in with the password "%s", everybody's here;
                    the CA that signed the server's certificate is in
                    %s
                    Close the window to stop.
                    """,
                    me.jid(), port, me.password(), server.ca().bundle());
            return kith.awaitEnd();
        }
    }

    /// What goes into `DISPLAY`; empty where it is there already.
    private String screen() throws IOException {
        if (!VirtualScreen.isNeeded()) {
            return "";
        }
        var screen = VirtualScreen.start();
        children.add(screen.process());
        System.out.println(
                "There is no screen here; Kith opens on a virtual one, DISPLAY=" + screen.name());
        return screen.name();
    }

    private TiedProcess start(
            XmppServer server, Class<?> main, List<String> arguments, String screen) {
        var builder = ChildJvm.of(main, arguments);
        builder.environment().put("SSL_CERT_FILE", server.ca().bundle().toString());
        if (!screen.isEmpty()) {
            builder.environment().put("DISPLAY", screen);
        }
        var process = TiedProcess.start(builder);
        children.add(process);
        return process;
    }

    /// The youngest first: Kith before its screen. The server has a hook of its own.
    private void end() {
        List.copyOf(children).reversed().forEach(TiedProcess::stop);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
