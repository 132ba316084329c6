package kith.ui.roomsettings;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.roomsettings.CloseRoomViewModel.Phase;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class CloseRoomViewModelTest {

    private final List<String> told = new ArrayList<>();
    private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    private final CloseRoomViewModel model =
            new CloseRoomViewModel(
                    "Bees",
                    (reason, alternative) -> {
                        told.add(reason + " → " + alternative.map(Object::toString).orElse(""));
                        return answer;
                    },
                    new ImmediateLane());

    @Test
    void aRoomIsClosedWithAReasonAndAnotherRoom() {
        model.reasonProperty().set(" We moved ");
        model.alternativeProperty().set("xmpp:press@rooms.example?join");
        model.submit();
        model.submit();
        assertThat(told).containsExactly("We moved → press@rooms.example");
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Closing());
        answer.complete(Optional.empty());
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Closed());
    }

    @Test
    void neitherIsNeeded() {
        model.submit();
        assertThat(told).containsExactly(" → ");
    }

    @Test
    void whatIsNoAddressIsSaid() {
        model.alternativeProperty().set("press");
        model.submit();
        assertThat(told).isEmpty();
        assertThat(model.alternativeWrongProperty().get()).isTrue();
        model.alternativeProperty().set("");
        assertThat(model.alternativeWrongProperty().get()).isFalse();
    }

    @Test
    void aRoomThatGoesOnCanBeClosedAgain() {
        model.submit();
        var refusal = Optional.of(Refusal.of(Reason.FORBIDDEN));
        answer.complete(refusal);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Asking(refusal));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalIsSaidAsASentence(Reason reason) {
        var sentences = new OwnerSentences(Texts.of(Locale.UK));
        assertThat(sentences.notClosed(Refusal.of(reason))).endsWith(".").doesNotContain("{");
        assertThat(sentences.notSet(Refusal.of(reason))).endsWith(".").doesNotContain("{");
        assertThat(sentences.notSet(new Refusal(reason, "No hats"))).endsWith("“No hats”");
    }
}
