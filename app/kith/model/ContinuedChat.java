package kith.model;

import org.jxmpp.jid.BareJid;

import java.time.Instant;

/// A chat of two that went on in a group.
///
/// @param name of the group; empty as long as it isn't known
public record ContinuedChat(ChatKey chat, BareJid group, String name, Instant at) {

    /// The group.
    public ChatKey room() {
        return new ChatKey(chat.account(), group);
    }

    /// The same, with the name that is known now.
    public ContinuedChat named(String newest) {
        return new ContinuedChat(chat, group, newest, at);
    }
}
