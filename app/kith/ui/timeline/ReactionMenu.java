package kith.ui.timeline;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.EmojiLabel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The menu of what can be put to a message with a key or a click: some emoji that are often meant,
/// and those that stand there. Those of ours are checked.
final class ReactionMenu {

    /// With the keys of their names.
    private static final Map<String, String> OFTEN = new LinkedHashMap<>();

    static {
        OFTEN.put("👍", "timeline.react.thumbsUp");
        OFTEN.put("❤️", "timeline.react.heart");
        OFTEN.put("😂", "timeline.react.laughing");
        OFTEN.put("😮", "timeline.react.surprised");
        OFTEN.put("😢", "timeline.react.sad");
        OFTEN.put("🎉", "timeline.react.party");
    }

    private ReactionMenu() {}

    /// @param toggle puts an emoji of ours there, or takes it back
    /// @param choose has the user choose any other
    static Menu of(Bubble bubble, TimelineWords words, Consumer<String> toggle, Runnable choose) {
        var menu = new Menu(words.texts().say("timeline.react"));
        menu.setMnemonicParsing(false);
        OFTEN.forEach(
                (emoji, name) -> {
                    boolean isOurs =
                            bubble.reactions().stream()
                                    .anyMatch(each -> each.isMine() && each.emoji().equals(emoji));
                    menu.getItems().add(item(emoji, words.texts().say(name), isOurs, toggle));
                });
        ReactionChips.shown(bubble).stream()
                .filter(each -> !OFTEN.containsKey(each.emoji()))
                .map(
                        each ->
                                item(
                                        each.emoji(),
                                        words.reactions().named(each),
                                        each.isMine(),
                                        toggle))
                .forEach(menu.getItems()::add);
        var other = new MenuItem(words.texts().say("timeline.react.other"));
        other.setMnemonicParsing(false);
        other.setOnAction(event -> choose.run());
        menu.getItems().addAll(new SeparatorMenuItem(), other);
        return menu;
    }

    private static MenuItem item(
            String emoji, String name, boolean isOurs, Consumer<String> toggle) {
        var item = new CheckMenuItem(name, new EmojiLabel(emoji));
        item.setMnemonicParsing(false);
        item.setSelected(isOurs);
        item.setOnAction(event -> toggle.accept(emoji));
        return item;
    }
}
