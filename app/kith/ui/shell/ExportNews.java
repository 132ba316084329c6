package kith.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import kith.base.Lane;
import kith.base.Subscription;
import kith.session.export.Export;
import kith.session.export.ExportState;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Tells in a corner of the window how far a chat has been written to a file, and what came of it.
///
/// What is soon done is told of once. Whoever has put the progress away hears only of the end. FX
/// thread only.
final class ExportNews {

    /// What some file system has no place for in a name, and what nobody sees.
    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}]");

    private static final int LONGEST_NAME = 80;

    /// In UTF-8, as most file systems count: 255 with the dot, the ending, and some room.
    private static final int MOST_BYTES = 240;

    /// What Windows takes for a device, whatever follows after a dot.
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])(\\..*)?");

    private final NewsViewModel news;
    private final Consumer<Path> showInFolder;
    private final Texts texts;

    ExportNews(NewsViewModel news, Consumer<Path> showInFolder, Texts texts) {
        this.news = news;
        this.showInFolder = showInFolder;
        this.texts = texts;
    }

    /// What the file of a chat could be called, in any file system.
    static String fileName(String title) {
        var fit = UNFIT.matcher(OneLine.of(title)).replaceAll("_");
        var bare = brief(fit).strip().replaceAll("^[. ]+|[. ]+$", "");
        if (bare.isEmpty()) {
            return "chat";
        }
        return DEVICE.matcher(bare).matches() ? "_" + bare : bare;
    }

    private static String brief(String name) {
        int count = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        var brief = name.substring(0, name.offsetByCodePoints(0, count));
        while (brief.getBytes(UTF_8).length > MOST_BYTES) {
            brief = brief.substring(0, brief.offsetByCodePoints(brief.length(), -1));
        }
        return brief;
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
        private boolean isTold;
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
                    news.tell(
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
                    news.tell(
                            new News(export, failure(reason, words), true, true, Optional.empty()));
                }
            }
        }

        private void progress(String words) {
            boolean isThere = news.all().stream().anyMatch(each -> each.topic().equals(export));
            if (!isTold || isThere) {
                isTold = true;
                news.tell(
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
            news.dismiss(export);
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
