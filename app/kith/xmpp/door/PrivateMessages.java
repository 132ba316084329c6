package kith.xmpp.door;

import kith.model.Chat;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.Optional;
import java.util.function.Function;

/// Tells what somebody in a room says in private (XEP-0045 §7.5) from what a contact says.
///
/// A room is known by our being in it, or having a chat of it: whatever comes from one of its
/// occupants is said in it, with or without the mark that only some services put there. That mark
/// alone makes nobody a room, for everyone can send it: a contact who does stays a contact, and a
/// stranger's message is a stranger's. It counts where we ourselves have written it (XEP-0280
/// §6.1), and in what our server kept while this device knew nothing of the room (XEP-0313).
///
/// Core lane only.
final class PrivateMessages {

    private static final String MUC_USER = "http://jabber.org/protocol/muc#user";

    private final JoinedRooms rooms;
    private final Function<BareJid, Optional<Chat.Kind>> chatWith;

    PrivateMessages(JoinedRooms rooms, Function<BareJid, Optional<Chat.Kind>> chatWith) {
        this.rooms = rooms;
        this.chatWith = chatWith;
    }

    /// Whether a message is one. Errors are not: they are of a message of ours, whichever that was.
    ///
    /// @param other the full address on the other side
    /// @param isMine whether we have sent it
    boolean isOne(Message message, Jid other, boolean isMine, Way way) {
        if (!other.hasResource() || message.getType() == Message.Type.error) {
            return false;
        }
        var room = other.asBareJid();
        if (rooms.of(room).isPresent()) {
            return true;
        }
        return switch (chatWith.apply(room).orElse(null)) {
            case ROOM -> true;
            case CONTACT -> isMine && isMarked(message);
            case null -> isMarked(message) && (isMine || way == Way.CARBON || way == Way.ARCHIVE);
        };
    }

    /// What invites somebody to a room has the same mark, with more in it (§7.8).
    private static boolean isMarked(Message message) {
        return Tree.in(message, "x", MUC_USER)
                .filter(x -> x.getElements().stream().noneMatch(PrivateMessages::isOfInvitation))
                .isPresent();
    }

    private static boolean isOfInvitation(StandardExtensionElement child) {
        return child.getElementName().equals("invite") || child.getElementName().equals("decline");
    }
}
