package kith.ui.widget;

import javafx.scene.text.Text;

/// Letters in words that people wrote, a time, a name: nothing but letters.
///
/// A type of its own, as there are many of them: for each node that is of the type `Text`, the
/// theme's rules for cards, tiles and notifications are looked up through all that is around it.
public final class Letters extends Text {

    /// @param letters what it shows, without emoji
    public Letters(String letters) {
        super(letters);
        getStyleClass().add("text");
    }
}
