package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;

import kith.model.Delivery;
import kith.model.Refusal;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

/// What is shown of the message that another answers, and how one is answered.
class RepliesViewTest extends TimelineFixture {

    @Override
    boolean takesReplies() {
        return true;
    }

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
        robot.rightClickOn(rows().getFirst().bubble());
        robot.clickOn("Reply");
        assertThat(asked).contains("reply thursday");
        robot.rightClickOn(rows().getLast().bubble());
        assertThat(robot.lookup("Reply").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theMenuGoesToTheMessage() {
        talk.theirs("09:00", "thursday").mine("09:01", "no", Delivery.READ);
        talk.answer(1, OptionalInt.of(0));
        open();
        robot.rightClickOn(rows().getLast().bubble().text());
        robot.clickOn("Go to the message that it answers");
        assertThat(asked).contains("around 1");
    }

    private String spoken(int row) {
        return (String) rows().get(row).queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }
}
