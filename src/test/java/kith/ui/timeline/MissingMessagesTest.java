package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.timeline.TimelineRow.Missing.Remedy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Messages that are missing: how the rows say so, and when they are asked for.
class MissingMessagesTest extends TimelineViewModelFixture {

    @Test
    void whatIsMissingShowsAndIsAskedForByItselfOnce() {
        talk.on(Talk.TODAY.minusDays(3)).theirs("09:00", "a");
        talk.on(Talk.TODAY).theirs("09:00", "b").missBefore(1);
        var model = model();
        assertThat(model.rows())
                .contains(
                        missing(1, Optional.of(Talk.TODAY.minusDays(3)), Remedy.LOAD),
                        new TimelineRow.Start());
        model.nearMissing();
        model.nearMissing();
        assertThat(asked).containsExactly("more");
        assertThat(remedies(model)).containsExactly(Remedy.LOADING);

        more.complete(null); // without any message
        assertThat(remedies(model)).containsExactly(Remedy.LOAD);
        model.nearMissing();
        assertThat(asked).as("a server that has none is not asked for ever").hasSize(1);
        model.fetch();
        assertThat(asked).hasSize(2);

        talk.missNothing().tell();
        assertThat(remedies(model)).isEmpty();
        talk.loseBefore(1).tell();
        assertThat(remedies(model)).containsExactly(Remedy.NONE);
        model.nearMissing();
        model.fetch();
        assertThat(asked).as("what is gone can't be asked for").hasSize(2);
    }

    @Test
    void aChatWhoseBeginningIsMissingHasNoStart() {
        talk.theirs("09:00", "a").missBefore(0);
        var model = model();
        assertThat(model.rows())
                .startsWith(missing(0, Optional.empty(), Remedy.LOAD))
                .doesNotContain(new TimelineRow.Start());
    }

    private Missing missing(int before, Optional<LocalDate> from, Remedy remedy) {
        return new Missing(talk.messages().get(before).key(), from, Talk.TODAY, remedy);
    }

    private static List<Remedy> remedies(TimelineViewModel model) {
        return model.rows().stream()
                .filter(Missing.class::isInstance)
                .map(row -> ((Missing) row).remedy())
                .toList();
    }
}
