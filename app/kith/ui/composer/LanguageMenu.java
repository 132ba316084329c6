package kith.ui.composer;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import kith.model.Spelling;
import kith.ui.text.Texts;
import kith.ui.widget.RightToLeft;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The languages in which a chat can be checked, or how to get one where there is none. What is
/// installed while it is open comes in.
final class LanguageMenu {

    private final SpellingViewModel model;
    private final Texts texts;
    private final DictionaryNames names;

    LanguageMenu(SpellingViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        names = new DictionaryNames(texts.locale());
    }

    Menu make() {
        var menu = new Menu(texts.say("composer.spelling.language"));
        menu.getStyleClass().add("spelling-languages");
        fill(menu, model.stateProperty().get());
        var changes =
                model.stateProperty().subscribe((before, now) -> installed(menu, before, now));
        menu.parentPopupProperty()
                .subscribe(
                        popup -> {
                            if (popup != null) {
                                popup.setOnHidden(event -> changes.unsubscribe());
                            }
                        });
        return menu;
    }

    private void installed(Menu menu, Spelling before, Spelling now) {
        if (!before.installed().equals(now.installed())) {
            fill(menu, now);
        }
    }

    private void fill(Menu menu, Spelling spelling) {
        menu.getItems().setAll(spelling.installed().isEmpty() ? none() : choices(spelling));
    }

    private List<MenuItem> none() {
        return List.of(NoteItem.of(texts.say("composer.spelling.none", model.folder())));
    }

    private List<MenuItem> choices(Spelling spelling) {
        var group = new ToggleGroup();
        var called = names.of(spelling.installed());
        var items = new ArrayList<MenuItem>();
        for (var dictionary :
                spelling.installed().stream()
                        .sorted(Comparator.comparing(called::get, order()))
                        .toList()) {
            var name = called.getOrDefault(dictionary, dictionary);
            items.add(
                    choice(
                            group,
                            spelling.unreadable().contains(dictionary)
                                    ? texts.say("composer.spelling.unreadable", name)
                                    : name,
                            Optional.of(dictionary),
                            spelling));
        }
        items.add(choice(group, texts.say("composer.spelling.off"), Optional.empty(), spelling));
        return items;
    }

    private Comparator<String> order() {
        return Collator.getInstance(texts.locale())::compare;
    }

    private MenuItem choice(
            ToggleGroup group, String name, Optional<String> dictionary, Spelling spelling) {
        var item = new RadioMenuItem(name);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(spelling.dictionary().equals(dictionary));
        item.setOnAction(event -> model.choose(dictionary));
        RightToLeft.dress(item);
        return item;
    }
}
