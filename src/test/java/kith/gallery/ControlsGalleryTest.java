package kith.gallery;

import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.WidgetPages.grow;
import static kith.gallery.WidgetPages.page;
import static kith.gallery.WidgetPages.row;
import static kith.gallery.WidgetPages.section;
import static kith.gallery.WidgetPages.styled;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.BusyRing;
import kith.ui.widget.EmptyState;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconToggle;
import kith.ui.widget.KeyCap;
import kith.ui.widget.PresenceShape;
import kith.ui.widget.SearchField;
import kith.ui.widget.SegmentedControl;
import kith.ui.widget.TickMark;
import kith.ui.widget.TickShape;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Rows, tabs, buttons, fields: what the user operates, in each of its states.
class ControlsGalleryTest {

    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-visible");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    @Test
    void controls() {
        Snapshots.take("controls", 720, 900, ControlsGalleryTest::controlsPage);
    }

    @Test
    void controlsMirrored() {
        Snapshots.take("controls-rtl", 720, 760, () -> mirrored(controlsPage()));
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

    private static Node with(PseudoClass state, Node node) {
        node.pseudoClassStateChanged(state, true);
        return node;
    }

    private static Node disabled(Node node) {
        node.setDisable(true);
        return node;
    }
}
