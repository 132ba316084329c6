package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.input.KeyCode;

import kith.lab.ServerKind;
import kith.session.search.QueryText;
import kith.session.search.SearchOrder;
import kith.ui.composer.ComposerView;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

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

    /// Both of them, each with a window.
    ///
    /// @param annas Anna's window
    /// @param bobs Bob's
    record Friends(KithUser anna, KithUser bob, KithWindow annas, KithWindow bobs) {

        /// Their windows leave room below ([KithWindow#low]).
        Friends low() {
            annas.low();
            bobs.low();
            return this;
        }

        /// They leave no room for many tabs ([KithWindow#slim]).
        Friends slim() {
            annas.slim();
            bobs.slim();
            return this;
        }
    }

    /// They come, each to a window of their own.
    Friends atTheirWindows() {
        return atWindows(user("Anna", anna, "anna"), user("Bob", bob, "bob"));
    }

    /// The same when both have entered the room.
    Friends inTheRoom() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        bobThere.enter(room);
        return atWindows(annaThere, bobThere);
    }

    private Friends atWindows(KithUser annaThere, KithUser bobThere) {
        return new Friends(annaThere, bobThere, window("Anna", annaThere), window("Bob", bobThere));
    }

    KithWindow window(String name, KithUser user) {
        var window = new KithWindow(name, user.kith());
        windows.add(window);
        return window;
    }

    /// Waits until both have all that they have said to each other.
    ///
    /// @param count how many messages that is
    void awaitSaid(Friends friends, int count) {
        friends.anna().kith().awaitTexts(friends.anna().chat(bob.jid()), count);
        friends.bob().kith().awaitTexts(friends.bob().chat(anna.jid()), count);
    }

    /// Presses the keys that have them choose files, and chooses.
    static void chooseFiles(KithWindow window, Path... chosen) {
        var composer = window.find(ComposerView.class::isInstance).orElseThrow();
        var isAsked = new AtomicBoolean();
        FxThread.run(
                () ->
                        ((ComposerView) composer)
                                .setFilePicker(
                                        (owner, title) -> {
                                            isAsked.set(true);
                                            return List.of(chosen);
                                        }));
        window.use().press(CONTROL, KeyCode.U);
        window.awaitComposer("");
        assertThat(isAsked).as("asked which files").isTrue();
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
