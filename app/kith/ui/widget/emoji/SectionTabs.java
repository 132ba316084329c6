package kith.ui.widget.emoji;

import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.ui.text.Texts;
import kith.ui.widget.IconButton;

import java.util.EnumMap;
import java.util.Map;

/// Goes to the sections, and says which one is in sight.
final class SectionTabs extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final EmojiPickerViewModel model;
    private final EmojiGrid grid;
    private final Map<EmojiSection, IconButton> tabs = new EnumMap<>(EmojiSection.class);

    SectionTabs(EmojiPickerViewModel model, EmojiGrid grid, Texts texts) {
        this.model = model;
        this.grid = grid;
        getStyleClass().add("emoji-tabs");
        for (var section : model.sections()) {
            var tab = new IconButton(section.icon(), 18, name(section, texts));
            tab.setOnAction(event -> goTo(section));
            tab.setMaxWidth(Double.MAX_VALUE);
            setHgrow(tab, Priority.ALWAYS);
            tabs.put(section, tab);
            getChildren().add(tab);
        }
        model.rows().subscribe(this::draw);
        grid.onScrolled(this::draw);
        draw();
    }

    /// What a section is called.
    static String name(EmojiSection section, Texts texts) {
        return switch (section) {
            case RECENT -> texts.say("emoji.section.recent");
            case PEOPLE -> texts.say("emoji.section.people");
            case NATURE -> texts.say("emoji.section.nature");
            case FOOD -> texts.say("emoji.section.food");
            case TRAVEL -> texts.say("emoji.section.travel");
            case ACTIVITIES -> texts.say("emoji.section.activities");
            case OBJECTS -> texts.say("emoji.section.objects");
            case SYMBOLS -> texts.say("emoji.section.symbols");
            case FLAGS -> texts.say("emoji.section.flags");
        };
    }

    private void goTo(EmojiSection section) {
        model.goTo(section);
        grid.showSection(section);
        draw();
    }

    private void draw() {
        var inSight = model.sectionAt(grid.firstRow());
        tabs.forEach(
                (section, tab) ->
                        tab.pseudoClassStateChanged(
                                SELECTED, inSight.filter(section::equals).isPresent()));
    }
}
