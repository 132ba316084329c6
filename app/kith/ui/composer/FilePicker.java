package kith.ui.composer;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/// Has the user choose files of this computer. A test passes one that chooses by itself.
@FunctionalInterface
public interface FilePicker {

    /// Blocks until they have chosen, while the window goes on.
    ///
    /// @param title what they choose for
    /// @return none where they have chosen nothing
    List<Path> pick(Window owner, String title);

    /// The operating system's own dialog.
    static FilePicker ofSystem() {
        return (owner, title) -> {
            var dialog = new FileChooser();
            dialog.setTitle(title);
            var chosen = dialog.showOpenMultipleDialog(owner);
            return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        };
    }
}
