package kith.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The page of the settings: the sections at its start side, beside them the one that is chosen.
/// Where there is no room for both, all of them under one another.
///
/// Escape goes back, as does the button.
public final class SettingsView extends HBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// As wide as that, in px at a text size of 14, both are beside each other.
    private static final double ROOM_FOR_LIST = 700;

    private static final double USUAL_TEXT = 14;

    private final SettingsViewModel model;
    private final Texts texts;
    private final Label em = new Label(); // has the size of the text that widths are measured in
    private final IconButton back;
    private final VBox side;
    private final SectionList list;
    private final VBox content = new VBox();
    private final Map<Section, SettingCard> cards = new EnumMap<>(Section.class);
    private boolean isNarrow;

    /// @param goBack to where the user came from
    /// @param showShortcuts shows the list in which keys are changed
    public SettingsView(
            SettingsViewModel model, Runnable goBack, Runnable showShortcuts, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("page", "settings");
        var resource = SettingsView.class.getResource("/kith/ui/settings.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        for (var section : Section.values()) {
            cards.put(section, card(section, showShortcuts));
        }
        back = new IconButton(Icon.ARROW_LEFT, texts.say("shell.back"));
        back.withShortcut(texts.say("keys.escape"));
        back.setOnAction(_ -> goBack.run());
        list = new SectionList(model.sectionProperty(), this::name);
        side = new VBox(head(), list);
        side.getStyleClass().addAll("sidebar", "settings-side");
        content.getStyleClass().add("settings-content");
        var middle = new StackPane(content);
        middle.getStyleClass().add("settings-middle");
        var scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var column = new VBox(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        em.setManaged(false);
        getChildren().addAll(em, side, column);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        goBack.run();
                        event.consume();
                    }
                });
        model.sectionProperty().subscribe(_ -> show());
        widthProperty().subscribe(this::measure);
        em.fontProperty().subscribe(this::measure);
    }

    /// Moves the focus to the list of sections, or where that is not, to the way back.
    @Override
    public void requestFocus() {
        if (isNarrow) {
            back.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    private HBox head() {
        var title = new Label(texts.say("settings.title"));
        title.getStyleClass().add("title");
        var head = new HBox(back, title);
        head.getStyleClass().add("settings-head");
        return head;
    }

    private void measure() {
        boolean isNow = getWidth() < ROOM_FOR_LIST * em.getFont().getSize() / USUAL_TEXT;
        if (isNow != isNarrow && getWidth() > 0) {
            isNarrow = isNow;
            cards.values().forEach(card -> card.setNarrow(isNarrow));
            arrange();
        }
    }

    /// The head with the way back stands over the sections where the list is not.
    private void arrange() {
        var column = (VBox) getChildren().getLast();
        var head = isNarrow ? side.getChildren().getFirst() : column.getChildren().getFirst();
        pseudoClassStateChanged(NARROW, isNarrow);
        side.setVisible(!isNarrow);
        side.setManaged(!isNarrow);
        if (isNarrow) {
            side.getChildren().remove(head);
            column.getChildren().addFirst(head);
        } else {
            column.getChildren().remove(head);
            side.getChildren().addFirst(head);
        }
        show();
    }

    private void show() {
        content.getChildren().clear();
        for (var section : Section.values()) {
            if (isNarrow || section == model.sectionProperty().get()) {
                content.getChildren().addAll(heading(section), card(section));
            }
        }
    }

    private Label heading(Section section) {
        var heading = new Label(name(section));
        heading.getStyleClass().add("title");
        return heading;
    }

    private Node card(Section section) {
        return Objects.requireNonNull(cards.get(section));
    }

    private SettingCard card(Section section, Runnable showShortcuts) {
        return switch (section) {
            case APPEARANCE -> new AppearanceSection(model, texts).card();
            case WRITING -> new WritingSection(model, texts).card();
            case NOTIFICATIONS -> new NotificationsSection(model, texts).card();
            case PICTURES -> new PicturesSection(model, texts).card();
            case ROOMS -> new RoomsSection(model, texts).card();
            case SHORTCUTS -> new ShortcutsSection(showShortcuts, texts).card();
        };
    }

    private String name(Section section) {
        return switch (section) {
            case APPEARANCE -> texts.say("settings.appearance");
            case WRITING -> texts.say("settings.writing");
            case NOTIFICATIONS -> texts.say("settings.notifications");
            case PICTURES -> texts.say("settings.pictures");
            case ROOMS -> texts.say("settings.rooms");
            case SHORTCUTS -> texts.say("settings.shortcuts");
        };
    }
}
