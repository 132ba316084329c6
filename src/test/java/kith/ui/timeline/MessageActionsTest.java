package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Delivery;
import kith.model.Reaction;
import kith.model.Refusal;

import org.junit.jupiter.api.Test;

/// Which messages can be changed, answered and given an emoji, and which is taken up as the last.
class MessageActionsTest extends TimelineViewModelFixture {

    @Test
    void theLastOfOursThatIsOutCanBeChanged() {
        talk.mine("09:00", "a", Delivery.READ)
                .mine("09:01", "b", Delivery.ON_SERVER)
                .theirs("09:02", "c")
                .mine("09:03", "d", new Delivery.Failed(Refusal.of(Refusal.Reason.OTHER)));
        talk.edit(1, "B");
        var model = model();
        model.actions()
                .onEdit((message, words) -> asked.add("edit " + message.row() + " " + words));
        model.actions().editLast();
        assertThat(asked).containsExactly("edit 2 B");
        model.actions().edit(bubble(model, 2));
        assertThat(asked).containsExactly("edit 2 B", "edit 1 a");
        model.actions().edit(bubble(model, 4));
        model.actions().edit(bubble(model, 5));
        assertThat(asked).as("neither of others nor failed").hasSize(2);
    }

    /// It can't be changed, and another in its place would be read by all.
    @Test
    void whatIsPrivateIsNotChangedNorWhatWasSaidBefore() {
        talk.mine("09:00", "a", Delivery.ON_SERVER)
                .minePrivately("Priya", "09:01", "hush", Delivery.ON_SERVER)
                .fromPrivately("Priya", "09:02", "c");
        var model = model();
        model.actions().onEdit((message, words) -> asked.add("edit"));
        model.actions().editLast();
        model.actions().edit(bubble(model, 3));
        assertThat(asked).isEmpty();
    }

    @Test
    void whereNothingIsOursNothingIsTakenUp() {
        talk.theirs("09:00", "a");
        var model = model();
        model.actions().onEdit((message, words) -> asked.add("edit"));
        model.actions().editLast();
        assertThat(asked).isEmpty();
    }

    /// In what a search shows around a message, say.
    @Test
    void nothingIsAnsweredWhereNobodyTakesItUp() {
        talk.theirs("09:00", "thursday").mine("09:01", "no", Delivery.READ);
        var model = model();
        var theirs = bubble(model, 2);
        assertThat(model.actions().isRepliable(theirs)).isFalse();
        model.actions().reply(theirs);
        model.actions().onReply((message, words) -> asked.add("reply " + words));
        assertThat(model.actions().isRepliable(theirs)).isTrue();
        model.actions().reply(theirs);
        model.actions().replyToLast();
        assertThat(asked).containsExactly("reply thursday", "reply thursday");
    }

    /// What is seen then is not the last that somebody said.
    @Test
    void theLastIsNotAnsweredFromFurtherUp() {
        talk.theirs("09:00", "thursday").notAtEnd();
        var model = model();
        model.actions().onReply((message, words) -> asked.add("reply " + words));
        model.actions().replyToLast();
        assertThat(asked).noneMatch(each -> each.startsWith("reply"));
    }

    @Test
    void anEmojiIsPutOnlyWhereItCanBe() {
        talk.theirs("09:00", "a")
                .mine("09:01", "b", new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        talk.react(0, "👋", talk.messages().getFirst().author());
        var model = model();
        var said = bubble(model, 2);
        assertThat(said.reactions()).extracting(Reaction::emoji).containsExactly("👋");
        model.actions().react(said, "👋");
        assertThat(asked).containsExactly("react 👋");
        model.actions().react(bubble(model, 3), "👋");
        assertThat(asked).hasSize(1);
    }
}
