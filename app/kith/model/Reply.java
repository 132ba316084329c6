package kith.model;

import org.jxmpp.jid.Jid;

import java.util.Optional;
import java.util.regex.Pattern;

/// Says of a message which one it answers (XEP-0461).
///
/// @param target the id of that one: its sender's, in a room the one that the room gave it
/// @param author who wrote that one, where it says so; anybody may say anything
/// @param quoted how many `char`s at the beginning of the body only repeat that one, for programs
///   that know no replies (XEP-0428)
public record Reply(String target, Optional<Jid> author, int quoted) {

    /// Before each line that is repeated.
    private static final Pattern SIGN = Pattern.compile("^> ?", Pattern.MULTILINE);

    /// Of what was sent, what the sender said.
    String words(String body) {
        return body.substring(Math.min(quoted, body.length()));
    }

    /// Of what was sent, what the sender repeats of the other message; empty where nothing.
    ///
    /// @param most how many `char`s of it are looked at
    String quote(String body, int most) {
        var beginning = body.substring(0, Math.min(Math.min(quoted, most), body.length()));
        return SIGN.matcher(beginning).replaceAll("").stripTrailing();
    }
}
