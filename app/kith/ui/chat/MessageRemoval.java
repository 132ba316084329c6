package kith.ui.chat;

import javafx.geometry.Bounds;

import kith.model.MessageKey;
import kith.ui.room.moderation.ModerationViewModel;
import kith.ui.room.moderation.RoleWords;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineView;
import kith.ui.widget.ReasonPrompt;

import java.util.List;

/// Lets a moderator remove what others have said in a room, after asking at the messages whether
/// and why.
final class MessageRemoval {

    private final ModerationViewModel people;
    private final RoleWords words;
    private final TimelineView timeline;

    MessageRemoval(ModerationViewModel people, Texts texts, TimelineView timeline) {
        this.people = people;
        this.words = new RoleWords(texts);
        this.timeline = timeline;
    }

    void install() {
        timeline.onRemove(people::mayRemove, this::ask);
    }

    private void ask(List<MessageKey> messages, Bounds place) {
        new ReasonPrompt(
                        words.removing(messages.size()),
                        (reason, told) ->
                                people.remove(
                                        messages,
                                        reason,
                                        complaint -> told.accept(words.sentence(complaint))))
                .open(timeline, place);
    }
}
