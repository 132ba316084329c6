package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;

import org.junit.jupiter.api.Test;

/// What a screen reader hears of the widgets.
class SpokenNamesTest {

    @Test
    void iconButtonSaysWhatItDoesAndShowsItsShortcut() {
        FxThread.run(
                () -> {
                    var button = new IconButton(Icon.PLUS, "New chat").withShortcut("Ctrl N");
                    assertThat(button.getAccessibleText()).isEqualTo("New chat");
                    assertThat(Hints.pointAt(button)).contains("New chat", "Ctrl N");
                    button.show(Icon.CLOSE, "Cancel");
                    assertThat(button.getAccessibleText()).isEqualTo("Cancel");
                });
    }

    @Test
    void avatarSaysWhoAndHowPresent() {
        FxThread.run(
                () -> {
                    var avatar = new Avatar(40);
                    avatar.showPerson("Layla Haddad", "layla@hearth.example");
                    assertThat(avatar.getAccessibleText()).isEqualTo("Layla Haddad");
                    avatar.showPresence(PresenceShape.AWAY, "away");
                    assertThat(avatar.getAccessibleText()).isEqualTo("Layla Haddad, away");
                    avatar.clearPresence();
                    assertThat(avatar.getAccessibleText()).isEqualTo("Layla Haddad");
                });
    }

    @Test
    void tickSaysHowFarTheMessageCame() {
        FxThread.run(
                () -> {
                    var tick = new TickMark(TickShape.WAITING, "Waiting to be sent");
                    tick.show(TickShape.DELIVERED, "Delivered");
                    assertThat(tick.getAccessibleText()).isEqualTo("Delivered");
                    assertThat(tick.getStyleClass())
                            .contains("delivered")
                            .doesNotContain("waiting");
                });
    }

    @Test
    void badgeOfNothingIsNotThere() {
        FxThread.run(
                () -> {
                    var badge = Badge.count();
                    assertThat(badge.isManaged()).isFalse();
                    badge.setCount(100, "100 unread");
                    assertThat(badge.getText()).isEqualTo("99+");
                    assertThat(badge.getAccessibleText()).isEqualTo("100 unread");
                    badge.setCount(0, "");
                    assertThat(badge.isVisible()).isFalse();
                });
    }
}
