package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;

import kith.model.Delivery;
import kith.model.Refusal;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

/// What is shown of the message that another answers, and how one is answered.
class RepliesViewTest extends TimelineFixture {

    @Test
    void aClickOnTheQuoteGoesToTheMessage() {
        talk.theirs("09:00", "thursday").mine("09:01", "no", Delivery.READ);
        talk.answer(1, OptionalInt.of(0));
        open();
        robot.clickOn(".quote-of");
        assertThat(asked).contains("around 1");
    }

    @Test
    void whatIsNotHereIsQuotedAndLeadsNowhere() {
        talk.theirs("09:00", "thursday").answer(0, OptionalInt.empty());
        open();
        robot.clickOn(".quote-of");
        assertThat(asked).noneMatch(each -> each.startsWith("around"));
        assertThat(FxThread.call(() -> spoken(0)))
                .endsWith("in reply to A message that isn’t here");
    }

    @Test
    void aScreenReaderSaysWhatIsAnswered() {
        talk.theirs("09:00", "thursday").mine("09:01", "no", Delivery.READ);
        talk.answer(1, OptionalInt.of(0));
        open();
        assertThat(FxThread.call(() -> spoken(1)))
                .isEqualTo("You, 09:01, no, Read, in reply to thursday");
    }

    @Test
    void theMenuAnswersWhatSomebodyElseHas() {
        talk.theirs("09:00", "thursday")
                .mine("09:01", "no", new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        open();
        assertThat(FxThread.call(() -> rows().getFirst().row().isRepliable())).isTrue();
        assertThat(FxThread.call(() -> rows().getLast().row().isRepliable())).isFalse();
    }

    private String spoken(int row) {
        return (String) rows().get(row).queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }
}
