package kith.gallery;

import static kith.gallery.MainPictures.control;
import static kith.gallery.MainPictures.controlShift;
import static kith.gallery.MainPictures.find;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.session.archive.OlderMessages.Outcome;
import kith.session.search.SearchState;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Search over the whole history.
class SearchGalleryTest {

    @Test
    void empty() {
        wide("search-empty", SampleWorld::full, window -> look(window, ""));
    }

    @Test
    void found() {
        wide("search", SampleWorld::full, window -> look(window, "paper order"));
    }

    @Test
    void foundInASmallWindow() {
        take("search-narrow", 480, 640, SampleWorld::full, window -> look(window, "paper order"));
    }

    @Test
    void nothing() {
        wide("search-nothing", SampleWorld::full, window -> look(window, "papr"));
    }

    @Test
    void filling() {
        wide(
                "search-filling",
                SampleWorld::full,
                window -> {
                    window.world()
                            .set(window.world().searchState, new SearchState.Filling(420, 1_000));
                    look(window, "paper");
                });
    }

    @Test
    void unavailable() {
        wide(
                "search-unavailable",
                SampleWorld::full,
                window -> {
                    window.world()
                            .set(
                                    window.world().searchState,
                                    new SearchState.Unavailable(SearchState.Reason.DISK_FULL));
                    look(window, "paper");
                });
    }

    @Test
    void filtered() {
        take(
                "search-filtered",
                1000,
                640,
                SampleWorld::full,
                window -> {
                    look(window, "in:\"Harbour print co-op\" after:2026-09-01 order ");
                    ((TextField) find(window, ".search-page .search-field")).end();
                    find(window, ".search-page .search-field")
                            .fireEvent(key(KeyEvent.KEY_RELEASED, KeyCode.SPACE));
                });
    }

    @Test
    void whereTheServerCanBeAsked() {
        wide("search-server", SampleWorld::full, window -> lookOnServer(window, "paper order"));
    }

    @Test
    void whileTheServerIsAskedInASmallWindow() {
        take(
                "search-server-asking",
                480,
                640,
                SampleWorld::full,
                window -> {
                    lookOnServer(window, "paper order");
                    ((Button) find(window, ".search-older > .button")).fire();
                });
    }

    @Test
    void whereTheServerHasNothing() {
        wide(
                "search-server-nothing",
                SampleWorld::full,
                window -> {
                    lookOnServer(window, "papr");
                    ((Button) find(window, ".search-older > .button")).fire();
                    window.world().older.orElseThrow().complete(Outcome.NOTHING);
                });
    }

    private static void lookOnServer(SampleWindow window, String words) {
        window.world().older = Optional.of(new CompletableFuture<>());
        look(window, words);
        layOut(window);
    }

    @Test
    void inTheChat() {
        wide("find", SampleWorld::full, window -> findInChat(window, "is"));
    }

    @Test
    void aThread() {
        MainPictures.takeInChat("thread", SampleConversation::showThread);
    }

    private static void findInChat(SampleWindow window, String words) {
        control(window, KeyCode.F);
        layOut(window);
        ((TextField) find(window, ".find-bar .search-field")).setText(words);
        layOut(window);
    }

    private static KeyEvent key(EventType<KeyEvent> type, KeyCode code) {
        return new KeyEvent(type, "", "", code, false, false, false, false);
    }

    private static void look(SampleWindow window, String words) {
        controlShift(window, KeyCode.F);
        layOut(window);
        ((TextField) find(window, ".search-page .search-field")).setText(words);
    }
}
