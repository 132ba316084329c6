package kith.ui.chat;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import kith.model.MessageKey;
import kith.session.search.SearchService;
import kith.ui.search.FindBar;
import kith.ui.search.FindViewModel;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineView;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The bar over the messages of a chat that finds words in them, or goes through those of a thread.
/// FX thread only.
final class FindInChat {

    private final Pane column;
    private final Node middle;
    private final TimelineView timeline;
    private final Texts texts;
    private final Runnable leave;
    private Optional<Supplier<FindViewModel>> finding = Optional.empty();
    private Optional<FindBar> bar = Optional.empty();
    private Runnable end = () -> {};

    /// @param column of the page, in which it comes to stand
    /// @param middle before which
    /// @param leave runs when the user has closed it
    FindInChat(Pane column, Node middle, TimelineView timeline, Texts texts, Runnable leave) {
        this.column = column;
        this.middle = middle;
        this.timeline = timeline;
        this.texts = texts;
        this.leave = leave;
    }

    /// Says what finds words in the chat.
    void onFind(Supplier<FindViewModel> made) {
        finding = Optional.of(made);
    }

    /// Opens the bar, or goes back to its field.
    void open() {
        if (bar.filter(shown -> !shown.isOfThread()).isEmpty()) {
            remove();
            finding.ifPresent(made -> open(made.get()));
        }
        bar.ifPresent(FindBar::requestFocus);
    }

    /// Opens the bar to go through the messages of a thread.
    ///
    /// @param from the one that the user is at
    void openThread(String thread, MessageKey from) {
        finding.ifPresent(
                made -> {
                    remove();
                    var found = made.get();
                    found.showThread(thread, from);
                    open(found);
                });
        bar.ifPresent(FindBar::requestFocus);
    }

    /// Whether a key went on from what was found.
    boolean goesOn(KeyEvent event) {
        return bar.filter(shown -> shown.goesOn(event)).isPresent();
    }

    /// The page is gone.
    void end() {
        end.run();
    }

    private void open(FindViewModel found) {
        var opened = new FindBar(found, this::close, texts);
        bar = Optional.of(opened);
        end = found::close;
        column.getChildren().add(column.getChildren().indexOf(middle), opened);
        found.textProperty()
                .subscribe(
                        _ -> {
                            var terms = found.terms();
                            timeline.mark(text -> SearchService.marks(text, terms));
                        });
        found.currentProperty().subscribe(message -> message.ifPresent(timeline::show));
    }

    private void close() {
        remove();
        leave.run();
    }

    private void remove() {
        end.run();
        bar.ifPresent(column.getChildren()::remove);
        bar = Optional.empty();
        timeline.mark(_ -> List.of());
    }
}
