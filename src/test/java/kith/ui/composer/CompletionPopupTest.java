package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import kith.ui.fx.FxThread;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

class CompletionPopupTest {

    private final CompletionViewModel model =
            new CompletionViewModel(
                    List.of(new CommandCompletion(() -> EnumSet.allOf(SlashCommand.class))),
                    edit -> {});
    private final CompletionPopup popup =
            FxThread.call(() -> new CompletionPopup(model, Texts.of(Locale.ENGLISH)));

    /// An owner has more commands than there is room for over the field.
    @Test
    void ofManyRowsThoseAroundTheSelectedOneAreInSight() {
        FxThread.run(() -> model.look("/", 1));
        assertThat(shown())
                .hasSize(CompletionViewModel.MOST)
                .startsWith("/me action, Says what you are doing");
        for (int down = 1; down < SlashCommand.values().length; down++) {
            FxThread.run(model::next);
            assertThat(shown())
                    .hasSize(CompletionViewModel.MOST)
                    .anyMatch(row -> row.equals(popup.spokenProperty().get()));
        }
        assertThat(shown()).endsWith("/help, Shows all commands");
        FxThread.run(model::next);
        assertThat(shown()).startsWith("/me action, Says what you are doing");
    }

    private List<String> shown() {
        return FxThread.call(
                () ->
                        popup.getChildren().stream()
                                .filter(Node::isManaged)
                                .map(Node::getAccessibleText)
                                .toList());
    }
}
