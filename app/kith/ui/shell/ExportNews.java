package kith.ui.shell;

import kith.base.Lane;
import kith.base.Subscription;
import kith.session.export.Export;
import kith.session.export.ExportState;
import kith.ui.text.Texts;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells in a corner of a window how far a chat has been written to a file, and what came of it.
///
/// What is soon done is told of once. Whoever has put the progress away hears only of the end. FX
/// thread only.
final class ExportNews {

    private final Supplier<NewsViewModel> news;
    private final Consumer<Path> showInFolder;
    private final Texts texts;

    /// @param news where it is told now: the window that it was asked in may be closed meanwhile
    ExportNews(Supplier<NewsViewModel> news, Consumer<Path> showInFolder, Texts texts) {
        this.news = news;
        this.showInFolder = showInFolder;
        this.texts = texts;
    }

    /// Follows one to its end.
    ///
    /// @param title of the chat
    /// @param fx the FX lane
    void follow(Export export, String title, Lane fx) {
        new Following(export, title).begin(fx);
    }

    private final class Following {

        private final Export export;
        private final String title;
        private Optional<NewsViewModel> toldIn = Optional.empty();
        private Subscription watch = () -> {};

        Following(Export export, String title) {
            this.export = export;
            this.title = title;
        }

        void begin(Lane fx) {
            watch = export.state().watch(fx, this::show);
        }

        private void show(ExportState state) {
            switch (state) {
                case ExportState.Writing(long done) -> {
                    if (done > 0) {
                        progress(texts.count("shell.export.writing", done, title));
                    }
                }
                case ExportState.Cancelled() -> end();
                case ExportState.Done(var file) -> {
                    end();
                    news.get()
                            .tell(
                                    News.of(
                                            export,
                                            texts.say("shell.export.done", title),
                                            Optional.of(
                                                    new News.Offer(
                                                            texts.say("shell.export.show"),
                                                            () -> showInFolder.accept(file)))));
                }
                case ExportState.Failed(var reason, var words) -> {
                    end();
                    news.get()
                            .tell(
                                    new News(
                                            export,
                                            failure(reason, words),
                                            true,
                                            true,
                                            Optional.empty()));
                }
            }
        }

        private void progress(String words) {
            var here = news.get();
            boolean isThere = here.all().stream().anyMatch(each -> each.topic().equals(export));
            if (isThere || !toldIn.equals(Optional.of(here))) {
                toldIn = Optional.of(here);
                here.tell(
                        new News(
                                export,
                                words,
                                false,
                                true,
                                Optional.of(
                                        new News.Offer(
                                                texts.say("shell.export.cancel"),
                                                export::cancel))));
            }
        }

        private void end() {
            watch.close();
            news.get().dismiss(export);
        }

        private String failure(ExportState.Reason reason, String words) {
            return switch (reason) {
                case DISK_FULL -> texts.say("shell.export.full", title);
                case NOT_PERMITTED -> texts.say("shell.export.notPermitted", title);
                case NO_FOLDER -> texts.say("shell.export.noFolder", title);
                case UNREADABLE -> texts.say("shell.export.unreadable", title);
                case GONE -> texts.say("shell.export.gone", title);
                case BUG -> texts.say("shell.export.bug", title);
                case OTHER -> texts.say("shell.export.failed", title, words);
            };
        }
    }
}
