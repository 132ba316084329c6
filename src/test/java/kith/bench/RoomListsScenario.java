package kith.bench;

import kith.lab.LabCa;
import kith.lab.RoomLists;
import kith.lab.Script;
import kith.lab.ScriptedServer;

import java.util.Locale;

/// The lists of a room with thousands on them are read, searched and scrolled:
/// `kith.RoomListsWindow` in a JVM with the options of the installed Kith, the room on a scripted
/// server in this one.
///
/// @param display where the window is
/// @param people on each list
record RoomListsScenario(VirtualDisplay display, int people) implements Scenario {

    @Override
    public String title() {
        return String.format(Locale.ROOT, "Room lists of %,d", people);
    }

    @Override
    public void run(Report report) {
        var account = ScriptedServer.account("mara");
        try (var profile = Profile.create();
                var server =
                        ScriptedServer.start(Script.signIn(account).then(new RoomLists(people)))) {
            new MeasuredProgram(display, title())
                    .run(
                            "kith.RoomListsWindow",
                            report,
                            new MoreMemory(title(), report),
                            profile.folder().toString(),
                            LabCa.shared().bundle().toString(),
                            String.valueOf(server.address().getPort()),
                            String.valueOf(people));
        }
    }
}
