package kith;

import kith.cli.CommandLineStart;
import kith.xmpp.link.XmlLimits;

/// Where the program begins.
public final class Main {

    private Main() {}

    /// Does what the command line says and ends the process with one of [kith.cli.ExitCode].
    public static void main(String[] args) {
        XmlLimits.lift(); // before any class that reads XML
        var kith = new Kith();
        int code = CommandLineStart.run(kith, args);
        kith.ready();
        System.exit(code);
    }
}
