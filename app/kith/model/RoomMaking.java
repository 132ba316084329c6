package kith.model;

import java.util.Set;

/// What came of the wish to have a room made.
public sealed interface RoomMaking {

    /// It is there, and the user is in it.
    ///
    /// @param missing what the service could not give it
    record Made(ChatKey room, Set<NewRoom.Trait> missing) implements RoomMaking {

        public Made {
            missing = Set.copyOf(missing);
        }
    }

    /// There is none.
    ///
    /// @param refusal what the one who was asked last said of it
    record Failed(Cause cause, Refusal refusal) implements RoomMaking {}

    /// Why; `newroom.failed.<value>` in the texts.
    enum Cause {
        /// The user's server has no service for rooms.
        NO_SERVICE,
        /// No address begins like that.
        BAD_ADDRESS,
        /// There is a room at the address already.
        TAKEN,
        /// The user may not make rooms there.
        NOT_ALLOWED,
        /// The service didn't take the settings, so that the room was taken down again.
        NOT_CONFIGURED,
        /// Who was to be asked can't be reached, or has not answered.
        NOT_REACHED,
        /// The user didn't want it any more.
        CANCELLED,
        /// Anything else.
        OTHER
    }

    static Failed failed(Cause cause, Refusal.Reason reason) {
        return new Failed(cause, Refusal.of(reason));
    }
}
