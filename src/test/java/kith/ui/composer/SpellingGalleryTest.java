package kith.ui.composer;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.gallery.Snapshots;
import kith.ui.chat.IdleCommands;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Pictures of misspelt words and what can be done about them.
class SpellingGalleryTest {

    private static final String[] SHEETS = {"chat", "timeline", "composer"};

    private static final Map<String, List<String>> WRONG =
            Map.of(
                    "harbor",
                    List.of("harbour", "arbour", "harbours", "harboured", "harp"),
                    "Thrusday",
                    List.of("Thursday"),
                    "שלוום",
                    List.of("שלום"));

    @Test
    void marks() {
        Snapshots.take(
                "spelling",
                560,
                130,
                () -> page("See you on Thrusday 🎉\nat the harbor, by the old crane"),
                SHEETS);
        Snapshots.take(
                "spelling-rtl", 560, 110, () -> mirrored(page("שלוום ליילה harbor")), SHEETS);
        Snapshots.take(
                "spelling-narrow",
                300,
                170,
                () -> page("We meet at the harbor on Thrusday, and then at the other harbor"),
                SHEETS);
    }

    @Test
    void menu() {
        Snapshots.takeMenu("menu-spelling", () -> menu("harbor ", 3), "composer");
        Snapshots.takeMenu("menu-spelling-none", () -> menu("See you", 3), "composer");
        Snapshots.takeMenu("menu-spelling-looking", SpellingGalleryTest::looking, "composer");
        Snapshots.takeMenu("menu-spelling-own", SpellingGalleryTest::own, "composer");
    }

    @Test
    void languageMenus() {
        Snapshots.takeMenu(
                "menu-languages", () -> languages("de_DE", "en_GB", "he_IL"), "composer");
        Snapshots.takeMenu("menu-languages-none", () -> languages(), "composer");
    }

    private static ContextMenu languages(String... installed) {
        var fake = new FakeSpelling(WRONG);
        fake.install(installed);
        fake.damage("en_GB");
        var made = new LanguageMenu(model(fake, "").spelling(), Texts.of(Locale.ENGLISH)).make();
        var menu = new ContextMenu();
        menu.getItems().addAll(List.copyOf(made.getItems()));
        return menu;
    }

    private static ContextMenu menu(String draft, int place) {
        return menu(model(draft), place);
    }

    private static ContextMenu looking() {
        var fake = new FakeSpelling(WRONG);
        fake.holdSuggestions();
        return menu(model(fake, "harbor "), 3);
    }

    private static ContextMenu own() {
        var fake = new FakeSpelling(WRONG);
        fake.commands().add().accept("harbor");
        return menu(model(fake, "harbor "), 3);
    }

    private static ContextMenu menu(ComposerViewModel model, int place) {
        return new FieldMenu(new GrowingTextArea(), model.spelling(), Texts.of(Locale.ENGLISH))
                .make(model.spelling().at(place), model.spelling().own(place));
    }

    private static Parent mirrored(Parent page) {
        page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        return page;
    }

    private static Parent page(String draft) {
        var view = new ComposerView(model(draft), Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla, not encrypted");
        var space = new Region();
        space.setMinHeight(24);
        return new VBox(space, view);
    }

    private static ComposerViewModel model(String draft) {
        return model(new FakeSpelling(WRONG), draft);
    }

    private static ComposerViewModel model(FakeSpelling fake, String draft) {
        var model =
                new ComposerViewModel(
                        IdleCommands.composer().with(fake.commands()),
                        List.of(),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        model.draftProperty().set(draft);
        model.caretProperty().set(0);
        model.leave();
        return model;
    }
}
