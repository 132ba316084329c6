package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Delivery;
import kith.model.MessageKey;

import org.junit.jupiter.api.Test;

class NewLineTest {

    private final Talk talk = new Talk("layla@hearth.example");
    private final NewLine line = new NewLine();

    @Test
    void standsWhereTheChatWasReadUpTo() {
        openWithOneUnread();
        assertThat(line.from()).contains(new MessageKey(2));
    }

    @Test
    void staysWhileTheUserReads() {
        openWithOneUnread();
        line.attend(true);
        line.follow(talk.theirs("09:02", "c").timeline());
        assertThat(line.from()).contains(new MessageKey(2));
    }

    @Test
    void goesWhenTheUserAnswers() {
        openWithOneUnread();
        line.attend(true);
        line.follow(talk.mine("09:02", "c", Delivery.QUEUED).timeline());
        assertThat(line.from()).isEmpty();
        line.follow(talk.theirs("09:03", "d").timeline());
        assertThat(line.from()).isEmpty();
    }

    @Test
    void goesWhenTheUserDismissesItAndDoesNotComeBack() {
        openWithOneUnread();
        line.attend(true);
        line.dismiss();
        line.follow(talk.theirs("09:02", "c").timeline());
        assertThat(line.from()).isEmpty();
    }

    @Test
    void standsAboveWhatCameWhileTheUserLookedAway() {
        line.attend(true);
        line.follow(talk.theirs("09:00", "a").timeline());
        line.attend(false);
        line.follow(talk.theirs("09:01", "b").theirs("09:02", "c").timeline());
        assertThat(line.from()).contains(new MessageKey(2));
        line.attend(true);
        assertThat(line.from()).contains(new MessageKey(2));
        line.attend(false);
        assertThat(line.from()).isEmpty();
    }

    @Test
    void whatComesBeforeTheUserSawAnythingIsNotCalledNew() {
        line.follow(talk.theirs("09:00", "a").timeline());
        assertThat(line.from()).isEmpty();
    }

    private void openWithOneUnread() {
        talk.theirs("09:00", "a").unreadFromHere().theirs("09:01", "b");
        line.follow(talk.timeline());
    }
}
