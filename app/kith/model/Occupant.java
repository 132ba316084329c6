package kith.model;

import kith.model.RoomTraits.Trait;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;

/// Someone in a room.
///
/// @param address their real address, where the room lets us see it (XEP-0045 §7.2.3)
/// @param occupantId who they are there whatever their nick (XEP-0421)
/// @param hats what else they are there (XEP-0317)
/// @param picture the one that they announce (XEP-0153)
/// @param visit which they are of those who were seen to come under this nick, from 0: who has the
///   nick of somebody who left, and isn't known to be them, has another number
public record Occupant(
        String nick,
        Role role,
        Affiliation affiliation,
        Optional<BareJid> address,
        Presence presence,
        boolean isMe,
        Optional<String> occupantId,
        List<Hat> hats,
        Optional<OccupantPicture> picture,
        int visit) {

    public Occupant {
        hats = List.copyOf(hats);
    }

    /// The first who was seen under this nick, without a picture.
    public Occupant(
            String nick,
            Role role,
            Affiliation affiliation,
            Optional<BareJid> address,
            Presence presence,
            boolean isMe,
            Optional<String> occupantId,
            List<Hat> hats) {
        this(
                nick,
                role,
                affiliation,
                address,
                presence,
                isMe,
                occupantId,
                hats,
                Optional.empty(),
                0);
    }

    /// One of whom the room says no more.
    public Occupant(
            String nick,
            Role role,
            Affiliation affiliation,
            Optional<BareJid> address,
            Presence presence,
            boolean isMe) {
        this(nick, role, affiliation, address, presence, isMe, Optional.empty(), List.of());
    }

    /// What decides their colour: the real address, as everywhere, else what stays when they change
    /// their nick, else that and which of those who had it they are.
    public String colorKey() {
        return address.map(BareJid::toString)
                .or(() -> occupantId)
                .orElseGet(() -> colorKey(nick, visit));
    }

    /// What decides the colour of one of whom only this is known. The first one's stays when the
    /// program starts again.
    public static String colorKey(String nick, int visit) {
        return visit == 0 ? nick : nick + '\n' + visit;
    }

    /// Whether they are who was meant, whatever either was called: by their id in the room, else by
    /// their address.
    ///
    /// @param who as [Confidant] has it; anybody is where nobody knows
    public boolean is(Optional<String> who) {
        return who.isEmpty()
                || who.equals(occupantId)
                || who.equals(address.map(BareJid::toString));
    }

    /// The same with a picture.
    public Occupant pictured(OccupantPicture shown) {
        return with(nick, occupantId, hats, Optional.of(shown), visit);
    }

    /// The same under another nick.
    public Occupant renamed(String newNick) {
        return with(newNick, occupantId, hats, picture.flatMap(it -> it.renamed(newNick)), visit);
    }

    /// The same as that one of those who came under this nick.
    public Occupant inVisit(int number) {
        return number == visit ? this : with(nick, occupantId, hats, picture, number);
    }

    /// The same, of whom only that is believed which such a room vouches for: in any other they
    /// say it themselves. Who says no more than that is the very same: of a crowd most are.
    public Occupant believing(RoomTraits traits) {
        boolean isIdBelieved = occupantId.isEmpty() || traits.is(Trait.OCCUPANT_IDS);
        boolean areHatsBelieved = hats.isEmpty() || traits.is(Trait.HATS);
        return isIdBelieved && areHatsBelieved
                ? this
                : with(
                        nick,
                        isIdBelieved ? occupantId : Optional.empty(),
                        areHatsBelieved ? hats : List.of(),
                        picture,
                        visit);
    }

    /// The same person, as they are there now.
    private Occupant with(
            String newNick,
            Optional<String> newId,
            List<Hat> newHats,
            Optional<OccupantPicture> newPicture,
            int newVisit) {
        return new Occupant(
                newNick,
                role,
                affiliation,
                address,
                presence,
                isMe,
                newId,
                newHats,
                newPicture,
                newVisit);
    }

    /// What they may do now (XEP-0045 §5.1), most first.
    public enum Role {
        MODERATOR,
        PARTICIPANT,
        VISITOR
    }

    /// Their lasting standing (XEP-0045 §5.2), most first.
    public enum Affiliation {
        OWNER,
        ADMIN,
        MEMBER,
        NONE
    }
}
