package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.model.Answer;
import kith.model.Refusal;
import kith.model.RoomRegistration;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.room.MembershipViewModel.Phase;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A room that takes its time to say whether it registers somebody.
class MembershipAnswersTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    private final CompletableFuture<Answer<RoomRegistration>> form = new CompletableFuture<>();
    private final MembershipViewModel model =
            new MembershipViewModel(
                    new MembershipCommands(
                            () -> form,
                            filled -> new CompletableFuture<Optional<Refusal>>(),
                            CompletableFuture::new),
                    () -> "Mara",
                    new ImmediateLane());
    private final TextField elsewhere = FxThread.call(TextField::new);

    /// Who has left meanwhile, and comes again, has asked for nothing.
    @Test
    void whatCameTooLateIsNotShown() {
        model.ask();
        model.reset();
        answer();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Idle());
    }

    @Test
    void theKeyboardGoesOnWithTheAnswer() {
        try (var stage = open()) {
            FxThread.run(() -> ask(view()));
            stage.settle();
            FxThread.run(this::answer);
            assertThat(FxThread.call(() -> field(view()).isFocused())).isTrue();
        }
    }

    @Test
    void theKeyboardIsNotTakenFromWhereTheUserWentMeanwhile() {
        try (var stage = open()) {
            FxThread.run(() -> ask(view()));
            stage.settle();
            FxThread.run(elsewhere::requestFocus);
            FxThread.run(this::answer);
            assertThat(FxThread.call(() -> field(view()).isFocused())).isFalse();
            assertThat(FxThread.call(elsewhere::isFocused)).isTrue();
        }
    }

    private void answer() {
        form.complete(new Answer.Given<>(new RoomRegistration(Optional.empty(), NickForm.FORM)));
    }

    private OnStage open() {
        return new OnStage(
                320,
                480,
                () ->
                        new VBox(
                                elsewhere,
                                new MembershipView(model, new MembershipWords(TEXTS, true))));
    }

    private MembershipView view() {
        return (MembershipView) elsewhere.getParent().lookup(".membership");
    }

    private static void ask(MembershipView view) {
        var button = (Button) view.getChildren().getFirst();
        button.requestFocus();
        button.fire();
    }

    private static Node field(MembershipView view) {
        return view.getChildren().stream()
                .filter(ScrollPane.class::isInstance)
                .map(pane -> ((ScrollPane) pane).getContent().lookup(".text-field"))
                .findFirst()
                .orElseThrow();
    }
}
