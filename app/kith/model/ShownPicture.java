package kith.model;

import java.nio.file.Path;
import java.util.Optional;

/// What can be shown of the picture that a message is.
public sealed interface ShownPicture {

    /// It is being fetched, or will be as soon as others are there.
    ShownPicture COMING = new Coming();

    /// It is fetched once there is a connection.
    ShownPicture WAITING = new Waiting();

    record Coming() implements ShownPicture {}

    record Waiting() implements ShownPicture {}

    /// It isn't fetched before the user wants it: whoever sent it would learn where the user is,
    /// and that they look.
    ///
    /// @param size in bytes; empty where nobody has said
    record Withheld(Why why, Optional<Long> size) implements ShownPicture {}

    /// It is on this computer, and can be drawn.
    record There(Path file) implements ShownPicture {}

    /// It can't be shown.
    record Missing(Reason reason) implements ShownPicture {}

    /// Why a picture waits for the user's word; `timeline.picture.<why>` in the texts.
    enum Why {
        /// It is of somebody who isn't a contact.
        STRANGER,
        /// Anybody may be in the room, or see there who is.
        OPEN_ROOM,
        /// It is large.
        LARGE,
        /// The user wants none by themselves.
        CHOICE
    }

    /// Why a picture can't be shown; `timeline.picture.<reason>` in the texts.
    enum Reason {
        /// It isn't where it was any more.
        GONE,
        /// Who has it doesn't give it now; it may later.
        NOT_REACHED,
        /// It is in no place from which anything is fetched.
        UNSAFE,
        /// It is no picture that can be drawn, or too large a one.
        NOT_DRAWABLE
    }
}
