package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What words look like and do: code, quotes, emoji alone, other scripts, links, reactions that
/// others join.
class TwoWindowsWordsTest extends TwoWindowsFixture {

    TwoWindowsWordsTest() {
        super("yard");
    }

    @Test
    void withTheirLooks() {
        var annas = window("Anna", user("Anna", anna, "anna")).low();
        var bobs = window("Bob", user("Bob", bob, "bob")).low();
        var both = List.of(annas, bobs);
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        paste(bobs, "Look:\n```java\nint boats = 2;\nboats++;\n```");
        for (var window : both) {
            window.use().awaitMessage("int boats = 2;");
            OwnClipboard.put("something else");
            window.click("Copy code");
            assertThat(OwnClipboard.words()).isEqualTo("int boats = 2;\nboats++;");
            window.awaitText("Copied");
            window.picture("code");
        }

        paste(bobs, "> Two boats?\n> Or three?\nThree, *surely*, not ~two~ _or so_");
        for (var window : both) {
            window.awaitMessage("Three, surely, not two or so");
            window.awaitShown("the quote", () -> window.find(hasStyle("quotation")).isPresent());
            for (var style : List.of("in-strong", "in-strike", "in-emphasis")) {
                assertThat(window.find(hasStyle(style))).as(style).isPresent();
            }
        }

        bobs.use().say("A turtle: 🐢");
        for (var window : both) {
            window.awaitMessage("A turtle: 🐢");
        }
        bobs.say("🐢");
        for (var window : both) {
            window.awaitShown("a large one", () -> emoji(window, true).isPresent());
            assertThat(height(emoji(window, true)))
                    .isGreaterThan(1.5 * height(emoji(window, false)));
        }

        annas.use().say("مرحبا، متى تبحر العبّارة؟");
        bobs.awaitMessage("Anna", "مرحبا");
        for (var window : both) {
            assertThat(window.find(TwoWindowsWordsTest::isFromRight)).isPresent();
            window.picture("looks");
        }
    }

    private static void paste(KithWindow window, String words) {
        OwnClipboard.put(words);
        window.use().press(CONTROL, KeyCode.V);
        window.awaitComposer(words);
        window.press(KeyCode.ENTER);
        window.awaitComposer("");
    }

    /// One in a message.
    ///
    /// @param isAlone whether there is nothing else in it
    private static Optional<Node> emoji(KithWindow window, boolean isAlone) {
        return window.find(
                node ->
                        hasStyle("emoji").test(node)
                                && Stream.<Node>iterate(node, it -> it != null, Node::getParent)
                                        .filter(hasStyle("bubble"))
                                        .anyMatch(it -> hasStyle("jumbo").test(it) == isAlone));
    }

    private static double height(Optional<Node> node) {
        return FxThread.call(() -> node.orElseThrow().getLayoutBounds().getHeight());
    }

    private static boolean isFromRight(Node node) {
        return hasStyle("words").test(node)
                && node.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }

    private static Predicate<Node> hasStyle(String style) {
        return node -> node.getStyleClass().contains(style);
    }
}
