package kith.ui.text;

import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;

import java.util.Arrays;
import java.util.List;

/// What a room is, in sentences for whoever enters it.
public final class TraitWords {

    private final Texts texts;

    public TraitWords(Texts texts) {
        this.texts = texts;
    }

    /// What a room is, each trait as a sentence, those first that matter most.
    public List<String> of(RoomTraits traits) {
        return Arrays.stream(Trait.values()).filter(traits::is).map(this::sentence).toList();
    }

    public String sentence(Trait trait) {
        return switch (trait) {
            case PASSWORD -> texts.say("room.trait.password");
            case MEMBERS_ONLY -> texts.say("room.trait.membersOnly");
            case MODERATED -> texts.say("room.trait.moderated");
            case NON_ANONYMOUS -> texts.say("room.trait.nonAnonymous");
            case SEMI_ANONYMOUS -> texts.say("room.trait.semiAnonymous");
            case HIDDEN -> texts.say("room.trait.hidden");
            case TEMPORARY -> texts.say("room.trait.temporary");
            case ARCHIVED -> texts.say("room.trait.archived");
            case LOGGED -> texts.say("room.trait.logged");
        };
    }
}
