package kith.ui.newroom;

import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.model.RoomMaking;
import kith.ui.text.FieldError;
import kith.ui.text.Texts;

/// The sentences of the dialog for a new room.
final class NewRoomSentences {

    private final Texts texts;

    NewRoomSentences(Texts texts) {
        this.texts = texts;
    }

    String kind(Kind kind) {
        return switch (kind) {
            case PRIVATE_GROUP -> texts.say("newroom.kind.privateGroup");
            case PUBLIC_CHANNEL -> texts.say("newroom.kind.publicChannel");
        };
    }

    /// What such a room is.
    String how(Kind kind) {
        return switch (kind) {
            case PRIVATE_GROUP -> texts.say("newroom.kind.privateGroup.how");
            case PUBLIC_CHANNEL -> texts.say("newroom.kind.publicChannel.how");
        };
    }

    String name(FieldError error) {
        return error == FieldError.NONE ? "" : texts.say("newroom.name.missing");
    }

    String nick(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("newroom.nick.missing");
            case MALFORMED -> texts.say("newroom.nick.malformed");
        };
    }

    String address(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("newroom.address.missing");
            case MALFORMED -> texts.say("newroom.address.malformed");
        };
    }

    /// Why there is no room.
    ///
    /// @param server the user's
    String failed(RoomMaking.Failed failed, Object server) {
        return switch (failed.cause()) {
            case NO_SERVICE -> texts.say("newroom.failed.noService", server);
            case BAD_ADDRESS -> texts.say("newroom.address.malformed");
            case TAKEN -> texts.say("newroom.failed.taken");
            case NOT_ALLOWED -> texts.say("newroom.failed.notAllowed", server);
            case NOT_CONFIGURED -> texts.say("newroom.failed.notConfigured");
            case NOT_REACHED -> texts.say("newroom.failed.notReached", server);
            case CANCELLED, OTHER -> texts.say("newroom.failed.other", server);
        };
    }

    /// What they wrote about it, in their words; empty for nothing.
    String theirWords(RoomMaking.Failed failed) {
        var words = failed.refusal().text().strip();
        return words.isEmpty() ? "" : texts.say("newroom.theirWords", words);
    }

    /// What the room is not, though it was to be.
    String missing(Trait trait) {
        return switch (trait) {
            case NAME -> texts.say("newroom.missing.name");
            case DESCRIPTION -> texts.say("newroom.missing.description");
            case PERSISTENT -> texts.say("newroom.missing.persistent");
            case MEMBERS_ONLY -> texts.say("newroom.missing.membersOnly");
            case NON_ANONYMOUS -> texts.say("newroom.missing.nonAnonymous");
            case SEMI_ANONYMOUS -> texts.say("newroom.missing.semiAnonymous");
            case HIDDEN -> texts.say("newroom.missing.hidden");
            case LISTED -> texts.say("newroom.missing.listed");
            case ARCHIVE -> texts.say("newroom.missing.archive");
        };
    }
}
