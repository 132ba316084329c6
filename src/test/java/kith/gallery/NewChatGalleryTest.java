package kith.gallery;

import static kith.gallery.MainPictures.control;
import static kith.gallery.MainPictures.field;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.wide;

import javafx.scene.input.KeyCode;

import kith.model.Refusal.Reason;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/// The ways to a new chat: with a contact, in a room.
class NewChatGalleryTest {

    private static final String NEWCOMERS = "newcomers@rooms.hearth.example";

    @Test
    void newChat() {
        wide("new-chat", SampleWorld::full, window -> control(window, KeyCode.N));
    }

    @Test
    void newChatMistyped() {
        wide(
                "new-chat-mistyped",
                SampleWorld::full,
                window -> {
                    control(window, KeyCode.N);
                    layOut(window);
                    field(window, 0).setText("layla(at)cedar");
                    press(window, ".dialog-frame .button:default");
                });
    }

    @Test
    void newChatWithAContact() {
        wide(
                "new-chat-known",
                SampleWorld::full,
                window -> {
                    control(window, KeyCode.N);
                    layOut(window);
                    field(window, 0).setText("layla@cedar.example");
                });
    }

    @Test
    void newChatOffline() {
        wide(
                "new-chat-offline",
                SampleWorld::offline,
                window -> {
                    control(window, KeyCode.N);
                    layOut(window);
                    field(window, 0).setText("samuel@otieno.example");
                    press(window, ".dialog-frame .button:default");
                });
    }

    @Test
    void joinRoom() {
        wide("join-room", SampleWorld::full, window -> control(window, KeyCode.G));
    }

    @Test
    void joinRoomRefused() {
        for (var reason :
                List.of(Reason.PASSWORD_NEEDED, Reason.NICK_TAKEN, Reason.SERVER_NOT_REACHED)) {
            wide(
                    "join-room-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    SampleWorld::full,
                    window -> {
                        join(window);
                        window.world().refuse(NEWCOMERS, reason);
                    });
        }
    }

    @Test
    void joiningRoom() {
        wide("join-room-joining", SampleWorld::full, NewChatGalleryTest::join);
    }

    private static void join(SampleWindow window) {
        control(window, KeyCode.G);
        layOut(window);
        field(window, 0).setText(NEWCOMERS);
        press(window, ".dialog-frame .button:default");
    }
}
