package kith.bench;

import kith.lab.LabAccount;
import kith.lab.PastStanza;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes the AOT cache of an application image: lets Kith do once what it does at every start, and
/// keeps the classes it loaded, linked and profiled (JEP 483, 514, 515).
///
/// Kith starts for the second time, with its window, on a real server: gets contacts, presences,
/// messages and history, shows a chat, scrolls up in it, sends; at last its account is taken away,
/// so that the sign-in view comes. What it doesn't meet here starts as slowly as in any Java
/// program.
///
/// Needs what the lab needs (Prosody), an X server (Xvfb) and a hand at its mouse (xdotool), and
/// installs them where it may.
public final class TrainingRun {

    private static final int CONTACTS = 300;
    private static final int MESSAGES = 200;
    private static final int TURNS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAINTING = Duration.ofSeconds(3);

    private TrainingRun() {}

    /// Makes the cache unless the image has one, and ends the JVM.
    ///
    /// @param args the application image
    public static void main(String[] args) throws IOException {
        var image = new KithImage(Path.of(args[0]).toAbsolutePath());
        if (!image.isTrained()) {
            Path recording = image.folder().resolveSibling("kith.aotconf");
            record(image, recording);
            create(image, recording);
            Files.delete(recording);
            image.useCache();
        }
        System.exit(0); // Smack's threads would stay
    }

    private static void record(KithImage image, Path recording) {
        try (var world = new BenchWorld(image)) {
            LabAccount account = world.accountWith(CONTACTS);
            BareJid friend = world.watcher().user().jid().asBareJid();
            world.server().fillArchive(account.jid(), conversation(friend, account.jid()));
            try (var profile = world.profileOf(account)) {
                world.startOnce(profile, account, "xmpp:" + friend);
                var arrival = world.watcher().next(account.jid());
                try (var kith = world.open(profile, recordingTo(recording), "--events")) {
                    world.windows().await(PATIENCE);
                    EntityFullJid client = Watcher.await(arrival).client();
                    world.watcher().ping(client);
                    hear(world.watcher(), kith, client);
                    image.command(profile, "xmpp:" + friend);
                    letItPaint();
                    world.display().turnWheelUp(TURNS);
                    image.command(profile, "send", "--to", friend.toString(), "Hello");
                    image.command(profile, "account", "remove", account.jid().toString());
                    letItPaint();
                }
            }
        }
    }

    private static void hear(Watcher watcher, KithProcess kith, EntityFullJid client) {
        List<String> sent =
                IntStream.range(0, MESSAGES)
                        .mapToObj(i -> watcher.user().say(client, "Hello " + i))
                        .toList();
        if (History.await(kith, sent).lost() > 0) {
            throw new IllegalStateException("Kith does not hear:\n" + kith.complaints());
        }
    }

    private static void letItPaint() {
        try {
            Thread.sleep(PAINTING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kith paints", e);
        }
    }

    private static Map<String, String> recordingTo(Path recording) {
        return Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=record -XX:AOTConfiguration=" + recording);
    }

    /// Kith doesn't run in this: the JVM makes the cache and ends.
    private static void create(KithImage image, Path recording) {
        String options =
                "-XX:AOTMode=create -XX:AOTConfiguration=%s -XX:AOTCache=%s"
                        .formatted(recording, image.cache());
        try (var profile = Profile.create();
                var jvm = image.start(profile, Map.of("JAVA_TOOL_OPTIONS", options))) {
            jvm.awaitSuccess();
        }
    }

    private static List<PastStanza> conversation(BareJid friend, BareJid account) {
        var yesterday = InstantSource.system().instant().minus(Duration.ofDays(1));
        return IntStream.range(0, MESSAGES)
                .mapToObj(
                        i ->
                                PastStanza.chat(
                                        i % 2 == 0 ? friend : account,
                                        i % 2 == 0 ? account : friend,
                                        yesterday.plusSeconds(i),
                                        "Yesterday I said this, and it was number " + i))
                .toList();
    }
}
