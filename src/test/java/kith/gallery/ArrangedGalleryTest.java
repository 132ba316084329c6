package kith.gallery;

import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.ui.fx.Mouse;
import kith.ui.shell.ChatFrame;
import kith.ui.shell.Route;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The chats and the tabs as the user has put them in order.
class ArrangedGalleryTest {

    @Test
    void arranged() {
        wide("arranged", SampleWorld::arranged, window -> {});
        wide(
                "arranged-rtl",
                SampleWorld::arranged,
                window ->
                        window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        take("arranged-narrow", 480, 640, SampleWorld::arranged, window -> {});
    }

    /// A room where mentions alone count: one that the user was named in, one that they weren't.
    @Test
    void mentions() {
        take("arranged-mentions", 480, 640, ArrangedGalleryTest::channels, window -> {});
    }

    private static SampleWorld channels() {
        var world = SampleWorld.full();
        var named = SampleWorld.key("print@rooms.hearth.example");
        var quiet = SampleWorld.key("fest@rooms.birke.example");
        world.set(world.channels, Set.of(named, quiet));
        world.set(
                world.chats,
                world.chats.get().stream()
                        .map(chat -> chat.key().equals(quiet) ? chat.with(chat.last(), 3) : chat)
                        .toList());
        return world;
    }

    @Test
    void archived() {
        take(
                "archived",
                480,
                900,
                SampleWorld::arranged,
                window -> {
                    layOut(window);
                    Mouse.click(
                            window.scene().getRoot().lookup(".chats-head.row-action").getParent());
                });
    }

    /// With the pins of those that were found.
    @Test
    void found() {
        take(
                "arranged-found",
                480,
                640,
                SampleWorld::arranged,
                window -> {
                    layOut(window);
                    var field = (TextField) window.scene().getRoot().lookup(".search-field");
                    field.setText("a");
                });
    }

    @Test
    void closedTab() {
        wide(
                "tab-closed",
                SampleWorld::arranged,
                window -> {
                    layOut(window);
                    MainPictures.control(window, KeyCode.W);
                });
    }

    @Test
    void ownWindow() {
        Snapshots.take(
                "chat-window",
                640,
                680,
                () -> {
                    var world = SampleWorld.arranged();
                    var layla = SampleWorld.key("layla@cedar.example");
                    return new SampleConversation(
                                    world, layla, Chat.Kind.CONTACT, new WindowFrame())
                            .node();
                },
                "shell",
                "chat",
                "timeline",
                "composer",
                "room");
    }

    /// The frame of a chat in a window of its own.
    private static final class WindowFrame implements ChatFrame {

        private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
        private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();

        @Override
        public ReadOnlyBooleanProperty narrowProperty() {
            return narrow.getReadOnlyProperty();
        }

        @Override
        public ReadOnlyIntegerProperty unreadElsewhereProperty() {
            return unread.getReadOnlyProperty();
        }

        @Override
        public Optional<Runnable> toTab() {
            return Optional.of(this::back);
        }

        @Override
        public void forward(List<String> texts) {}

        @Override
        public void go(Route route) {}

        @Override
        public void export(ChatKey chat, String title, HistoryFormat format) {}

        @Override
        public void back() {}
    }
}
