package kith;

import static org.awaitility.Awaitility.await;

import javafx.scene.input.KeyCode;

import kith.lab.ServerKind;
import kith.session.search.QueryText;
import kith.session.search.SearchOrder;

import org.junit.jupiter.api.AfterEach;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Two people at their windows, who do with each other all that can be done, each thing once, and
/// see it on both sides.
abstract class TwoWindowsFixture extends FriendsFixture {

    static final KeyCode CONTROL = KeyCode.CONTROL;
    static final KeyCode SHIFT = KeyCode.SHIFT;

    private final List<KithWindow> windows = new ArrayList<>();

    /// @param name of their room, a word
    TwoWindowsFixture(String name) {
        super(ServerKind.PROSODY, name);
    }

    @AfterEach
    void closeAll() {
        windows.forEach(KithWindow::close);
    }

    KithWindow window(String name, KithUser user) {
        var window = new KithWindow(name, user.kith());
        windows.add(window);
        return window;
    }

    /// The index takes in what comes a moment later.
    ///
    /// @param count how many messages are to be found
    static void awaitIndexed(KithUser user, String words, int count) {
        var query = QueryText.read(words, ZoneId.systemDefault());
        await(count + " for “" + words + "” in the index")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                user.kith()
                                                .session()
                                                .search()
                                                .search(query, SearchOrder.NEWEST_FIRST, 0, 1)
                                                .toCompletableFuture()
                                                .join()
                                                .total()
                                        == count);
    }
}
