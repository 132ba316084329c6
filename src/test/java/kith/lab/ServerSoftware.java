package kith.lab;

import java.util.List;
import java.util.Map;

/// What the lab has to know about one server software to run it.
interface ServerSoftware {

    /// Brings the program; called before anything else.
    DebianPackage installation();

    /// Writes settings, control module and all else the server needs into its folder. Brings what
    /// a profile needs beside the program.
    ///
    /// @return how to start it in the foreground; may be run again after the server has ended
    Launch prepare(ServerLayout layout, ServerProfile profile);

    /// A command line and what it needs in its environment beside this JVM's.
    record Launch(List<String> command, Map<String, String> environment) {}
}
