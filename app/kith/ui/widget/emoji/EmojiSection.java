package kith.ui.widget.emoji;

import kith.ui.widget.Icon;

/// A part of the picker.
enum EmojiSection {
    RECENT(Icon.CLOCK_OUTLINE, ""),
    PEOPLE(Icon.EMOTICON_OUTLINE, "😀"),
    NATURE(Icon.PAW_OUTLINE, "🐵"),
    FOOD(Icon.FOOD_APPLE_OUTLINE, "🍇"),
    TRAVEL(Icon.CAR_OUTLINE, "🌍"),
    ACTIVITIES(Icon.BASKETBALL, "🎃"),
    OBJECTS(Icon.LIGHTBULB_OUTLINE, "👓"),
    SYMBOLS(Icon.SYMBOL, "🏧"),
    FLAGS(Icon.FLAG_OUTLINE, "🏁");

    private final Icon icon;
    private final String first;

    EmojiSection(Icon icon, String first) {
        this.icon = icon;
        this.first = first;
    }

    Icon icon() {
        return icon;
    }

    /// The emoji it begins with in the order of Unicode (emoji-test.txt); none for what the user
    /// has chosen lately.
    String first() {
        return first;
    }
}
