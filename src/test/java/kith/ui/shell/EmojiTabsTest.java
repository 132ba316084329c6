package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

import kith.model.Chat;
import kith.ui.fx.Boxes;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Chats that have an emoji in what they are called, in the strip of tabs.
class EmojiTabsTest extends MainWindowFixture {

    @Test
    void tabsTheirTooltipsAndTheMenuOfThoseWithoutRoomHavePictures() {
        FxThread.run(
                () ->
                        world.set(
                                world.chats,
                                world.chats.get().stream().map(EmojiTabsTest::festive).toList()));
        open(800, 600);
        robot.moveTo(find(node -> node.getStyleClass().contains("tab")));
        settle();
        FxThread.run(
                () -> {
                    var more =
                            nodes().filter(Button.class::isInstance)
                                    .map(Button.class::cast)
                                    .filter(each -> each.getText().matches("\\d+ more"))
                                    .findFirst()
                                    .orElseThrow();
                    more.fire();
                    var menu =
                            Window.getWindows().stream()
                                    .filter(ContextMenu.class::isInstance)
                                    .map(ContextMenu.class::cast)
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(menu.getItems())
                            .extracting(MenuItem::getText)
                            .anyMatch(name -> name != null && name.endsWith(" 🎉"));
                    var shown = menu.getScene().getRoot();
                    shown.applyCss();
                    assertThat(shown.lookupAll(".emoji")).isNotEmpty();
                    assertThat(Boxes.in(shown)).isEmpty();
                    var window = window().scene().getRoot();
                    assertThat(window.lookupAll(".tab .emoji")).isNotEmpty();
                    assertThat(Boxes.in(window)).isEmpty();
                    menu.hide();
                });
    }

    private static Chat festive(Chat plain) {
        return new Chat(
                plain.key(),
                plain.kind(),
                plain.title() + " 🎉",
                plain.last(),
                plain.unread(),
                plain.isMentioned(),
                plain.typists());
    }
}
