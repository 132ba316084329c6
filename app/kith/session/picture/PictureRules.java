package kith.session.picture;

import kith.base.Live;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Message;
import kith.model.PresenceSubscription;
import kith.model.Room;
import kith.model.RoomTraits;
import kith.model.ShownPicture.Why;

import java.util.Optional;
import java.util.function.Function;

/// Whose pictures are fetched by themselves: of contacts and in private rooms, where people know
/// each other. Of anybody else it would tell a stranger where the user is, and that they look. Core
/// lane only.
///
/// @param isOn what the user chose
public record PictureRules(
        Live<Boolean> isOn,
        Function<ChatKey, Chat.Kind> kind,
        Function<ChatKey, Live<Optional<Contact>>> contact,
        Function<ChatKey, Live<Optional<Room>>> room) {

    /// Why the picture of a message waits for the user's word; empty where it doesn't.
    public Optional<Why> withheld(Message message) {
        if (!isOn.get()) {
            return Optional.of(Why.CHOICE);
        }
        var chat = message.chat();
        return switch (kind.apply(chat)) {
            case CONTACT -> isContact(chat) ? Optional.empty() : Optional.of(Why.STRANGER);
            case ROOM -> isPrivate(chat) ? Optional.empty() : Optional.of(Why.OPEN_ROOM);
        };
    }

    private boolean isContact(ChatKey chat) {
        return contact.apply(chat)
                .get()
                .filter(it -> it.subscription() != PresenceSubscription.NONE)
                .isPresent();
    }

    private boolean isPrivate(ChatKey chat) {
        return room.apply(chat).get().map(Room::traits).filter(RoomTraits::isPrivate).isPresent();
    }
}
