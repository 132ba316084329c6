package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.ui.chat.IdleCommands;
import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.NameItem;
import kith.ui.widget.RemovableChip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody who means harm may write, in messages and nicks.
class HostileTextTest {

    private static final int WIDTH = 700;

    static Stream<String> bombs() {
        return Stream.of(
                "a".repeat(1_000_000),
                "a" + "\u0301".repeat(100_000),
                "\u202E\u2067".repeat(50_000),
                "👩‍👩‍👧‍👦".repeat(10_000),
                "\n".repeat(20_000),
                "\uFDFD".repeat(10_000),
                "http://a.example/ ".repeat(5_000),
                "\uD800\uDBFF".repeat(1_000),
                "\u0000\u0007\u001b[31m".repeat(1_000),
                "(".repeat(20_000),
                "https://" + "(".repeat(50_000) + ")".repeat(50_000),
                "> ".repeat(1_000) + "quote",
                ">".repeat(1_000_000),
                (">".repeat(1_000) + "\n").repeat(1_000),
                "*".repeat(1_000_000),
                "*a* ".repeat(10_000),
                "*_~`a`~_* ".repeat(10_000),
                "`".repeat(1_000_000),
                "```\n".repeat(10_000),
                "> ```\n```\n".repeat(10_000),
                "```\n" + "code ".repeat(100_000),
                "```" + "language".repeat(1_000) + "\na",
                "/me " + "*".repeat(100_000),
                "*️⃣ ".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void h58StaysInsideTheColumnWithFewNodes(String bomb) {
        FxThread.run(
                () -> {
                    var talk = new Talk("evil@hearth.example").theirs("09:00", bomb);
                    var scene = show(talk, false);
                    for (var bubble : scene.getRoot().lookupAll(".bubble")) {
                        var bounds = bubble.localToScene(bubble.getLayoutBounds());
                        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(0);
                        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(WIDTH);
                        assertThat(bubble.lookupAll(".message-text *")).hasSizeLessThan(2_500);
                    }
                    assertThat(scene.getRoot().lookupAll(".bubble")).hasSize(1);
                });
    }

    @Test
    void h58MarksAreStackedNoHigherThanAnyLanguageDoes() {
        FxThread.run(
                () -> {
                    var talk =
                            new Talk("evil@hearth.example")
                                    .theirs("09:00", "Z" + "\u0301".repeat(1_000) + "algo");
                    assertThat(words(show(talk, false), ".message-text > .words"))
                            .hasSize(1 + 8 + 4)
                            .startsWith("Z");
                });
    }

    @Test
    void h57ANickIsShownAsItIsAndRunsNothing() throws IOException {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            var nick = "a_b\"; -fx-background-image:url('http://127.0.0.1:" + port + "!x'); {0} %s";
            FxThread.run(
                    () -> {
                        var talk =
                                new Talk("print@rooms.hearth.example")
                                        .from(nick, "09:00", "hello")
                                        .subject(nick, "09:01", "{1} $1 %n");
                        var scene = show(talk, true);
                        assertThat(label(scene, ".nick").getText()).isEqualTo(nick);
                        assertThat(words(scene, ".system .note"))
                                .isEqualTo(nick + " changed the subject to “{1} $1 %n”");
                    });
            assertThat(server.accept()).isNull();
        }
    }

    /// A button or an item would take an underscore for a key to press, and not show it.
    @Test
    void h57NoLetterOfANickIsAMnemonic() {
        FxThread.run(
                () -> {
                    var nick = "a_b__c {0} %s";
                    assertThat(new NameItem(nick).isMnemonicParsing()).isFalse();
                    var details =
                            new MessageDetails(
                                    List.of(new MessageDetails.Detail("Seen by", nick)),
                                    List.of(),
                                    List.of());
                    var menu = DetailsMenu.of(details, Texts.of(Locale.ENGLISH));
                    var shown =
                            new VBox(
                                    ((CustomMenuItem) menu.getItems().getFirst()).getContent(),
                                    new RemovableChip(nick, nick),
                                    new NameItem(nick).getContent());
                    var scene = DressedScene.layOut(shown, 400, 400);
                    assertThat(words(scene, ".message-detail .flowing")).isEqualTo(nick);
                    assertThat(label(scene, ".chip .label").getText()).isEqualTo(nick);
                    assertThat(label(scene, ".name-item .label").getText()).isEqualTo(nick);
                    assertThat(shown.lookupAll(".text"))
                            .filteredOn(each -> ((Text) each).getText().equals(nick))
                            .hasSize(3);
                });
    }

    @Test
    void aNickThatTurnsTheDirectionTurnsNothingAround() {
        FxThread.run(
                () -> {
                    var nick = "evil\u202Egpj";
                    var talk = new Talk("print@rooms.hearth.example").subject(nick, "09:01", "new");
                    assertThat(words(show(talk, true), ".system .note"))
                            .startsWith("\u200eevilgpj\u200e changed");
                });
    }

    @Test
    void h58ALongMessageOffersMore() {
        FxThread.run(
                () -> {
                    var talk =
                            new Talk("evil@hearth.example").theirs("09:00", "a".repeat(1_000_000));
                    assertThat(label(show(talk, false), ".bubble > .link-action")).isNotNull();
                });
    }

    private static Labeled label(Scene scene, String selector) {
        return (Labeled) scene.getRoot().lookup(selector);
    }

    private static String words(Scene scene, String selector) {
        var text = (TextFlow) scene.getRoot().lookup(selector);
        return text.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    private static Scene show(Talk talk, boolean isRoom) {
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var model =
                new TimelineViewModel(
                        talk.live(),
                        isRoom ? Optional.of(nobody()) : Optional.empty(),
                        IdleCommands.timeline(),
                        clock,
                        ZoneOffset.UTC,
                        new ManualTimer(),
                        new ImmediateLane());
        var times = new Times(clock, ZoneOffset.UTC, texts);
        var view = new TimelineView(model, texts, times, () -> "Layla", isRoom);
        var scene = DressedScene.layOut(view, WIDTH, 500);
        view.layout();
        return scene;
    }

    private static TimelineRoom nobody() {
        var lane = new ImmediateLane();
        return new TimelineRoom(
                new Cell<>(lane, Optional.empty()),
                new Cell<>(lane, List.of()),
                _ -> OptionalInt.empty());
    }
}
