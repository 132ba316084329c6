package kith.ui.fx;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/// How Kith looks now, by the user's choice and the desktop's: theme, text size, contrast. Scenes
/// that were dressed here follow each change at once.
///
/// FX thread only. One for the program; it doesn't keep scenes alive.
public final class Appearance {

    /// The smallest, the usual and the largest text size, in px.
    public static final int SMALLEST_TEXT = 11;

    public static final int USUAL_TEXT = 14;
    public static final int LARGEST_TEXT = 20;

    /// Which theme the user wants.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final IntegerProperty textSize = new SimpleIntegerProperty(USUAL_TEXT);
    private final BooleanProperty moreContrast = new SimpleBooleanProperty();
    private final Map<Scene, List<String>> scenes = new WeakHashMap<>();

    /// Loads the fonts, and sets the base theme before the first control is made: JavaFX would load
    /// its own otherwise.
    public Appearance() {
        Fonts.load();
        Application.setUserAgentStylesheet(theme().userAgentStylesheet());
        choice.subscribe(this::change);
        textSize.subscribe(this::change);
        moreContrast.subscribe(this::change);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::change);
    }

    /// Gives a scene its look, now and after each change.
    ///
    /// @param screens the screens it shows, by the names of their files `/kith/ui/<name>.css`
    public void dress(Scene scene, String... screens) {
        scenes.put(scene, List.of(screens));
        dress(scene, List.of(screens));
    }

    /// The theme that is shown now.
    public Theme theme() {
        return switch (choice.get()) {
            case SYSTEM -> Theme.of(Platform.getPreferences().getColorScheme());
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /// In px, [#SMALLEST_TEXT] to [#LARGEST_TEXT]; all other sizes follow it.
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    public BooleanProperty moreContrastProperty() {
        return moreContrast;
    }

    private void change() {
        scenes.forEach(this::dress);
    }

    private void dress(Scene scene, List<String> screens) {
        int px = Math.clamp(textSize.get(), SMALLEST_TEXT, LARGEST_TEXT);
        Stylesheets.apply(scene, theme(), moreContrast.get(), px, screens);
    }
}
