package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.MessageKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

/// What is asked for where the reader comes near an end of what is held, or goes to the newest
/// message or to a day; and what is shown once that is there.
class TimelinePagesTest extends TimelineViewModelFixture {

    @Test
    void olderPagesAreAskedForOnceUntilTheyCome() {
        talk.notAtStart().theirs("09:00", "a");
        var model = model();
        model.nearStart();
        model.nearStart();
        assertThat(asked).containsExactly("older");
        talk.tell();
        model.nearStart();
        assertThat(asked).containsExactly("older", "older");
    }

    @Test
    void nothingIsAskedForBeyondTheEnds() {
        talk.theirs("09:00", "a");
        var model = model();
        model.nearStart();
        model.nearEnd();
        model.toNewest();
        assertThat(asked).isEmpty();
    }

    @Test
    void theNewestPageIsAskedForWhereTheWindowEndsBeforeIt() {
        talk.notAtEnd().theirs("09:00", "a");
        var model = model();
        model.nearEnd();
        model.toNewest();
        assertThat(asked).containsExactly("newer", "newest");
    }

    @Test
    void goesToADayAsTheReaderCountsDays() {
        talk.theirs("09:00", "a");
        var model = model();
        var shown = new ArrayList<MessageKey>();
        model.onMoved(shown::add);
        model.goTo(Talk.TODAY.minusDays(3));
        assertThat(asked).containsExactly("to " + Talk.TODAY.minusDays(3) + "T00:00:00Z");
        assertThat(shown).isEmpty();
        arrive.run();
        assertThat(shown).containsExactly(new MessageKey(7));
    }

    @Test
    void aClosedTimelineGoesNowhere() {
        var model = model();
        var shown = new ArrayList<MessageKey>();
        model.onMoved(shown::add);
        model.goTo(Talk.TODAY);
        model.close();
        arrive.run();
        assertThat(shown).isEmpty();
    }
}
