package kith.bench;

import kith.lab.BigRoom;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;

import java.time.Duration;
import java.util.Locale;

/// A room of thousands is entered, with the list of people open, and 200 others come and 200 go
/// each second: `kith.BigRoomWindow` in a JVM with the options of the installed Kith, the room on a
/// scripted server in this one.
///
/// @param display where the window is
record BigRoomScenario(VirtualDisplay display, int people) implements Scenario {

    private static final int COMING = 200;
    private static final Duration LENGTH = Duration.ofSeconds(20);

    @Override
    public String title() {
        return String.format(Locale.ROOT, "A room of %,d", people);
    }

    @Override
    public void run(Report report) {
        var account = ScriptedServer.account("mara");
        var room = new BigRoom(people, COMING, LENGTH);
        try (var profile = Profile.create();
                var server = ScriptedServer.start(Script.signIn(account).then(room))) {
            new MeasuredProgram(display, title())
                    .run(
                            "kith.BigRoomWindow",
                            report,
                            new MoreMemory(title(), report),
                            profile.folder().toString(),
                            LabCa.shared().bundle().toString(),
                            String.valueOf(server.address().getPort()),
                            String.valueOf(people));
        }
    }
}
