package kith.ui.pending;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.ReceivedInvitation;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.Banner;
import kith.ui.widget.RowList;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// The popover with invitations and with what nobody has yet. Closes when nothing is left.
///
/// One Tab stop beside the link above: Enter opens the chat of the focused row or the room of the
/// invitation, R sends it again, Delete takes it back or says no.
public final class PendingView extends VBox {

    /// Heights in parts of the text size; more rows than that are scrolled to.
    private static final double ROW = 5.571;

    private static final double INVITED = 8;
    private static final double HEAD = 2.571;
    private static final double ENDS = 0.571;
    private static final double MOST = 6 * ROW;

    private final PendingViewModel model;
    private final Runnable toChat;
    private final Consumer<ReceivedInvitation> ask;
    private final RowList<PendingRow> list;

    /// @param toChat closes the popover and goes to the chat that is opened
    /// @param ask asks whether and as whom the user enters a room
    /// @param emptied closes it because nothing is left
    public PendingView(
            PendingViewModel model,
            Runnable toChat,
            Consumer<ReceivedInvitation> ask,
            Runnable emptied,
            Texts texts,
            Times times) {
        this.model = model;
        this.toChat = toChat;
        this.ask = ask;
        getStyleClass().add("pending");
        var title = new Label(title(model, texts));
        title.getStyleClass().add("strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var retryAll = Banner.action(texts.say("pending.retryAll"), model::retryAll);
        var top = new HBox(title, retryAll);
        top.getStyleClass().add("pending-top");
        list =
                new RowList<>(
                        model.rows(),
                        texts.say("pending.name"),
                        () -> new PendingCell(model, this::open, texts, times));
        list.onOpen(this::open);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(top, list);
        retryAll.visibleProperty().bind(model.someFailedProperty());
        model.rows()
                .subscribe(
                        () -> {
                            fit();
                            title.setText(title(model, texts));
                            if (model.rows().isEmpty()) {
                                emptied.run();
                            }
                        });
        fit();
    }

    /// Moves the focus into the list.
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void open(PendingRow row) {
        switch (row) {
            case PendingRow.Written written -> {
                toChat.run();
                model.open(written);
            }
            case PendingRow.Invited invited -> model.accept(invited, toChat, ask);
            case PendingRow.Declined _, PendingRow.Head _ -> {}
        }
    }

    private void pressed(KeyEvent event) {
        if (!list.isFocused()) {
            return;
        }
        var row = list.getFocusModel().getFocusedItem();
        if (event.getCode() == KeyCode.DELETE) {
            takeAway(row);
            event.consume();
        } else if (event.getCode() == KeyCode.R && row instanceof PendingRow.Written written) {
            model.retry(written);
            event.consume();
        }
    }

    private void takeAway(@Nullable PendingRow row) {
        switch (row) {
            case PendingRow.Written written -> model.discard(written);
            case PendingRow.Invited invited -> model.decline(invited);
            case PendingRow.Declined declined -> model.dismiss(declined);
            case PendingRow.Head _ -> {}
            case null -> {}
        }
    }

    private static String title(PendingViewModel model, Texts texts) {
        return texts.say(model.hasMessages() ? "pending.title" : "pending.titleInvitations");
    }

    private static double height(PendingRow row) {
        return switch (row) {
            case PendingRow.Head _ -> HEAD;
            case PendingRow.Invited _ -> INVITED;
            case PendingRow.Written _, PendingRow.Declined _ -> ROW;
        };
    }

    /// As high as its rows; a list view would always be as high as many.
    private void fit() {
        double rows = model.rows().stream().mapToDouble(PendingView::height).sum() + ENDS;
        list.setStyle(String.format(Locale.ROOT, "-fx-pref-height: %.3fem;", Math.min(MOST, rows)));
    }
}
