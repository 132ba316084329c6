package kith.session.notify;

import kith.base.Live;
import kith.model.Alerts;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Presence;
import kith.model.ReceivedInvitation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// What a [Notifier] asks others. All functions on the core lane.
///
/// @param unread how many messages of a chat the user has not read
/// @param alerts of what in a chat they want to be told now
/// @param title what a chat is called
/// @param message one as it is now; empty where it is gone
/// @param isRead whether the user has read as far as a message
/// @param invitations those that wait
/// @param presence what the user says of themselves: while that is "busy" they are told nothing
/// @param changed changes whenever what is unread in a chat may have, or of what they want to be
///   told; its values are of no interest
/// @param isOn whether they want notices at all
/// @param showsWords whether these may show what others wrote
public record NoticeSources(
        ToIntFunction<ChatKey> unread,
        Function<ChatKey, Alerts> alerts,
        Function<ChatKey, String> title,
        Function<MessageKey, Optional<Message>> message,
        Predicate<Message> isRead,
        Live<List<ReceivedInvitation>> invitations,
        Live<Presence> presence,
        List<Live<?>> changed,
        Live<Boolean> isOn,
        Live<Boolean> showsWords) {

    public NoticeSources {
        changed = List.copyOf(changed);
    }
}
