package kith.ui.pending;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.ui.text.Failures;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.Banner;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.RowCell;
import kith.ui.widget.TickMark;
import kith.ui.widget.TickShape;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// A row of the list of what waits: an invitation; or what nobody has yet: where it was written,
/// the words, how it is, and what can be done. Its kinds are made when a cell first shows one, and
/// kept.
final class PendingCell extends RowCell<PendingRow> {

    private final PendingViewModel model;
    private final Consumer<? super PendingRow> open;
    private final Texts texts;
    private final Times times;
    private final Failures failures;
    private @Nullable WrittenRow written;
    private @Nullable InvitedRow invited;
    private @Nullable DeclinedRow declined;
    private @Nullable Label head;

    /// @param open shows what a row is about
    PendingCell(
            PendingViewModel model, Consumer<? super PendingRow> open, Texts texts, Times times) {
        this.model = model;
        this.open = open;
        this.texts = texts;
        this.times = times;
        this.failures = new Failures(texts);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(PendingRow row) {
        getStyleClass().remove("section-row");
        switch (row) {
            case PendingRow.Head(var account) -> showHead(account);
            case PendingRow.Written shown -> showWritten(shown);
            case PendingRow.Invited shown -> showInvited(shown);
            case PendingRow.Declined shown -> showDeclined(shown);
        }
    }

    private void showInvited(PendingRow.Invited shown) {
        if (invited == null) {
            invited = new InvitedRow(model, open::accept, texts, times);
        }
        setAccessibleText(invited.show(shown));
        setGraphic(invited);
    }

    private void showDeclined(PendingRow.Declined shown) {
        if (declined == null) {
            declined = new DeclinedRow(model, texts);
        }
        setAccessibleText(declined.show(shown));
        setGraphic(declined);
    }

    private void showHead(String account) {
        if (head == null) {
            head = new Label();
            head.getStyleClass().add("pending-head");
        }
        head.setText(account);
        getStyleClass().add("section-row");
        setAccessibleText(account);
        setGraphic(head);
    }

    private void showWritten(PendingRow.Written shown) {
        if (written == null) {
            written = new WrittenRow();
        }
        written.show(shown);
        setGraphic(written);
    }

    /// A message.
    private final class WrittenRow extends VBox {

        private final EmojiLabel title = new EmojiLabel();
        private final Label time = new Label();
        private final EmojiLabel words = new EmojiLabel();
        private final TickMark tick = new TickMark(TickShape.WAITING, "");
        private final Label state = new Label();
        private final Hyperlink retry = Banner.action(texts.say("pending.retry"), () -> {});
        private final Hyperlink discard = Banner.action(texts.say("pending.discard"), () -> {});

        WrittenRow() {
            getStyleClass().add("pending-row");
            title.getStyleClass().add("row-name");
            words.getStyleClass().add("row-note");
            time.getStyleClass().addAll("small", "muted");
            time.setMinWidth(USE_PREF_SIZE);
            state.getStyleClass().addAll("small", "muted");
            retry.getStyleClass().add("small");
            discard.getStyleClass().add("small");
            retry.setFocusTraversable(false); // the list has keys for them
            discard.setFocusTraversable(false);
            getChildren().addAll(line(title, time), words, line(tick, state, retry, discard));
        }

        private HBox line(Region first, Region... rest) {
            var line = new HBox(first);
            line.getChildren().addAll(rest);
            line.getStyleClass().add("pending-line");
            var widest = first instanceof TickMark ? rest[0] : first;
            widest.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(widest, Priority.ALWAYS);
            return line;
        }

        void show(PendingRow.Written row) {
            var how = row.refusal().map(failures::why).orElseGet(() -> texts.say("pending.waits"));
            boolean hasFailed = row.refusal().isPresent();
            title.setText(row.title());
            time.setText(times.brief(row.at()));
            words.setText(said(row));
            tick.show(hasFailed ? TickShape.FAILED : TickShape.WAITING, how);
            state.setText(how);
            state.setTooltip(hasFailed ? new Tooltip(how) : null);
            retry.setVisible(hasFailed);
            retry.setManaged(hasFailed);
            retry.setOnAction(event -> model.retry(row));
            discard.setVisible(row.isRevocable());
            discard.setManaged(row.isRevocable());
            discard.setOnAction(event -> model.discard(row));
            PendingCell.this.setAccessibleText(
                    texts.say("pending.spoken", row.title(), said(row), time.getText(), how));
        }

        private String said(PendingRow.Written row) {
            if (row.isRetraction()) {
                return texts.say("pending.retraction");
            }
            if (!row.isReaction()) {
                return row.words();
            }
            return row.words().isEmpty()
                    ? texts.say("pending.reactionTaken")
                    : texts.say("pending.reaction", row.words());
        }
    }
}
