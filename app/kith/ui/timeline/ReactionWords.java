package kith.ui.timeline;

import kith.model.Author;
import kith.model.Reaction;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiNames;

import java.util.function.Supplier;

/// What is said of the emoji that were put to a message.
final class ReactionWords {

    private static final int MOST_NAMES = 10;

    private final Texts texts;
    private final Supplier<String> title;
    private final boolean isRoom;

    /// @param title of the chat, after which in a chat with one person they are called
    ReactionWords(Texts texts, Supplier<String> title, boolean isRoom) {
        this.texts = texts;
        this.title = title;
        this.isRoom = isRoom;
    }

    /// An emoji at a message, and how many put it there.
    String chip(Reaction reaction) {
        return texts.say("timeline.reaction", reaction.emoji(), reaction.count());
    }

    /// The same with who they are.
    String spoken(Reaction reaction) {
        return texts.say("timeline.reaction.spoken", reaction.emoji(), people(reaction));
    }

    /// The same where the emoji stands beside it as a picture.
    String named(Reaction reaction) {
        var people = people(reaction);
        return EmojiNames.of(reaction.emoji())
                .map(EmojiNames::spoken)
                .map(name -> texts.say("timeline.reaction.spoken", name, people))
                .orElse(people);
    }

    /// Who put an emoji to a message, as many as are read at a glance.
    String people(Reaction reaction) {
        var names =
                reaction.authors().stream()
                        .limit(MOST_NAMES)
                        .map(this::name)
                        .reduce((before, each) -> texts.say("timeline.names", before, each))
                        .orElseThrow();
        int more = reaction.count() - MOST_NAMES;
        return more > 0 ? texts.count("timeline.namesAndMore", more, names) : names;
    }

    private String name(Author author) {
        if (author.isMine()) {
            return texts.say("timeline.you");
        }
        return TimelineWords.tame(isRoom ? author.nick() : title.get());
    }
}
