package kith.store.search;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages to be found.
final class Samples {

    static final BareJid LAYLA = JidCreate.bareFromOrThrowUnchecked("layla@birke.example");
    static final BareJid JONAS = JidCreate.bareFromOrThrowUnchecked("jonas@hearth.example");
    static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("print@rooms.hearth.example");
    static final Jid MARA = JidCreate.fromOrThrowUnchecked("mara@hearth.example");
    static final AccountId ACCOUNT = new AccountId(1);
    static final Instant BEGIN = Instant.parse("2026-09-01T10:00:00Z");

    private Samples() {}

    /// One from Layla, an hour after the one before it.
    static Message message(long row, String body) {
        return message(row, LAYLA, new Author(LAYLA, Optional.empty(), false), body);
    }

    static Message mine(long row, BareJid peer, String body) {
        return message(row, peer, new Author(MARA, Optional.empty(), true), body);
    }

    static Message inRoom(long row, String nick, String body) {
        var address = JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
        return message(row, ROOM, new Author(address, Optional.empty(), false), body);
    }

    /// Layla's emoji for another message.
    static Message reaction(long row) {
        return message(row, new Content.Reaction("id-1", List.of("👋")));
    }

    /// A file of Layla's.
    static Message file(long row, String name) {
        var url = Optional.of("https://birke.example/f/" + name);
        return message(row, new Content.File(url, name, Optional.empty(), Optional.empty()));
    }

    /// One of Layla's that was taken back.
    static Message retracted(long row) {
        return message(row, Content.RETRACTED);
    }

    /// One of Layla's that puts other words in the place of another.
    static Message amending(long row, long other, Content.Correction correction) {
        var said = message(row, "");
        return new Message(
                said.key(),
                said.chat(),
                said.ids(),
                said.author(),
                said.at(),
                said.position(),
                correction,
                said.delivery(),
                Optional.empty(),
                Optional.of(new MessageKey(other)));
    }

    /// The same words, as a part of a thread.
    static Message inThread(Message said, String thread) {
        var words = said.words().orElseThrow();
        return with(said, new Content.Text(words, Optional.empty(), Optional.of(thread)));
    }

    /// Something of Layla's.
    static Message message(long row, Content content) {
        return with(message(row, ""), content);
    }

    private static Message with(Message said, Content content) {
        return new Message(
                said.key(),
                said.chat(),
                said.ids(),
                said.author(),
                said.at(),
                said.position(),
                content,
                said.delivery());
    }

    private static Message message(long row, BareJid peer, Author author, String body) {
        return new Message(
                new MessageKey(row),
                new ChatKey(ACCOUNT, peer),
                MessageIds.own("id-" + row),
                author,
                BEGIN.plus(Duration.ofHours(row)),
                row,
                new Content.Text(body),
                Delivery.RECEIVED);
    }
}
