package kith.ui.invite;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jxmpp.jid.BareJid;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a group is called that is to be made: those who are in it, until the user writes something
/// else. FX thread only.
final class GroupName {

    /// Names are read on tabs: a longer one is cut, in `char`s.
    private static final int LONGEST = 60;

    private final Invitee us;
    private final StringProperty name = new SimpleStringProperty("");
    private String given = "";

    /// @param us the user's address
    GroupName(BareJid us) {
        this.us = new Invitee(us, localpart(us));
    }

    StringProperty property() {
        return name;
    }

    /// What it is called if it is made now.
    String chosen() {
        var written = name.get().strip();
        return written.isEmpty() ? given : written;
    }

    /// It is made: it stays as it is.
    void keep() {
        name.set(chosen());
    }

    /// Others are in it now, besides the user.
    void follow(Stream<Invitee> others) {
        boolean isOurs = name.get().equals(given);
        given =
                cut(
                        Stream.concat(Stream.of(us), others)
                                .map(GroupName::calling)
                                .collect(Collectors.joining(", ")));
        if (isOurs) {
            name.set(given);
        }
    }

    /// The name that the user has for them, or the part of their address that says the most.
    private static String calling(Invitee whom) {
        return whom.name().equals(whom.address().toString())
                ? localpart(whom.address())
                : whom.name();
    }

    private static String localpart(BareJid address) {
        var local = address.getLocalpartOrNull();
        return local == null ? address.toString() : local.toString();
    }

    private static String cut(String names) {
        if (names.length() <= LONGEST) {
            return names;
        }
        int end = names.lastIndexOf(", ", LONGEST);
        int kept = end > 0 ? end : names.offsetByCodePoints(0, LONGEST / 2);
        return names.substring(0, kept) + "…";
    }
}
