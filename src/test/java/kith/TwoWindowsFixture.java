package kith;

import kith.lab.ServerKind;

import org.junit.jupiter.api.AfterEach;

import java.util.ArrayList;
import java.util.List;

/// Two people at their windows, who do with each other all that can be done, each thing once, and
/// see it on both sides.
abstract class TwoWindowsFixture extends FriendsFixture {

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
}
