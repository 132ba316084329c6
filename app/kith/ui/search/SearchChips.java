package kith.ui.search;

import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

import kith.model.SearchQuery.Has;
import kith.session.search.SearchFilter;
import kith.session.search.SearchFilter.Kind;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.NameItem;
import kith.ui.widget.RemovableChip;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The filters of a search: those that are set, each with a cross that takes it away, then what can
/// be set.
final class SearchChips extends FlowPane {

    /// So many names are offered; others are written.
    private static final int MOST = 20;

    private final SearchViewModel model;
    private final Texts texts;
    private final Times times;

    SearchChips(SearchViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        getStyleClass().add("search-chips");
        model.words().filters().subscribe(this::show);
        show();
    }

    private void show() {
        var chips = new ArrayList<Node>();
        var filters = model.words().filters();
        filters.forEach(filter -> chips.add(set(filter)));
        for (var kind : Kind.values()) {
            if (kind.isRepeatable()
                    || filters.stream().noneMatch(filter -> filter.kind() == kind)) {
                chips.add(offer(kind));
            }
        }
        getChildren().setAll(chips);
    }

    private Button set(SearchFilter filter) {
        var words = words(filter);
        var chip = new RemovableChip(words, texts.say("search.filter.remove", words));
        chip.getStyleClass().setAll("chip");
        chip.pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), true);
        chip.setOnAction(event -> model.words().remove(filter));
        return chip;
    }

    private Button offer(Kind kind) {
        var chip = new Button(texts.say(key(kind)), new IconView(icon(kind), 16));
        chip.getStyleClass().setAll("chip");
        chip.setOnAction(
                event -> {
                    switch (kind) {
                        case FROM -> names(kind, model.people()).show(chip, Side.BOTTOM, 0, 4);
                        case IN -> names(kind, model.places()).show(chip, Side.BOTTOM, 0, 4);
                        case AFTER, BEFORE -> day(kind).show(chip, Side.BOTTOM, 0, 4);
                        case HAS -> things().show(chip, Side.BOTTOM, 0, 4);
                    }
                });
        return chip;
    }

    private ContextMenu names(Kind kind, List<String> names) {
        var menu = new ContextMenu();
        if (kind == Kind.FROM) {
            menu.getItems().add(item(texts.say("search.you"), new SearchFilter(kind, "me")));
        }
        names.stream()
                .limit(MOST)
                .forEach(name -> menu.getItems().add(item(name, new SearchFilter(kind, name))));
        return menu;
    }

    private ContextMenu things() {
        var menu = new ContextMenu();
        for (var has : Has.values()) {
            var filter = SearchFilter.has(has);
            menu.getItems().add(item(value(filter), filter));
        }
        return menu;
    }

    private MenuItem item(String name, SearchFilter filter) {
        var item = new NameItem(name);
        item.setOnAction(event -> model.words().add(filter));
        return item;
    }

    private ContextMenu day(Kind kind) {
        var picker = new DatePicker();
        picker.setPromptText(texts.say("search.filter.day"));
        picker.setAccessibleText(texts.say(key(kind)));
        var item = new CustomMenuItem(picker, false);
        var menu = new ContextMenu(item);
        picker.valueProperty()
                .subscribe(
                        day -> {
                            if (day != null) {
                                menu.hide();
                                model.words().add(new SearchFilter(kind, day.toString()));
                            }
                        });
        menu.setOnShown(event -> picker.requestFocus());
        return menu;
    }

    private String value(SearchFilter filter) {
        return switch (filter.kind()) {
            case FROM -> filter.value().equals("me") ? texts.say("search.you") : filter.value();
            case IN -> filter.value();
            case HAS -> texts.say(has(filter));
            case AFTER, BEFORE -> day(filter.value());
        };
    }

    private static String has(SearchFilter filter) {
        return switch (Has.valueOf(filter.value().toUpperCase(Locale.ROOT))) {
            case LINK -> "search.filter.link";
            case FILE -> "search.filter.file";
            case PICTURE -> "search.filter.picture";
        };
    }

    /// A month or a year stays as it was written.
    private String day(String written) {
        try {
            return times.date(LocalDate.parse(written));
        } catch (DateTimeParseException other) {
            return written;
        }
    }

    private String words(SearchFilter filter) {
        var value = value(filter);
        return switch (filter.kind()) {
            case FROM -> texts.say("search.filter.from.is", value);
            case IN -> texts.say("search.filter.in.is", value);
            case AFTER -> texts.say("search.filter.after.is", value);
            case BEFORE -> texts.say("search.filter.before.is", value);
            case HAS -> texts.say("search.filter.has.is", value);
        };
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case FROM -> "search.filter.from";
            case IN -> "search.filter.in";
            case AFTER -> "search.filter.after";
            case BEFORE -> "search.filter.before";
            case HAS -> "search.filter.has";
        };
    }

    private static Icon icon(Kind kind) {
        return switch (kind) {
            case FROM -> Icon.ACCOUNT_OUTLINE;
            case IN -> Icon.FORUM_OUTLINE;
            case AFTER, BEFORE -> Icon.CALENDAR_OUTLINE;
            case HAS -> Icon.PAPERCLIP;
        };
    }
}
