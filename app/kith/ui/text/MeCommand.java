package kith.ui.text;

/// The command `/me `: a message that tells what its author does (XEP-0245).
public final class MeCommand {

    private static final String COMMAND = "/me ";

    private MeCommand() {}

    /// Whether a message is one. Nothing else than these four chars at its very beginning makes it
    /// one.
    public static boolean is(String body) {
        return body.startsWith(COMMAND);
    }

    /// What they do: all behind the command.
    ///
    /// @param body for which [#is] holds
    public static String deed(String body) {
        return body.substring(COMMAND.length());
    }
}
