package kith.lab;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;

import java.util.List;

/// How a room is to be, before it is made on a server. Every room is persistent and public, shows
/// real addresses to moderators only, and anybody may join who meets the conditions here.
///
/// @param subject empty for none
/// @param password empty for none
/// @param membersOnly whether only `members` and `owners` may enter
public record RoomPlan(
        EntityBareJid jid,
        String name,
        String subject,
        String password,
        boolean membersOnly,
        boolean nonAnonymous,
        List<BareJid> owners,
        List<BareJid> members,
        List<BareJid> banned) {

    /// A room anybody may enter.
    public static RoomPlan open(EntityBareJid jid, String name) {
        return new RoomPlan(jid, name, "", "", false, false, List.of(), List.of(), List.of());
    }

    public RoomPlan withSubject(String text) {
        return new RoomPlan(
                jid, name, text, password, membersOnly, nonAnonymous, owners, members, banned);
    }

    public RoomPlan withPassword(String text) {
        return new RoomPlan(
                jid, name, subject, text, membersOnly, nonAnonymous, owners, members, banned);
    }

    /// The same room, for these people only.
    public RoomPlan onlyFor(BareJid... people) {
        return new RoomPlan(
                jid, name, subject, password, true, nonAnonymous, owners, List.of(people), banned);
    }

    /// The same room, where everybody sees everybody's real address.
    public RoomPlan showingAddresses() {
        return new RoomPlan(
                jid, name, subject, password, membersOnly, true, owners, members, banned);
    }

    public RoomPlan ownedBy(BareJid... people) {
        return new RoomPlan(
                jid,
                name,
                subject,
                password,
                membersOnly,
                nonAnonymous,
                List.of(people),
                members,
                banned);
    }

    public RoomPlan banning(BareJid... people) {
        return new RoomPlan(
                jid,
                name,
                subject,
                password,
                membersOnly,
                nonAnonymous,
                owners,
                members,
                List.of(people));
    }
}
