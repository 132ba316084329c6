package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Delivery;

import org.junit.jupiter.api.Test;

/// How many messages of others are counted below a reader who is further up.
class UnseenBelowTest extends TimelineViewModelFixture {

    @Test
    void countsWhatComesBelowTheReader() {
        talk.theirs("09:00", "a");
        var model = model();
        model.reading(false);
        talk.theirs("09:01", "b").mine("09:02", "c", Delivery.READ).theirs("09:03", "d").tell();
        assertThat(model.belowProperty().get()).isEqualTo(2);
        model.reading(true);
        assertThat(model.belowProperty().get()).isZero();
    }

    /// As after going to a day: what was seen last is not in the window.
    @Test
    void countsWhatCameBelowAWindowThatHasMovedUp() {
        talk.theirs("09:00", "a").theirs("09:01", "b").theirs("09:02", "seen last");
        var model = model();
        model.reading(false);
        talk.theirs("09:03", "c").tell();
        assertThat(model.belowProperty().get()).isEqualTo(1);
        talk.hideNewest(3).tell();
        assertThat(model.belowProperty().get()).as("it is there still").isEqualTo(1);
        talk.theirs("09:04", "d").mine("09:05", "e", Delivery.READ).theirs("09:06", "f").tell();
        assertThat(model.belowProperty().get()).isEqualTo(3);
        talk.showNewest().tell();
        assertThat(model.belowProperty().get()).as("each once").isEqualTo(3);
        model.reading(true);
        assertThat(model.belowProperty().get()).isZero();
        model.reading(false);
        talk.hideNewest(6).theirs("09:07", "g").tell();
        assertThat(model.belowProperty().get()).isEqualTo(1);
    }

    @Test
    void whatWaitsBelowIsNoMeasureOfWhatWasSeen() {
        talk.theirs("09:00", "a").mine("09:01", "waits", Delivery.QUEUED);
        var model = model();
        model.reading(false);
        talk.theirs("09:02", "b").tell();
        assertThat(model.belowProperty().get()).isEqualTo(1);
    }
}
