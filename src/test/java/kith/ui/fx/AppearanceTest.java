package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

class AppearanceTest {

    @Test
    void dressedSceneFollowsTheChoice() {
        FxThread.run(
                () -> {
                    var appearance = new Appearance();
                    var label = new Label("Kith");
                    var scene = new Scene(new StackPane(label), 100, 100);
                    appearance.dress(scene);
                    appearance.choiceProperty().set(Appearance.Choice.LIGHT);
                    assertThat(color(label).getBrightness()).isLessThan(0.4);
                    appearance.choiceProperty().set(Appearance.Choice.DARK);
                    assertThat(color(label).getBrightness()).isGreaterThan(0.6);
                });
    }

    /// Menus are windows of their own.
    @Test
    void menuFollowsItsWindow() {
        FxThread.run(
                () -> {
                    var appearance = new Appearance();
                    appearance.choiceProperty().set(Appearance.Choice.LIGHT);
                    var owner = new Stage();
                    owner.setScene(new Scene(new StackPane(), 100, 100));
                    appearance.dress(owner.getScene());
                    owner.show();
                    appearance.choiceProperty().set(Appearance.Choice.DARK);
                    appearance.textSizeProperty().set(20);
                    owner.getScene().getRoot().applyCss(); // as the next pulse does
                    var menu = new ContextMenu(new MenuItem("Reply"));
                    menu.show(owner);
                    var label = (Label) menu.getScene().getRoot().lookup(".menu-item > .label");
                    assertThat(color(label).getBrightness()).isGreaterThan(0.6);
                    assertThat(label.getFont().getSize()).isEqualTo(20);
                    owner.close();
                });
    }

    @Test
    void textSizeScalesEverything() {
        FxThread.run(
                () -> {
                    var appearance = new Appearance();
                    var label = new Label("Kith");
                    label.getStyleClass().add("title");
                    appearance.dress(new Scene(new StackPane(label), 100, 100));
                    appearance.textSizeProperty().set(20);
                    label.applyCss();
                    assertThat(label.getFont().getSize()).isBetween(25.0, 26.0);
                });
    }

    @Test
    void facesOfTheInterfaceFontAreWhatTheirNamesSay() {
        FxThread.run(
                () -> {
                    Fonts.load();
                    assertThat(Font.getFontNames("Inter"))
                            .contains(
                                    "Inter Regular",
                                    "Inter Bold",
                                    "Inter Italic",
                                    "Inter Bold Italic");
                    assertThat(Font.getFamilies()).contains("Inter Semi Bold");
                });
    }

    private static Color color(Label label) {
        label.applyCss();
        return (Color) label.getTextFill();
    }
}
