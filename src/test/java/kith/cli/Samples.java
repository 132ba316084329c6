package kith.cli;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.session.export.Names;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.Optional;

/// Messages to print.
final class Samples {

    static final AccountId ACCOUNT = new AccountId(1);
    static final BareJid ANA = JidCreate.bareFromOrThrowUnchecked("ana@birke.example");
    static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("den@rooms.example");
    static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");

    /// What they are called here.
    static final Names NAMES =
            new Names() {
                @Override
                public String address(AccountId account) {
                    return "mara@hearth.example";
                }

                @Override
                public String title(ChatKey chat) {
                    return chat.peer().equals(ANA) ? "Ana <3" : "The Den";
                }
            };

    private Samples() {}

    /// A message from Ana.
    static Message fromAna(String body) {
        return new Message(
                new MessageKey(7),
                new ChatKey(ACCOUNT, ANA),
                new MessageIds("s1", Optional.of("o1"), Optional.of("a1")),
                new Author(ANA, Optional.empty(), false),
                AT,
                42,
                new Content.Text(body),
                Delivery.RECEIVED);
    }

    /// A message from Ana for which she has other words now.
    static Message correctedByAna(String body, String words) {
        var first = fromAna(body);
        return new Message(
                first.key(),
                first.chat(),
                first.ids(),
                first.author(),
                first.at(),
                first.position(),
                first.content(),
                first.delivery(),
                Optional.of(new Message.Edit(words, Delivery.RECEIVED)),
                Optional.empty());
    }

    /// A message of ours to Ana.
    static Message toAna(String body, Delivery delivery) {
        return new Message(
                new MessageKey(8),
                new ChatKey(ACCOUNT, ANA),
                MessageIds.own("u1"),
                new Author(
                        JidCreate.bareFromOrThrowUnchecked("mara@hearth.example"),
                        Optional.empty(),
                        true),
                AT.plusSeconds(60),
                43,
                new Content.Text(body),
                delivery);
    }

    /// What someone in a room says or does.
    static Message inRoom(String nick, Content content) {
        return new Message(
                new MessageKey(9),
                new ChatKey(ACCOUNT, ROOM),
                new MessageIds("", Optional.empty(), Optional.empty()),
                new Author(
                        JidCreate.fromOrThrowUnchecked("den@rooms.example/" + nick),
                        Optional.of("occ"),
                        false),
                AT,
                1,
                content,
                Delivery.RECEIVED);
    }
}
