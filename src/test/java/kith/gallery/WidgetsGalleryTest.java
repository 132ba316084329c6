package kith.gallery;

import static kith.gallery.ConversationPictures.mirrored;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.Banner;
import kith.ui.widget.BusyRing;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmojiText;
import kith.ui.widget.EmptyState;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconToggle;
import kith.ui.widget.IconView;
import kith.ui.widget.KeyCap;
import kith.ui.widget.NameColors;
import kith.ui.widget.PresenceMark;
import kith.ui.widget.PresenceShape;
import kith.ui.widget.SearchField;
import kith.ui.widget.SegmentedControl;
import kith.ui.widget.TickMark;
import kith.ui.widget.TickShape;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// Every widget in each of its states.
class WidgetsGalleryTest {

    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-visible");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private static final List<String> PARAGRAPHS =
            List.of(
                    "The Arabic proof is back, and the colours are spot on 🎉",
                    "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟",
                    "שלום! יש 200 עותקים (או 250?) 🙏",
                    "Layla wrote “شكرًا يا مارا! 200” to me",
                    "Flags 🇺🇦🇸🇪, families 👨‍👩‍👧‍👦, tones 👍🏽👎🏿, keys 1️⃣#️⃣, hearts"
                            + " ❤️❤️‍🔥, © ™ 123",
                    "👏🎉❤️",
                    "明日の午後なら大丈夫です 🍰 नमस्ते ไทย");

    @Test
    void controls() {
        Snapshots.take("controls", 720, 900, WidgetsGalleryTest::controlsPage);
    }

    @Test
    void states() {
        Snapshots.take("states", 720, 760, WidgetsGalleryTest::statesPage);
    }

    @Test
    void words() {
        Snapshots.take("words", 720, 620, WidgetsGalleryTest::wordsPage);
    }

    @Test
    void wordsMirrored() {
        Snapshots.take("words-rtl", 720, 620, () -> mirrored(wordsPage()));
    }

    @Test
    void controlsMirrored() {
        Snapshots.take("controls-rtl", 720, 760, () -> mirrored(controlsPage()));
    }

    @Test
    void surfaces() {
        Snapshots.take("surfaces", 720, 320, WidgetsGalleryTest::surfacesPage);
    }

    @Test
    void menu() {
        Snapshots.takeMenu("menu", WidgetsGalleryTest::sampleMenu);
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

    private static Parent wordsPage() {
        var flows = new VBox(4);
        for (String text : PARAGRAPHS) {
            flows.getChildren().add(EmojiText.flow(text));
        }
        var lines = new VBox(4);
        for (String text : PARAGRAPHS) {
            var line = styled(new EmojiLabel(text), "row-preview");
            var time = styled(new Label("09:31"), "row-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            var box = new HBox(8, line, time);
            box.setMaxWidth(260);
            lines.getChildren().add(box);
        }
        return page(section("Paragraphs", flows), section("Lines", lines));
    }

    private static Parent controlsPage() {
        return page(
                section(
                        "Chat rows: normal, hover, selected, focus, unread, mention, muted",
                        rows()),
                section("Tabs: pinned, selected, unread, mention, hover, muted, focus", tabs()),
                section(
                        "Controls: normal, hover, focus, disabled",
                        new VBox(8, buttons(), iconButtons(), fields())),
                section("Segmented control and search", segments()),
                section(
                        "Empty, busy",
                        new HBox(
                                40,
                                new EmptyState(
                                        "No chats yet",
                                        "Start one with the pencil above, or press",
                                        new KeyCap("Ctrl N")),
                                row(
                                        new BusyRing("Loading earlier messages"),
                                        styled(
                                                new Label("Loading earlier messages…"),
                                                "small",
                                                "muted")))));
    }

    private static Parent statesPage() {
        return page(
                section("Presence: shape and colour", presence()),
                section("Avatars", avatars()),
                section("Nick colours on the incoming bubble", nicks()),
                section("Badges and delivery", badges()),
                section("Banners", banners()));
    }

    private static Node rows() {
        var jonas = chatRow("Jonas Weber", "jonas@birke.example", PresenceShape.DO_NOT_DISTURB);
        var hover = chatRow("Jonas Weber", "jonas@birke.example", PresenceShape.DO_NOT_DISTURB);
        hover.pseudoClassStateChanged(HOVER, true);
        var selected = chatRow("Layla Haddad", "layla@hearth.example", PresenceShape.AVAILABLE);
        selected.pseudoClassStateChanged(SELECTED, true);
        var focused = chatRow("Tom Okafor", "tom@hearth.example", PresenceShape.FREE_TO_CHAT);
        focused.pseudoClassStateChanged(FOCUS, true);
        var unread = chatRow("Mum", "mum@hearth.example", PresenceShape.AWAY);
        unread.pseudoClassStateChanged(UNREAD, true);
        var unreadBadge = Badge.count();
        unreadBadge.setCount(2, "2 unread");
        ((HBox) ((VBox) unread.getChildren().get(1)).getChildren().get(1))
                .getChildren()
                .add(unreadBadge);
        var away = chatRow("Олена Коваленко", "olena@a.example", PresenceShape.NOT_AVAILABLE);
        var left = new VBox(jonas, selected, unread);
        var right = new VBox(hover, focused, away);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        var panel = new HBox(8, left, right);
        panel.setPadding(new Insets(4));
        panel.getStyleClass().add("sidebar");
        return panel;
    }

    private static HBox chatRow(String name, String address, PresenceShape presence) {
        var avatar = new Avatar(40);
        avatar.showPerson(name, address);
        avatar.showPresence(presence, presence.name());
        var time = styled(new Label("09:02"), "row-time");
        var top = new HBox(6, grow(styled(new Label(name), "row-name")), time);
        var preview =
                new HBox(
                        4,
                        new TickMark(TickShape.READ, "Read"),
                        grow(styled(new Label("Bis morgen dann"), "row-preview")));
        preview.setAlignment(Pos.CENTER_LEFT);
        var lines = new VBox(top, preview);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(12, avatar, lines);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(60);
        row.setPrefWidth(320);
        row.getStyleClass().add("row");
        return row;
    }

    private static Node tabs() {
        var pinned = tab("", "olena@a.example", PresenceShape.AWAY);
        pinned.getStyleClass().addAll("pinned", "first");
        var selected = tab("Layla", "layla@hearth.example", PresenceShape.AVAILABLE);
        selected.pseudoClassStateChanged(SELECTED, true);
        selected.getChildren().add(tiny(Icon.CLOSE, "Close"));
        var unread = tab("Jonas", "jonas@birke.example", PresenceShape.DO_NOT_DISTURB);
        unread.getStyleClass().add("after-selected");
        unread.pseudoClassStateChanged(UNREAD, true);
        unread.getChildren().add(Badge.dot("Unread"));
        var mention = tab("Print", "print@rooms.example", PresenceShape.AVAILABLE);
        mention.getChildren().add(Badge.mention("You were mentioned"));
        var hover = tab("Tom", "tom@hearth.example", PresenceShape.FREE_TO_CHAT);
        hover.pseudoClassStateChanged(HOVER, true);
        hover.getChildren().add(tiny(Icon.CLOSE, "Close"));
        var muted = tab("Fair", "fair@rooms.example", PresenceShape.OFFLINE);
        var dot = Badge.dot("Unread");
        dot.setMuted(true);
        muted.getChildren().add(dot);
        var focused = tab("Ana", "ana@a.example", PresenceShape.OFFLINE);
        focused.pseudoClassStateChanged(FOCUS, true);
        return styled(
                new HBox(pinned, selected, unread, mention, hover, muted, focused), "tab-strip");
    }

    private static HBox tab(String name, String address, PresenceShape presence) {
        var avatar = new Avatar(20);
        avatar.showPerson(name.isEmpty() ? "Олена" : name, address);
        avatar.showPresence(presence, presence.name());
        var tab = new HBox(avatar);
        if (!name.isEmpty()) {
            tab.getChildren().add(styled(new Label(name), "tab-title"));
        }
        return styled(tab, "tab");
    }

    private static Node tiny(Icon icon, String name) {
        return styled(new IconButton(icon, 14, name), "tiny");
    }

    private static Node buttons() {
        return row(
                styled(new Button("Accept"), Styles.ACCENT),
                with(HOVER, styled(new Button("Accept"), Styles.ACCENT)),
                with(FOCUS, styled(new Button("Accept"), Styles.ACCENT)),
                disabled(styled(new Button("Accept"), Styles.ACCENT)),
                new Button("Decline"),
                with(HOVER, new Button("Decline")),
                with(FOCUS, new Button("Decline")),
                styled(new Button("Block"), Styles.FLAT, Styles.DANGER));
    }

    private static Node iconButtons() {
        var on = new IconToggle(Icon.DOCK_RIGHT, "Details");
        on.setSelected(true);
        var switchOn = new ToggleSwitch();
        switchOn.setSelected(true);
        var checked = new CheckBox();
        checked.setSelected(true);
        var radio = new RadioButton();
        radio.setSelected(true);
        var chip = new ToggleButton("After: 1 Sep");
        chip.getStyleClass().setAll("chip");
        chip.setSelected(true);
        return row(
                new IconButton(Icon.MAGNIFY, "Search"),
                with(HOVER, new IconButton(Icon.MAGNIFY, "Search")),
                with(ARMED, new IconButton(Icon.MAGNIFY, "Search")),
                with(FOCUS, new IconButton(Icon.MAGNIFY, "Search")),
                on,
                disabled(new IconButton(Icon.MAGNIFY, "Search")),
                switchOn,
                new ToggleSwitch(),
                checked,
                new CheckBox(),
                radio,
                new RadioButton(),
                chip,
                new KeyCap("Ctrl K"),
                styled(new IconButton(Icon.SEND, 18, "Send"), "send"));
    }

    private static Node fields() {
        var empty = new TextField();
        empty.setPromptText("Address");
        var focused = new TextField("mara");
        focused.pseudoClassStateChanged(FOCUSED, true);
        var wrong = new TextField("mara(at)hearth");
        wrong.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        var off = new TextField("hearth.example");
        off.setDisable(true);
        var error = new ErrorLine();
        error.setText("An address looks like name@server");
        var all = new HBox(8, empty, focused, new VBox(wrong, error), off);
        all.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        return all;
    }

    private static Node segments() {
        var lists = new SegmentedControl(List.of("Chats", "Contacts", "Rooms"));
        lists.badge(0).setCount(16, "16 unread");
        var search = new SearchField("Filter or jump to…", "Clear").withShortcut("Ctrl K");
        var filled = new SearchField("Filter or jump to…", "Clear").withShortcut("Ctrl K");
        filled.setText("lay");
        var left = new VBox(8, search, lists);
        left.setPrefWidth(279);
        return new HBox(24, left, filled);
    }

    private static Node presence() {
        var marks = new HBox(24);
        for (var shape : PresenceShape.values()) {
            var sizes = new HBox(8);
            sizes.setAlignment(Pos.CENTER);
            Stream.of(16, 12, 9)
                    .map(size -> new PresenceMark(shape, size, shape.name()))
                    .forEach(sizes.getChildren()::add);
            marks.getChildren().add(captioned(sizes, shape.name()));
        }
        return marks;
    }

    private static Node avatars() {
        var all = new HBox(13);
        all.setAlignment(Pos.BOTTOM_LEFT);
        var shapes = PresenceShape.values();
        int next = 0;
        for (int size : List.of(16, 20, 24, 28, 32, 36, 40, 48, 64)) {
            var avatar = new Avatar(size);
            avatar.showPerson("Jonas Weber", "jonas" + size + "@birke.example");
            avatar.showPresence(shapes[next++ % shapes.length], "");
            all.getChildren().add(captioned(avatar, Integer.toString(size)));
        }
        var room = new Avatar(40);
        room.showRoom("Straßenfest 2026", "fair@rooms.birke.example");
        var arabic = new Avatar(40);
        arabic.showPerson("ليلى حداد", "layla@hearth.example");
        var han = new Avatar(40);
        han.showPerson("佐藤 美咲", "misaki@hearth.example");
        all.getChildren().addAll(room, arabic, han);
        return all;
    }

    private static Node nicks() {
        var bubble = new HBox(14);
        bubble.setPadding(new Insets(7, 12, 7, 12));
        bubble.setStyle("-fx-background-color: -kith-bubble-in; -fx-background-radius: 12;");
        for (String nick :
                List.of("Priya Natarajan", "Henrik Dahl", "Émile", "paperplane", "佐藤", "Олена")) {
            var label = styled(new Label(nick), "named-text", "strong");
            NameColors.apply(label, nick);
            bubble.getChildren().add(label);
        }
        return bubble;
    }

    private static Node badges() {
        var two = Badge.count();
        two.setCount(2, "2 unread");
        var many = Badge.count();
        many.setCount(1204, "1204 unread");
        var muted = Badge.count();
        muted.setCount(3, "3 unread");
        muted.setMuted(true);
        var all =
                row(
                        captioned(two, "unread"),
                        captioned(many, "many"),
                        captioned(muted, "muted"),
                        captioned(Badge.mention("You were mentioned"), "mention"),
                        captioned(Badge.dot("Unread"), "tab"));
        all.setSpacing(20);
        for (var shape : TickShape.values()) {
            all.getChildren().add(captioned(new TickMark(shape, 16, shape.name()), shape.name()));
        }
        var lock = styled(new HBox(new IconView(Icon.LOCK_OUTLINE, 16)), "good");
        all.getChildren().add(captioned(lock, "encrypted"));
        return all;
    }

    private static Node banners() {
        return new VBox(
                4,
                new Banner(
                        Banner.Kind.WARNING,
                        Icon.CLOUD_OFF_OUTLINE,
                        "No connection, retrying in 8 s",
                        Banner.action("Retry now", () -> {})),
                new Banner(
                        Banner.Kind.DANGER,
                        Icon.KEY_ALERT_OUTLINE,
                        "birke.example refused your password",
                        Banner.action("Sign in again", () -> {})),
                new Banner(
                        Banner.Kind.INFO,
                        Icon.ACCOUNT_QUESTION_OUTLINE,
                        "Samuel is not in your contacts. Pictures stay unloaded.",
                        Banner.action("Add", () -> {}),
                        Banner.action("Block", () -> {})));
    }

    private static Parent page(Node... sections) {
        var page = new VBox(20, sections);
        page.setPadding(new Insets(24, 28, 28, 28));
        return styled(page, "page");
    }

    private static Node section(String title, Node content) {
        var head = styled(new Label(title), "small", "muted", "strong");
        var line = styled(new Region(), "hairline");
        return new VBox(4, head, line, content);
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static VBox captioned(Node node, String caption) {
        var label = styled(new Label(caption), "caption", "muted");
        var box = new VBox(6, node, label);
        box.setAlignment(Pos.BOTTOM_CENTER);
        return box;
    }

    private static Label grow(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static <T extends Styleable> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private static Node with(PseudoClass state, Node node) {
        node.pseudoClassStateChanged(state, true);
        return node;
    }

    private static Node disabled(Node node) {
        node.setDisable(true);
        return node;
    }
}
