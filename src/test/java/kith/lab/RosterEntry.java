package kith.lab;

import org.jxmpp.jid.BareJid;

import java.util.List;

/// One contact as it stands in an account's roster on the server (RFC 6121 §2.1).
///
/// @param name shown instead of the address; empty for none
/// @param subscription `both`, `to`, `from` or `none`
public record RosterEntry(BareJid jid, String name, List<String> groups, String subscription) {

    /// A contact subscribed both ways.
    public static RosterEntry both(BareJid jid, String name, String... groups) {
        return new RosterEntry(jid, name, List.of(groups), "both");
    }
}
