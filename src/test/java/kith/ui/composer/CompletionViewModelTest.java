package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CompletionViewModelTest {

    private final List<Edit> edits = new ArrayList<>();
    private final CompletionViewModel model =
            new CompletionViewModel(List.of(new EmojiCompletion()), edits::add);

    @Test
    void opensWhileThereIsSomethingToChoose() {
        type(":s");
        assertThat(model.isOpen()).isFalse();
        type(":smi");
        assertThat(model.isOpen()).isTrue();
        assertThat(model.selectedProperty().get()).isZero();
        type(":smi ");
        assertThat(model.isOpen()).isFalse();
    }

    @Test
    void theArrowsGoRoundAndWhatIsSelectedIsTaken() {
        type("Well :smi");
        model.previous();
        assertThat(model.selectedProperty().get()).isEqualTo(model.rows().size() - 1);
        model.next();
        model.next();
        var second = model.rows().get(1);
        model.take();
        assertThat(edits).containsExactly(new Edit(5, 9, second.insertion()));
        assertThat(model.isOpen()).isFalse();
    }

    @Test
    void otherRowsBeginAtTheFirstAndTheSameStayAsTheyAre() {
        type(":smi");
        model.next();
        type(":smi");
        assertThat(model.selectedProperty().get()).isEqualTo(1);
        type(":smir");
        assertThat(model.selectedProperty().get()).isZero();
    }

    @Test
    void onceDismissedItStaysClosedForTheseLetters() {
        type(":sm");
        model.dismiss();
        type(":smi");
        assertThat(model.isOpen()).isFalse();
        type(":smi and :smi");
        assertThat(model.isOpen()).isTrue();
    }

    @Test
    void whatWasDismissedIsForgottenWithTheText() {
        type(":smi");
        model.dismiss();
        model.close();
        model.dismiss();
        type(":smi");
        assertThat(model.isOpen()).isTrue();
    }

    @Test
    void theTabKeyTakesWhatIsAlone() {
        var lone = new Completion(0, 1, List.of(new Suggestion.Emoji("👀", "eyes")));
        var several =
                new Completion(
                        0,
                        1,
                        List.of(
                                new Suggestion.Emoji("👀", "eyes"),
                                new Suggestion.Emoji("🎉", "tada")));
        var asked = new CompletionViewModel(List.of(atTab(lone), atTab(several)), edits::add);
        assertThat(asked.ask("e", 1)).isTrue();
        assertThat(edits).containsExactly(new Edit(0, 1, "👀"));

        asked = new CompletionViewModel(List.of(atTab(several)), edits::add);
        assertThat(asked.ask("e", 1)).isTrue();
        assertThat(asked.rows()).hasSize(2);
        assertThat(edits).hasSize(1);
        assertThat(model.ask("e", 1)).isFalse();
    }

    private static CompletionSource atTab(Completion found) {
        return new CompletionSource() {
            @Override
            public Optional<Completion> at(String text, int caret) {
                return Optional.empty();
            }

            @Override
            public Optional<Completion> atTab(String text, int caret) {
                return Optional.of(found);
            }
        };
    }

    private void type(String text) {
        model.look(text, text.length());
    }
}
