package kith.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import kith.model.SendKey;
import kith.ui.fx.Appearance;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SettingsViewModelTest {

    private final Looks looks =
            new Looks(
                    new SimpleObjectProperty<>(Appearance.Choice.SYSTEM),
                    new SimpleIntegerProperty(14),
                    new SimpleBooleanProperty());
    private final List<String> done = new ArrayList<>();

    @Test
    void showsWhatWasChosenAndChangesNothingByItself() {
        var model = open(SendKey.CONTROL_ENTER, false);
        assertThat(model.sectionProperty().get()).isEqualTo(Section.APPEARANCE);
        assertThat(model.sendKeyProperty().get()).isEqualTo(SendKey.CONTROL_ENTER);
        assertThat(model.tellsTypingProperty().get()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void eachChangeIsMadeAtOnce() {
        var model = open(SendKey.ENTER, true);
        model.sendKeyProperty().set(SendKey.CONTROL_ENTER);
        model.tellsTypingProperty().set(false);
        model.tellsTypingProperty().set(true);
        model.sendKeyProperty().set(SendKey.CONTROL_ENTER);
        assertThat(done)
                .containsExactly(
                        "send with CONTROL_ENTER", "tell typing false", "tell typing true");
    }

    @Test
    void whatLooksOtherwiseElsewhereDoesSoHere() {
        var model = open(SendKey.ENTER, true);
        looks.textSize().set(16); // with Ctrl and +
        assertThat(model.textSizeProperty().get()).isEqualTo(16);
        model.themeProperty().set(Appearance.Choice.DARK);
        model.moreContrastProperty().set(true);
        assertThat(looks.theme().get()).isEqualTo(Appearance.Choice.DARK);
        assertThat(looks.moreContrast().get()).isTrue();
    }

    @Test
    void aDirectoryOfRoomsIsChosenAsItIsTyped() {
        var model = open(SendKey.ENTER, true);
        assertThat(model.roomDirectoryProperty().get()).isEmpty();
        model.roomDirectoryProperty().set(" search.example ");
        assertThat(done).containsExactly("directory search.example");
    }

    @Test
    void notificationsAndTheirWordsAreTurnedEachForItself() {
        var model = open(SendKey.ENTER, false);
        assertThat(model.notifiesProperty().get()).isTrue();
        assertThat(model.notifiesWordsProperty().get()).isFalse();
        model.notifiesWordsProperty().set(true);
        model.notifiesProperty().set(false);
        assertThat(done).containsExactly("words true", "notifications false");
    }

    @Test
    void picturesAreShownByThemselvesOrNot() {
        var model = open(SendKey.ENTER, true);
        assertThat(model.showsPicturesProperty().get()).isTrue();
        model.showsPicturesProperty().set(false);
        assertThat(done).containsExactly("pictures false");
    }

    @Test
    void onceItIsClosedTheLooksKnowNothingOfIt() {
        var model = open(SendKey.ENTER, true);
        model.close();
        looks.textSize().set(16);
        model.moreContrastProperty().set(true);
        assertThat(model.textSizeProperty().get()).isEqualTo(14);
        assertThat(looks.moreContrast().get()).isFalse();
    }

    private SettingsViewModel open(SendKey key, boolean isTold) {
        return new SettingsViewModel(
                new Writing(
                        key,
                        isTold,
                        chosen -> done.add("send with " + chosen),
                        told -> done.add("tell typing " + told)),
                new Notifications(
                        true,
                        isTold,
                        shown -> done.add("notifications " + shown),
                        shown -> done.add("words " + shown)),
                new PictureSettings(isTold, shown -> done.add("pictures " + shown)),
                new RoomSettings("", address -> done.add("directory " + address)),
                looks);
    }
}
