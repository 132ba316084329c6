package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;

import kith.ui.fx.FxThread;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Links of a message are opened and copied from the keyboard.
class LinkKeysTest extends TimelineFixture {

    @Test
    void enterOpensTheOnlyLinkOfTheMessage() {
        talk.theirs("09:00", "see *https://hearth.example/a* and https://hearth.example/a");
        open();
        press(KeyCode.ENTER);
        assertThat(asked).as("at no message").isEmpty();
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(asked).containsExactly("open https://hearth.example/a");
    }

    @Test
    void enterOpensALinkToARoomByTheSameDoor() {
        talk.theirs("09:00", "xmpp:print@rooms.hearth.example?join");
        open();
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(asked).containsExactly("open xmpp:print@rooms.hearth.example?join");
    }

    @Test
    void enterOpensNothingWhereThereIsNoneOrAnother() {
        talk.theirs("09:00", "javascript:alert(1) file:///etc/passwd `https://hearth.example/`");
        talk.theirs("09:01", "https://a.example/ https://b.example/");
        open();
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(asked).isEmpty();
    }

    @Test
    void theMenuKeyOffersTheLink() {
        talk.theirs("09:00", "see https://hearth.example/a");
        open();
        press(KeyCode.UP);
        openMenu();
        robot.clickOn("Copy link");
        settle();
        assertThat(clipboard()).isEqualTo("https://hearth.example/a");
        openMenu();
        robot.clickOn("Open link");
        settle();
        assertThat(asked).containsExactly("open https://hearth.example/a");
    }

    @Test
    void ofSeveralEachHasItsTarget() {
        talk.theirs("09:00", "> https://a.example/x\n\nor https://b.example/");
        open();
        var items = items();
        assertThat(items).extracting(MenuItem::getText).containsExactly("Open link", "Copy link");
        var open = ((Menu) items.getFirst()).getItems();
        assertThat(open)
                .extracting(MenuItem::getText)
                .containsExactly("https://a.example/x", "https://b.example/");
        FxThread.run(open.getLast()::fire);
        assertThat(asked).containsExactly("open https://b.example/");
        FxThread.run(((Menu) items.getLast()).getItems().getFirst()::fire);
        assertThat(clipboard()).isEqualTo("https://a.example/x");
    }

    /// A Cyrillic letter among Latin ones.
    @Test
    void h52aLinkThatLeadsElsewhereThanItLooksIsSpelledOut() {
        talk.theirs("09:00", "https://b\u0430nk.example/");
        open();
        var items = items();
        assertThat(((Menu) items.getFirst()).getItems())
                .extracting(MenuItem::getText)
                .containsExactly("https://xn--bnk-6cd.example/");
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(asked).containsExactly("open https://xn--bnk-6cd.example/");
    }

    @Test
    void h52ofALongLinkTheEndOfTheHostIsShown() {
        var host = "bank.example." + "a".repeat(60) + ".evil.example";
        assertThat(LinkItems.spelledOut(URI.create("https://" + host + "/bank.example")))
                .hasSize(62)
                .endsWith("a.evil.example…");
        assertThat(LinkItems.spelledOut(URI.create("https://a.example/" + "b".repeat(100))))
                .hasSize(61)
                .startsWith("https://a.example/bbb")
                .endsWith("b…");
        assertThat(
                        LinkItems.spelledOut(
                                URI.create("xmpp:" + "a".repeat(80) + "@evil.example?join")))
                .endsWith("@evil.example…");
    }

    @Test
    void h58aMessageOfNothingButLinksMakesNoEndlessMenu() {
        talk.theirs("09:00", "xmpp:a1 xmpp:b2 ".repeat(10) + links(200));
        open();
        assertThat(((Menu) items().getFirst()).getItems()).hasSize(40);
    }

    private static String links(int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(" xmpp:c").append(i);
        }
        return all.toString();
    }

    private void openMenu() {
        FxThread.run(
                () ->
                        view().fireEvent(
                                        new ContextMenuEvent(
                                                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                                0,
                                                0,
                                                0,
                                                0,
                                                true,
                                                null)));
        settle();
    }

    private List<MenuItem> items() {
        return FxThread.call(
                () ->
                        LinkItems.of(
                                rows().getFirst().bubble().text(),
                                model()::open,
                                Texts.of(Locale.ENGLISH)));
    }
}
