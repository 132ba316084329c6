package kith.ui.shell;

import javafx.stage.Window;

import kith.base.Lane;
import kith.ui.text.Texts;

import java.util.function.Supplier;

/// Writes chats to files: asks where, in front of the window that it was asked in, and tells there
/// how it goes. FX thread only.
final class Exporting {

    private final ViewModels viewModels;
    private final Texts texts;
    private final Lane fx;
    private SaveDialog dialog;

    Exporting(ViewModels viewModels, Texts texts, Lane fx) {
        this.viewModels = viewModels;
        this.texts = texts;
        this.fx = fx;
        dialog = new SystemSaveDialog(texts);
    }

    /// Says what asks where a file is to be; else the operating system does.
    void setDialog(SaveDialog newDialog) {
        dialog = newDialog;
    }

    /// As it is asked for in a window.
    ///
    /// @param news where it is told now how it goes
    ChatExport in(Window window, Supplier<NewsViewModel> news) {
        return (chat, title, format) ->
                dialog.choose(window, FileName.of(title), format)
                        .ifPresent(
                                file ->
                                        new ExportNews(news, viewModels::showInFolder, texts)
                                                .follow(
                                                        viewModels.export(chat, format, file),
                                                        title,
                                                        fx));
    }
}
