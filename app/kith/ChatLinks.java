package kith;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.Session;
import kith.ui.text.Addresses;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Where `xmpp:` links lead (RFC 5122): to the chat with their address, in the first account's
/// name. Whether to enter a room that a link wants joined (XEP-0045 §13.2) is asked, for it may
/// come from anywhere. What else a link wants isn't done.
///
/// FX thread only.
final class ChatLinks {

    private final Session session;
    private BiConsumer<ChatKey, Optional<String>> joining = (_, _) -> {};

    ChatLinks(Session session) {
        this.session = session;
    }

    /// Says what asks whether to enter a room, with the password that came with the link.
    void onJoin(BiConsumer<ChatKey, Optional<String>> newJoining) {
        joining = newJoining;
    }

    /// Opens what is at the link; nothing where that is no address.
    void open(String link) {
        Addresses.parse(link).flatMap(this::chat).ifPresent(chat -> open(chat, link));
    }

    private Optional<ChatKey> chat(BareJid address) {
        return session.accounts().accounts().get().stream()
                .findFirst()
                .map(own -> new ChatKey(own.account().id(), address));
    }

    private void open(ChatKey chat, String link) {
        boolean isRoom = session.rooms().room(chat).get().isPresent();
        if (!isRoom && Addresses.isToJoin(link)) {
            joining.accept(chat, Addresses.password(link));
        } else {
            session.tabs().open(chat, isRoom ? Chat.Kind.ROOM : Chat.Kind.CONTACT);
        }
    }
}
