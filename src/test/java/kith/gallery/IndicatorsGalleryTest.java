package kith.gallery;

import static kith.gallery.WidgetPages.page;
import static kith.gallery.WidgetPages.row;
import static kith.gallery.WidgetPages.section;
import static kith.gallery.WidgetPages.styled;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.widget.Avatar;
import kith.ui.widget.Badge;
import kith.ui.widget.Banner;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.NameColors;
import kith.ui.widget.PresenceMark;
import kith.ui.widget.PresenceShape;
import kith.ui.widget.TickMark;
import kith.ui.widget.TickShape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// Marks, avatars, badges, banners: what shows how things stand, in each of its states.
class IndicatorsGalleryTest {

    @Test
    void states() {
        Snapshots.take("states", 720, 760, IndicatorsGalleryTest::statesPage);
    }

    private static Parent statesPage() {
        return page(
                section("Presence: shape and colour", presence()),
                section("Avatars", avatars()),
                section("Nick colours on the incoming bubble", nicks()),
                section("Badges and delivery", badges()),
                section("Banners", banners()));
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

    private static VBox captioned(Node node, String caption) {
        var label = styled(new Label(caption), "caption", "muted");
        var box = new VBox(6, node, label);
        box.setAlignment(Pos.BOTTOM_CENTER);
        return box;
    }
}
