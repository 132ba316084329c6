package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import kith.model.Refusal;
import kith.model.Refusal.Reason;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Changing what one is called in the room.
class ModerationPaneNickTest extends ModerationPaneFixture {

    private final List<String> nicks = new ArrayList<>();
    private Optional<Refusal> nickAnswer = Optional.of(Refusal.of(Reason.NICK_TAKEN));

    @Test
    void theNickIsChangedInThePane() {
        open(true);
        robot.clickOn(person("Mara"));
        settle();
        choose("Change your nick…");
        robot.write("M", 0);
        settle();
        picture("room-nick");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(nicks).containsExactly("M");
        assertThat(error().getText()).isEqualTo("“M” is in use in this room. Choose another nick.");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".nick-editor .text-field").tryQuery()).isEmpty();
        nickAnswer = Optional.empty();
        robot.clickOn(person("Mara"));
        settle();
        choose("Change your nick…");
        robot.write("Mara P", 0).type(KeyCode.ENTER);
        settle();
        assertThat(nicks).containsExactly("M", "Mara P");
        assertThat(robot.lookup(".nick-editor .text-field").tryQuery()).isEmpty();
    }

    @Test
    void theSentenceThatSaysWhyNotIsWhole() {
        open(true);
        robot.clickOn(person("Mara"));
        settle();
        choose("Change your nick…");
        robot.write("Mara of the print workshop", 0).type(KeyCode.ENTER);
        settle();
        picture("room-nick-refused");
        var error = error();
        assertThat(error.getHeight()).isEqualTo(error.prefHeight(error.getWidth()));
        assertThat(error.getHeight()).isGreaterThan(2 * error.getFont().getSize());
    }

    private Label error() {
        return robot.lookup(".nick-editor .field-error").query();
    }

    @Override
    CompletionStage<Optional<Refusal>> rename(String nick) {
        nicks.add(nick);
        return CompletableFuture.completedStage(nickAnswer);
    }
}
