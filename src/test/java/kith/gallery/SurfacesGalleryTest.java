package kith.gallery;

import static kith.gallery.WidgetPages.grow;
import static kith.gallery.WidgetPages.page;
import static kith.gallery.WidgetPages.row;
import static kith.gallery.WidgetPages.section;
import static kith.gallery.WidgetPages.styled;

import atlantafx.base.controls.ToggleSwitch;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.widget.Avatar;
import kith.ui.widget.Banner;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.PresenceShape;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Lists, toasts, cards, menus: what other widgets stand on.
class SurfacesGalleryTest {

    @Test
    void surfaces() {
        Snapshots.take("surfaces", 720, 320, SurfacesGalleryTest::surfacesPage);
    }

    @Test
    void menu() {
        Snapshots.takeMenu("menu", SurfacesGalleryTest::sampleMenu);
    }

    private static Parent surfacesPage() {
        var list = styled(new ListView<>(samplePeople()), "rows", "contacts");
        list.setCellFactory(view -> new PersonCell());
        list.getSelectionModel().select(1);
        list.setPrefSize(304, 230);
        var sidebar = styled(new VBox(list), "sidebar");
        var toast =
                styled(
                        new HBox(
                                grow(new Label("Chat with Tom Okafor closed")),
                                Banner.action("Undo", () -> {})),
                        "toast");
        var cardRow = new HBox(12, grow(new Label("Theme")), new ToggleSwitch());
        cardRow.setPadding(new Insets(16));
        var choices = new ComboBox<>(FXCollections.observableArrayList("Sweden", "Norway"));
        choices.getSelectionModel().selectFirst();
        var bar = new ProgressBar(0.64);
        bar.setPrefWidth(172);
        var area = new TextArea("Several\nlines");
        area.setPrefSize(340, 72);
        var right = new VBox(16, toast, styled(new VBox(cardRow), "card"), row(choices, bar), area);
        return page(section("List, toast, card, choice, progress", new HBox(16, sidebar, right)));
    }

    private static ObservableList<String> samplePeople() {
        return FXCollections.observableArrayList(
                "Priya Natarajan", "Henrik Dahl", "Jonas Weber", "Émile Fournier", "Mum", "Dad");
    }

    private static ContextMenu sampleMenu() {
        var reply = new MenuItem("Reply", new IconView(Icon.REPLY_OUTLINE, 18));
        reply.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+R"));
        var copy = new MenuItem("Copy text", new IconView(Icon.CONTENT_COPY, 18));
        var delete = styled(new MenuItem("Delete for everyone"), "danger");
        delete.setGraphic(new IconView(Icon.DELETE_FOREVER_OUTLINE, 18));
        return new ContextMenu(reply, copy, new SeparatorMenuItem(), delete);
    }

    private static final class PersonCell extends ListCell<String> {

        private final Avatar avatar = new Avatar(36);
        private final EmojiLabel name = styled(new EmojiLabel(), "row-name");
        private final EmojiLabel note = styled(new EmojiLabel("Teaching until four ☕"), "row-note");
        private final VBox lines = new VBox(name, note);
        private final HBox row = new HBox(12, avatar, lines);

        @Override
        protected void updateItem(@Nullable String person, boolean empty) {
            super.updateItem(person, empty);
            if (person == null) {
                setGraphic(null);
                return;
            }
            name.setText(person);
            avatar.showPerson(person, person);
            avatar.showPresence(PresenceShape.AVAILABLE, "available");
            lines.setAlignment(Pos.CENTER_LEFT);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
