package kith.ui.text;

import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a room is, in sentences for whoever enters it.
public final class TraitWords {

    private final Texts texts;

    public TraitWords(Texts texts) {
        this.texts = texts;
    }

    /// What a room is, each trait as a sentence, those first that matter most.
    public List<String> of(RoomTraits traits) {
        return Arrays.stream(Trait.values())
                .filter(traits::is)
                .flatMap(trait -> sentence(trait).stream())
                .toList();
    }

    /// Empty for what the program alone need know.
    public Optional<String> sentence(Trait trait) {
        return switch (trait) {
            case PASSWORD -> Optional.of(texts.say("room.trait.password"));
            case MEMBERS_ONLY -> Optional.of(texts.say("room.trait.membersOnly"));
            case MODERATED -> Optional.of(texts.say("room.trait.moderated"));
            case NON_ANONYMOUS -> Optional.of(texts.say("room.trait.nonAnonymous"));
            case SEMI_ANONYMOUS -> Optional.of(texts.say("room.trait.semiAnonymous"));
            case HIDDEN -> Optional.of(texts.say("room.trait.hidden"));
            case TEMPORARY -> Optional.of(texts.say("room.trait.temporary"));
            case ARCHIVED -> Optional.of(texts.say("room.trait.archived"));
            case LOGGED -> Optional.of(texts.say("room.trait.logged"));
            case OCCUPANT_IDS, HATS, REGISTRATION -> Optional.empty();
        };
    }
}
