package im.kith;

import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/// The program as the desktop sees it.
///
/// JavaFX gives windows the name of this class as their `WM_CLASS`, by which desktops find the
/// entry, and so the name and the icon, that a window belongs to. So it is named after the
/// program's id, which never changes, and does nothing else.
public final class Kith extends Application {

    /// The toolkit makes the one instance by itself, so what it is to do is laid out here before.
    private static final AtomicReference<BiConsumer<Stage, HostServices>> START =
            new AtomicReference<>();

    /// Starts the toolkit and returns when it has ended. Once in a process.
    ///
    /// @param start is called on the FX thread with the first stage, and with what opens links
    /// @throws UnsupportedOperationException where there is no display
    public static void launch(BiConsumer<Stage, HostServices> start) {
        START.set(start);
        Application.launch(Kith.class);
    }

    @Override
    public void start(Stage primary) {
        START.get().accept(primary, getHostServices());
    }
}
