package kith.ui.text;

import kith.model.NewRoom.Trait;
import kith.model.RoomMaking;

/// What came of the wish to have a room made, in sentences.
public final class RoomMakingWords {

    private final Texts texts;

    public RoomMakingWords(Texts texts) {
        this.texts = texts;
    }

    /// Why there is no room.
    ///
    /// @param server the user's
    public String failed(RoomMaking.Failed failed, Object server) {
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
    public String theirWords(RoomMaking.Failed failed) {
        var words = failed.refusal().text().strip();
        return words.isEmpty() ? "" : texts.say("newroom.theirWords", words);
    }

    /// What the room is not, though it was to be.
    public String missing(Trait trait) {
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
