package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Text;

import kith.model.Chat;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// The page's place in its window: behind others, in a narrow one, and closed.
class ChatPaneInWindowTest extends ChatPaneFixture {

    /// It is kept behind the page of another chat, in the same window.
    @Test
    void whatComesWhileAnotherChatIsInFrontIsNew() {
        say(2);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().node().setVisible(false));
        say(2);
        FxThread.run(talk::tell);
        FxThread.run(() -> pane().node().setVisible(true));
        settle();
        assertThat(isVisible(".new-messages")).isTrue();
    }

    @Test
    void theNarrowWindowHasAWayBack() {
        open(Chat.Kind.CONTACT);
        assertThat(isVisible(".chat-back")).isFalse();
        FxThread.run(() -> isNarrow.set(true));
        settle();
        robot.clickOn(".chat-back .icon-button");
        assertThat(done).containsExactly("back");
    }

    @Test
    void theNarrowestWindowSaysHowManyAreUnreadElsewhere() {
        open(Chat.Kind.CONTACT);
        FxThread.run(
                () -> {
                    isNarrow.set(true);
                    unreadElsewhere.set(128);
                    pane().node().getScene().getWindow().setWidth(320);
                });
        settle();
        Text number = robot.lookup(".chat-back .badge .text").query();
        assertThat(number.getText()).isEqualTo("99+");
    }

    @Test
    void closedItLetsGoOfItsWindowOnTheHistory() {
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().close());
        assertThat(done).containsExactly("done");
    }
}
