package kith.model;

import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.util.Optional;

/// The picture that somebody in a room announces (XEP-0153). It is theirs as long as they announce
/// it, and nobody's by their nick.
///
/// @param whose the address that they have in the room
/// @param hash the SHA-1 of the picture, 40 hexadecimal digits
public record OccupantPicture(Jid whose, String hash) {

    /// The same of whoever is called otherwise now.
    ///
    /// @return empty for what can be nobody's nick
    Optional<OccupantPicture> renamed(String nick) {
        return Optional.ofNullable(Resourcepart.fromOrNull(nick))
                .map(it -> new OccupantPicture(JidCreate.fullFrom(whose.asBareJid(), it), hash));
    }
}
