package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import kith.gallery.SampleWorld;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Fault;
import kith.model.OpenTabs;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The window in its states: what it shows and says there, and which chat is watched.
class MainWindowTest extends MainWindowFixture {

    @Test
    void whatWasMistypedIsSaidAtTheField() {
        open();
        control(KeyCode.G);
        robot.write("no room", 0).type(KeyCode.ENTER);
        settle();
        assertThat(texts()).contains("A room’s address looks like room@rooms.server");
        assertThat(exists(".dialog-frame")).isTrue();
    }

    @Test
    void theBannerStandsUnderTheHeaderOfTheChatInFront() {
        world.loseConnection();
        open();
        assertThat(texts()).contains("No connection, retrying in 8 s.");
        control(KeyCode.TAB);
        assertThat(texts()).contains("No connection, retrying in 8 s.");
        robot.clickOn(text("Retry now"));
        settle();
        assertThat(window().viewModels().commands()).contains("retry 1", "retry 2");
    }

    /// They are two labels, since only the words are cut where room ends.
    @Test
    void betweenWhoSaidItAndWhatIsABlankAsInAnyLine() {
        open();
        var sender = (Label) text("Priya:");
        var gap =
                FxThread.call(
                        () -> {
                            var words = sender.getParent().getChildrenUnmodifiable().getLast();
                            return words.localToScene(words.getLayoutBounds()).getMinX()
                                    - sender.localToScene(sender.getLayoutBounds()).getMaxX();
                        });
        double blank =
                FxThread.call(
                        () -> {
                            var text = new Text(" ");
                            text.setFont(sender.getFont());
                            return text.getLayoutBounds().getWidth();
                        });
        assertThat(gap).isCloseTo(blank, offset(1.0));
    }

    @Test
    void withoutATabTheBannerIsThereAllTheSame() {
        world.loseConnection();
        world.set(world.tabs, OpenTabs.NONE);
        open();
        assertThat(texts()).contains("No connection, retrying in 8 s.", "No chat is open");
    }

    @Test
    void whoHasNoChatYetIsShownTheFirstSteps() {
        world.set(world.tabs, OpenTabs.NONE);
        world.set(world.chats, List.of());
        open();
        assertThat(texts()).contains("You’re in", "Your address is mara@hearth.example.");
        robot.clickOn(text("Add a contact"));
        settle();
        assertThat(exists(".dialog-frame")).isTrue();
    }

    @Test
    void aRefusedPasswordLeadsToSigningInAgainAndBack() {
        var problem = new ConnectionProblem(ConnectionProblem.Kind.WRONG_PASSWORD, "");
        world.connect(SampleWorld.BIRKE, new ConnectionState.Stopped(problem));
        open();
        robot.clickOn(text("Sign in again"));
        settle();
        assertThat(texts()).contains("Kith needs the password of this account.");
        robot.write("open sesame", 0).type(KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands()).contains("sign in mara@birke.example");
        robot.clickOn(".corner");
        settle();
        assertThat(exists(".sidebar")).isTrue();
    }

    @Test
    void aFaultIsToldUntilItIsPutAway() {
        open();
        FxThread.run(
                () ->
                        world.set(
                                world.fault,
                                Optional.of(new Fault("k3x9ab", "The disk is full."))));
        assertThat(texts()).contains("The disk is full.");
        robot.clickOn(".toast .icon-button");
        settle();
        assertThat(exists(".toast")).isFalse();
    }

    @Test
    void theChatInFrontIsWatchedWhileTheWindowHasTheFocus() {
        open();
        assertThat(window().viewModels().watched())
                .contains(SampleWorld.key("layla@cedar.example"));
        control(KeyCode.TAB);
        assertThat(window().viewModels().watched())
                .contains(SampleWorld.key("print@rooms.hearth.example"));
    }

    @Test
    void whereNarrowTheListIsInFrontUntilAChatIsOpened() {
        open(480, 640);
        assertThat(window().viewModels().watched()).isEmpty();
        assertThat(isShown(".tab-strip")).isFalse();
        robot.clickOn(text("typing…"));
        settle();
        assertThat(isShown(".tab-strip")).isTrue();
        assertThat(isShown(".sidebar")).isFalse();
        assertThat(window().viewModels().watched())
                .contains(SampleWorld.key("olena@dnipro.example"));
    }

    @Test
    void theWindowIsCalledAfterTheChatInFront() {
        open();
        assertThat(title()).isEqualTo("Layla Haddad – Kith");
        FxThread.run(() -> world.set(world.tabs, OpenTabs.NONE));
        assertThat(title()).isEqualTo("Kith");
    }

    @Test
    void everyButtonAndFieldHasAName() {
        open();
        robot.clickOn(".profile-button");
        settle();
        var nameless =
                FxThread.call(
                        () ->
                                nodes().filter(
                                                node ->
                                                        node instanceof Button
                                                                || node instanceof CheckBox
                                                                || node instanceof TextField)
                                        .filter(node -> name(node).isBlank())
                                        .toList());
        assertThat(nameless).isEmpty();
    }

    private String title() {
        return FxThread.call(() -> window().stage().getTitle());
    }

    private boolean isShown(String selector) {
        return FxThread.call(() -> isShown(window().scene().getRoot().lookup(selector)));
    }

    private List<String> texts() {
        return FxThread.call(
                () ->
                        nodes().filter(Labeled.class::isInstance)
                                .filter(MainWindowFixture::isShown)
                                .map(
                                        node ->
                                                Optional.ofNullable(((Labeled) node).getText())
                                                        .orElse(""))
                                .toList());
    }
}
