package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.timeline.TimelineRow.NewMessages;

import org.junit.jupiter.api.Test;

/// The line of new messages among the rows: how many it says are new, and that it goes when the
/// user dismisses it.
class NewMessagesTest extends TimelineViewModelFixture {

    @Test
    void whatWasThereWhenTheUserCameIsNotNew() {
        talk.theirs("09:00", "a");
        var model = model();
        model.attend(true);
        model.attend(false);
        talk.theirs("09:01", "b").tell();
        model.attend(true);
        assertThat(model.rows()).contains(new TimelineRow.NewMessages(1));
    }

    @Test
    void theNewLineGoesWithEscape() {
        talk.theirs("09:00", "a").unreadFromHere().theirs("09:01", "b");
        var model = model();
        assertThat(model.rows()).contains(new NewMessages(1));
        model.dismissNewLine();
        assertThat(model.rows()).noneMatch(NewMessages.class::isInstance);
    }
}
