package kith.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;

import kith.ui.fx.Appearance;

/// How the window looks by the user's choice; whoever changes it sees it at once.
///
/// @param textSize in px, [Appearance#SMALLEST_TEXT] to [Appearance#LARGEST_TEXT]
public record Looks(
        ObjectProperty<Appearance.Choice> theme,
        IntegerProperty textSize,
        BooleanProperty moreContrast) {

    /// Those of the program.
    public static Looks of(Appearance appearance) {
        return new Looks(
                appearance.choiceProperty(),
                appearance.textSizeProperty(),
                appearance.moreContrastProperty());
    }
}
