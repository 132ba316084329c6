package kith.ui.widget;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Skin;

import java.util.BitSet;

/// One line of words with emoji, in any script, cut with an ellipsis at its own end where there is
/// no room, or in the middle with `CENTER_ELLIPSIS`: a name, a preview, the title of a tab, the
/// subject of a room.
///
/// Styled as a `Label`. It stands at the start of its room whatever direction its words have; it
/// has no graphic and doesn't wrap.
public class EmojiLabel extends Label {

    private final ObjectProperty<BitSet> strong = new SimpleObjectProperty<>(new BitSet());
    private boolean isPart;

    public EmojiLabel() {}

    public EmojiLabel(String text) {
        super(text);
    }

    /// The words of a button or the like, as a graphic of it: in the font and the colour that the
    /// control has. Its own words are left empty, and what is read out has to be said to it.
    public static EmojiLabel in(Labeled control, String text) {
        var words = new EmojiLabel(text);
        words.fontProperty().bind(control.fontProperty());
        words.textFillProperty().bind(control.textFillProperty());
        return words;
    }

    /// Makes it a part of a line that runs as the window does, such as the name before a colon. By
    /// itself it runs as its own words do.
    public final EmojiLabel asPartOfLine() {
        isPart = true;
        return this;
    }

    /// Draws some of the characters strong, as what was found in a name. Letters that run from
    /// right to left stay as they are: they join, and would come apart.
    ///
    /// @param characters indices of UTF-16 units of the text, which has no long gaps; not kept in
    ///   step with another text
    public final void setStrong(BitSet characters) {
        strong.set((BitSet) characters.clone());
    }

    /// Which characters are drawn strong; read only.
    final ObjectProperty<BitSet> strongProperty() {
        return strong;
    }

    /// In which direction these words of it are put.
    final NodeOrientation orientation(String words) {
        return isPart ? NodeOrientation.INHERIT : EmojiText.orientation(words);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new EmojiLabelSkin(this);
    }
}
