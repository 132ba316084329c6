package kith.session.chat;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.Reply;

import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes what the user writes an answer to a message (XEP-0461): says which one, and repeats the
/// beginning of it for programs that know no replies.
final class Answers {

    /// So much of the other message is repeated, in lines and in `char`s.
    private static final int MOST_LINES = 3;

    private static final int LONGEST = 300;

    private final Function<ChatKey, Optional<String>> nick;

    /// @param nick ours in a room
    Answers(Function<ChatKey, Optional<String>> nick) {
        this.nick = nick;
    }

    /// An answer goes on in the thread of what it answers. Where there is no way to name that, it
    /// is only quoted.
    Content.Text to(Message message, Chat.Kind kind, String text) {
        var quotation = quotation(message.words().orElse(""));
        var reply =
                message.replyTarget(kind)
                        .map(it -> new Reply(it, author(message, kind), quotation.length()));
        return new Content.Text(quotation + text, reply, message.thread());
    }

    /// Other words for a message of ours; what it answers stays, and whether it is styled.
    static Content.Correction corrected(Message message, String text) {
        var quotation =
                message.content() instanceof Content.Text words
                        ? words.body().substring(0, words.body().length() - words.words().length())
                        : "";
        return new Content.Correction(
                message.ids().stanza(),
                quotation + text,
                message.reply(),
                message.thread(),
                message.isStyled());
    }

    private static String quotation(String words) {
        if (words.isBlank()) {
            return "";
        }
        var lines = words.strip().lines().limit(MOST_LINES + 1).toList();
        var begin =
                lines.stream()
                        .limit(MOST_LINES)
                        .map(line -> "> " + line)
                        .collect(Collectors.joining("\n"));
        boolean isWhole = lines.size() <= MOST_LINES && begin.length() <= LONGEST;
        return (isWhole ? begin : cut(begin) + "…") + "\n";
    }

    /// Between two characters, not in the middle of one.
    private static String cut(String text) {
        int end = Math.min(text.length(), LONGEST);
        boolean isInPair = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, isInPair ? end - 1 : end);
    }

    /// As the other side knows them.
    private Optional<Jid> author(Message message, Chat.Kind kind) {
        var address = message.author().address();
        boolean isOurs = message.isMine() && kind == Chat.Kind.ROOM;
        return isOurs
                ? nick.apply(message.chat()).map(it -> occupant(message.chat(), it))
                : Optional.of(address);
    }

    private static Jid occupant(ChatKey room, String nick) {
        return JidCreate.fullFrom(
                room.peer().asEntityBareJidOrThrow(), Resourcepart.fromOrThrowUnchecked(nick));
    }
}
