package kith.ui.composer;

import javafx.scene.control.MenuItem;

import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.RightToLeft;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The entries of a menu that may be open before it is known what a misspelt word may have meant.
///
/// All are there from the beginning, and change: with one that is taken out the keyboard would lose
/// its place.
final class SuggestionItems {

    private static final int MOST = 5;

    private final Texts texts;
    private final Consumer<String> choose;
    private final List<MenuItem> items = Stream.generate(MenuItem::new).limit(MOST).toList();

    /// @param choose puts one in the place of the word
    SuggestionItems(Texts texts, Consumer<String> choose) {
        this.texts = texts;
        this.choose = choose;
        items.forEach(item -> item.setMnemonicParsing(false));
        items.forEach(item -> item.setVisible(false));
        say(texts.say("composer.spelling.looking"));
    }

    List<MenuItem> items() {
        return items;
    }

    /// This is known now, the likeliest first.
    void show(List<String> words) {
        if (words.isEmpty()) {
            say(texts.say("composer.spelling.noSuggestions"));
            return;
        }
        for (int i = 0; i < Math.min(MOST, words.size()); i++) {
            offer(items.get(i), words.get(i));
        }
    }

    private void say(String words) {
        var first = items.getFirst();
        NoteItem.dress(first);
        first.setText(words);
        first.setVisible(true);
    }

    private void offer(MenuItem item, String word) {
        NoteItem.undress(item);
        item.getStyleClass().add("spelling-suggestion");
        item.setText(OneLine.of(word));
        item.setOnAction(event -> choose.accept(word));
        RightToLeft.dress(item);
        item.setVisible(true);
    }
}
