package kith.session.chat;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Message;
import kith.xmpp.Beside;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Rfc6121Messages;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/// Hands a message to a line as it is to be said there: late or at once, and with word that the
/// user writes no more, where others are to know that. Core lane only.
final class MessageSending {

    /// What was written before that says when (R10).
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Rfc6121Messages messages;
    private final Function<Message, Beside> beside;
    private final TypingStates typing;
    private final InstantSource clock;

    /// @param beside what is to stand beside the words of a message
    /// @param typing knows whether others are to know when the user writes, and when no more
    MessageSending(
            Rfc6121Messages messages,
            Function<Message, Beside> beside,
            TypingStates typing,
            InstantSource clock) {
        this.messages = messages;
        this.beside = beside;
        this.typing = typing;
        this.clock = clock;
    }

    /// Whether it can be said at all: a file only once others can get it.
    static boolean isSendable(Content content) {
        return switch (content) {
            case Content.Text _,
                    Content.Private _,
                    Content.Correction _,
                    Content.Reaction _,
                    Content.Retraction _ ->
                    true;
            case Content.File(var url, _, _, _, _) -> url.isPresent();
            case Content.Retracted _, Content.Subject _, Content.Unreadable _ -> false;
        };
    }

    /// Whether it waits for its file: others can't get that yet.
    static boolean isWithoutFile(Message message) {
        return message.content() instanceof Content.File file && file.url().isEmpty();
    }

    /// Says it on a line.
    ///
    /// @return whether the line took it
    boolean send(XmppLink link, Message message, Chat.Kind kind) {
        var chat = message.chat();
        var id = message.ids().stanza();
        var words = message.content();
        var more = beside.apply(message);
        if (message.at().isBefore(clock.instant().minus(LATE))) {
            return messages.sendLate(link, chat, kind, id, words, more, message.at());
        }
        if (!typing.isTold() || message.isPrivate()) {
            return messages.send(link, chat, kind, id, words, more);
        }
        boolean isSent = messages.sendActive(link, chat, kind, id, words, more);
        if (isSent) {
            typing.saidOtherwise(chat);
        }
        return isSent;
    }
}
