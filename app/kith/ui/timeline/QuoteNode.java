package kith.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

import kith.ui.timeline.TimelineRow.Quote;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.NameColors;

/// What a message answers: who said it, in their colour, and its beginning on one line. A click
/// goes there.
final class QuoteNode extends VBox {

    /// @param go goes to what is quoted, where that is here
    QuoteNode(Quote quote, TimelineWords words, Runnable go) {
        getStyleClass().add("quote-of");
        quote.author().ifPresent(author -> NameColors.apply(this, author.colorKey()));
        words.author(quote)
                .ifPresent(
                        name -> {
                            var label = new EmojiLabel(name);
                            label.getStyleClass().addAll("nick", "named-text");
                            label.setMinWidth(0);
                            getChildren().add(label);
                        });
        var said = new EmojiLabel(words.said(quote));
        said.getStyleClass().add("quoted-words");
        said.setMinWidth(0);
        getChildren().add(said);
        if (quote.message().isPresent()) {
            setCursor(Cursor.HAND);
            addEventHandler(
                    MouseEvent.MOUSE_CLICKED,
                    event -> {
                        if (isPlain(event)) {
                            go.run();
                        }
                    });
        }
    }

    /// Not one that selects or picks.
    private static boolean isPlain(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && event.getClickCount() == 1
                && !event.isShiftDown()
                && !event.isShortcutDown();
    }
}
