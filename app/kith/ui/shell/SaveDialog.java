package kith.ui.shell;

import javafx.stage.Window;

import kith.model.HistoryFormat;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user where a file is to be. FX thread only.
@FunctionalInterface
public interface SaveDialog {

    /// Asks, and waits for the answer.
    ///
    /// @param owner the window that it is asked in
    /// @param name what the file could be called, without its ending
    /// @return empty where the user wants none
    Optional<Path> choose(Window owner, String name, HistoryFormat format);
}
