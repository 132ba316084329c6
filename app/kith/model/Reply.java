package kith.model;

import org.jxmpp.jid.Jid;

import java.util.Optional;
import java.util.stream.Collectors;

/// Says of a message which one it answers (XEP-0461).
///
/// @param target the id of that one: its sender's, in a room the one that the room gave it
/// @param author who wrote that one, where it says so; anybody may say anything
/// @param quoted how many `char`s at the beginning of the body only repeat that one, for programs
///   that know no replies (XEP-0428)
public record Reply(String target, Optional<Jid> author, int quoted) {

    /// Of what was sent, what the sender said.
    String words(String body) {
        return body.substring(Math.min(quoted, body.length()));
    }

    /// Of what was sent, what the sender repeats of the other message; empty where nothing.
    public String quote(String body) {
        return body.substring(0, Math.min(quoted, body.length()))
                .lines()
                .map(line -> line.replaceFirst("^> ?", ""))
                .collect(Collectors.joining("\n"));
    }
}
