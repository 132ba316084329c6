package kith.gallery;

import static kith.gallery.MainPictures.control;
import static kith.gallery.MainPictures.find;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The quick switcher in its states.
class SwitcherGalleryTest {

    @Test
    void switcher() {
        wide("switcher", SampleWorld::full, window -> search(window, "pri"));
    }

    @Test
    void switcherBeforeTyping() {
        wide("switcher-recent", SampleWorld::full, window -> search(window, ""));
    }

    @Test
    void switcherMirrored() {
        wide(
                "switcher-rtl",
                SampleWorld::full,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    search(window, "na");
                });
    }

    @Test
    void switcherByAddressAndAccount() {
        Supplier<SampleWorld> both =
                () -> {
                    var world = SampleWorld.full();
                    var contacts = new ArrayList<>(world.contacts.get());
                    contacts.add(
                            new Contact(
                                    SampleWorld.BIRKE,
                                    SampleWorld.key("henrik@nordlys.example").peer(),
                                    "Henrik Dahl",
                                    List.of(),
                                    PresenceSubscription.BOTH,
                                    Presence.AVAILABLE));
                    world.set(world.contacts, contacts);
                    return world;
                };
        wide("switcher-accounts", both, window -> search(window, "nordlys"));
    }

    @Test
    void switcherWithNothing() {
        wide("switcher-nothing", SampleWorld::full, window -> search(window, "nobody"));
        wide("switcher-empty", SampleWorld::empty, window -> search(window, ""));
    }

    @Test
    void switcherNarrow() {
        take("switcher-narrow", 480, 480, SampleWorld::full, window -> search(window, "a"));
    }

    private static void search(SampleWindow window, String typed) {
        control(window, KeyCode.K);
        layOut(window);
        ((TextField) find(window, ".switcher .text-field")).setText(typed);
    }
}
