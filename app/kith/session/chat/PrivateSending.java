package kith.session.chat;

import kith.model.Chat;
import kith.model.Message;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.account.Links;

import java.util.Optional;

/// What is otherwise about bringing out words that are for one person in a room alone (XEP-0045
/// §7.5): they go where they were written to, now, or not at all. Whoever is called so later may be
/// somebody else, and only the user knows whether they mean them. Core lane only.
final class PrivateSending {

    private final Links links;
    private final PrivateRecipients recipients;

    PrivateSending(Links links, PrivateRecipients recipients) {
        this.links = links;
        this.recipients = recipients;
    }

    /// The user has written a private message now: [PrivateRecipients#written].
    void written(Message message, int visit) {
        recipients.written(message, visit);
    }

    /// Why a message must not go out, now or later; empty for what is for all.
    Optional<Refusal> obstacle(Message message) {
        if (!message.isPrivate()) {
            return Optional.empty();
        }
        return links.online(message.chat().account()).isEmpty()
                ? Optional.of(Refusal.of(Reason.OFFLINE))
                : recipients.obstacle(message);
    }

    /// Why one is not sent whose session, or stay in the room, is over.
    ///
    /// @param isTried whether it may be there all the same
    static Refusal interrupted(boolean isTried) {
        return Refusal.of(isTried ? Reason.TIMED_OUT : Reason.OFFLINE);
    }

    /// Who says that a message is there: what is private no room sends back to us, so that the
    /// server has it is all that is ever said of it.
    static Chat.Kind confirming(Message message, Chat.Kind kind) {
        return message.isPrivate() ? Chat.Kind.CONTACT : kind;
    }
}
