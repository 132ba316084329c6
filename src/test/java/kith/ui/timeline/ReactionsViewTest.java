package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import kith.model.Author;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Emoji below a message, and how they are put there.
class ReactionsViewTest extends TimelineFixture {

    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");

    private final Author layla = author("layla@hearth.example", false);
    private final Author me = author("mara@hearth.example", true);

    @Test
    void thoseOfMostPeopleComeFirstAndOursAreMarked() {
        talk.theirs("09:00", "a").react(0, "👋", layla).react(0, "❤️", layla, me);
        open();
        assertThat(chips())
                .extracting(Node::getAccessibleText)
                .containsExactly("❤️: Layla Haddad, You", "👋: Layla Haddad");
        assertThat(chips())
                .extracting(each -> each.getPseudoClassStates().contains(MINE))
                .containsExactly(true, false);
        assertThat(spoken())
                .containsExactly("Layla Haddad, 09:00, a, ❤️: Layla Haddad, You, 👋: Layla Haddad");
    }

    @Test
    void aClickPutsOursThere() {
        talk.theirs("09:00", "a").react(0, "👋", layla);
        open();
        robot.clickOn(chips().getFirst());
        assertThat(asked).containsExactly("react 1 👋");
        assertThat(isAtButton()).as("the keyboard is at a chip").isFalse();
    }

    @Test
    void ofManyOnlyEightShowAndHowManyMore() {
        talk.theirs("09:00", "a");
        IntStream.range(0, 11).forEach(i -> talk.react(0, Character.toString(0x1F400 + i), layla));
        open();
        assertThat(chips()).hasSize(8);
        assertThat(robot.lookup(".more-reactions").queryLabeled().getText()).isEqualTo("+3");
    }

    @Test
    void theMenuOfAMessageHasThemForTheKeyboard() {
        talk.theirs("09:00", "a").react(0, "👍", layla, me).react(0, "🐢", layla);
        open();
        var items =
                reactionMenu().getItems().stream()
                        .filter(CheckMenuItem.class::isInstance)
                        .map(CheckMenuItem.class::cast)
                        .toList();
        assertThat(items)
                .extracting(MenuItem::getText)
                .startsWith("Thumbs up", "Heart")
                .endsWith("turtle: Layla Haddad");
        assertThat(items)
                .filteredOn(CheckMenuItem::isSelected)
                .extracting(MenuItem::getText)
                .containsExactly("Thumbs up");
        FxThread.run(() -> items.getLast().fire());
        FxThread.run(() -> items.getFirst().fire());
        assertThat(asked).containsExactly("react 1 🐢", "react 1 👍");
    }

    @Test
    void whatWasNotSentCantBeReactedTo() {
        talk.mine("09:00", "a", new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        open();
        assertThat(FxThread.call(() -> rows().getFirst().reactionMenu())).isEmpty();
    }

    private Menu reactionMenu() {
        return FxThread.call(() -> rows().getFirst().reactionMenu()).orElseThrow();
    }

    private List<Node> chips() {
        return robot.lookup(".reaction").queryAll().stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .toList();
    }

    private boolean isAtButton() {
        return FxThread.call(() -> view().getScene().getFocusOwner() instanceof Button);
    }

    private static Author author(String address, boolean isMine) {
        return new Author(JidCreate.fromOrThrowUnchecked(address), Optional.empty(), isMine);
    }
}
