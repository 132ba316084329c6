package kith.ui.shell;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import kith.model.HistoryFormat;
import kith.ui.chats.ExportMenu;
import kith.ui.text.Texts;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The dialog of the operating system, which asks before a file is replaced. FX thread only.
final class SystemSaveDialog implements SaveDialog {

    private final Texts texts;

    SystemSaveDialog(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Optional<Path> choose(Window owner, String name, HistoryFormat format) {
        var dialog = new FileChooser();
        dialog.setTitle(texts.say("shell.export.title"));
        dialog.setInitialFileName(name + "." + format.ending());
        dialog.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(ExportMenu.name(format, texts), "*." + format.ending()),
                        new ExtensionFilter(texts.say("shell.export.anyFile"), "*.*"));
        return Optional.ofNullable(dialog.showSaveDialog(owner)).map(File::toPath);
    }
}
