package kith.ui.timeline;

import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Quote;

import java.util.List;
import java.util.Optional;

/// The menu of one row, made anew each time it is asked for.
final class TimelineMenu {

    private final TimelineViewModel model;
    private final TimelineWords words;
    private final Texts texts;
    private Optional<ContextMenu> open = Optional.empty();

    TimelineMenu(TimelineViewModel model, TimelineWords words) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
    }

    /// Opens it under the pointer.
    ///
    /// @param selected the words that are selected in the row; empty for the whole message
    void openAt(ColumnRow row, String selected, double screenX, double screenY) {
        make(row, selected).show(row, screenX, screenY);
    }

    /// Opens it at the row, for the keyboard.
    void openBeside(ColumnRow row, String selected) {
        Node anchor = row.menuAnchor();
        make(row, selected).show(anchor, Side.BOTTOM, 0, 0);
    }

    /// Opens it under a node of the timeline, which may be gone before it is.
    void openUnder(ColumnRow row, String selected, Node node) {
        var bounds = node.localToScreen(node.getLayoutBounds());
        make(row, selected).show(row, bounds.getMinX(), bounds.getMaxY());
    }

    /// Opens the menu of all messages that are picked.
    void openOfPicked(ColumnRow row, List<Bubble> picked, Point2D at) {
        hide();
        var menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item(
                                texts.count("timeline.copyPicked", picked.size()),
                                () -> copy(words.copied(picked))),
                        item(
                                texts.say("timeline.copyPickedWithNames"),
                                () -> copy(words.copiedWithNames(picked))));
        addForward(menu, picked);
        addRemove(menu, picked);
        open = Optional.of(menu);
        menu.show(row, at.getX(), at.getY());
    }

    void hide() {
        open.ifPresent(ContextMenu::hide);
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private ContextMenu make(ColumnRow row, String selected) {
        hide();
        var menu = new ContextMenu();
        var text = selected.isEmpty() ? row.copyText() : selected;
        switch (row) {
            case WordlessRow wordless ->
                    addDetails(menu, wordless.message(), row.getScene().getWindow());
            case BubbleRow bubble -> {
                add(menu, texts.say("timeline.copy"), () -> copy(text));
                addAll(menu, bubble);
            }
            default -> add(menu, texts.say("timeline.copy"), () -> copy(text));
        }
        open = Optional.of(menu);
        return menu;
    }

    private void addAll(ContextMenu menu, BubbleRow bubble) {
        var message = bubble.row();
        add(menu, texts.say("timeline.copyWithName"), () -> copy(bubble.named()));
        addCode(menu, message);
        menu.getItems().addAll(LinkItems.of(bubble.bubble().text(), model::open, texts));
        addFile(menu, message);
        addReply(menu, message);
        if (model.actions().isThreadShown(message)) {
            add(menu, texts.say("timeline.showThread"), () -> model.actions().showThread(message));
        }
        addForward(menu, List.of(message));
        bubble.reactionMenu().ifPresent(menu.getItems()::add);
        if (message.isEditable()) {
            add(menu, texts.say("timeline.edit"), () -> model.actions().edit(message));
        }
        addFailed(menu, message);
        addDetails(menu, message.message(), bubble.getScene().getWindow());
        addRetract(menu, message);
        addRemove(menu, List.of(message));
    }

    private void addCode(ContextMenu menu, Bubble message) {
        var code = MessageText.codeBlocks(message.text());
        if (!code.isEmpty()) {
            var all = String.join("\n", code);
            add(menu, texts.say("timeline.copyCode"), () -> copy(all));
        }
    }

    private void addFailed(ContextMenu menu, Bubble message) {
        if (message.delivery() instanceof Delivery.Failed) {
            var key = message.message();
            add(menu, texts.say("timeline.retry"), () -> model.actions().retry(key));
            add(menu, texts.say("timeline.discard"), () -> model.actions().discard(key));
        }
    }

    /// Not where stopping does the same: what waits for its file, nobody has.
    private void addRetract(ContextMenu menu, Bubble message) {
        if (message.isRetractable() && !message.isStoppable()) {
            var retract =
                    item(
                            texts.say("timeline.retract"),
                            () -> model.actions().askToRetract(message));
            retract.getStyleClass().add("danger");
            menu.getItems().addAll(new SeparatorMenuItem(), retract);
        }
    }

    /// Of others, by a moderator.
    private void addRemove(ContextMenu menu, List<Bubble> messages) {
        if (messages.stream().allMatch(model.actions()::isRemovable)) {
            var remove =
                    item(
                            texts.count("timeline.remove", messages.size()),
                            () -> model.actions().askToRemove(messages));
            remove.getStyleClass().add("danger");
            menu.getItems().addAll(new SeparatorMenuItem(), remove);
        }
    }

    private void addDetails(ContextMenu menu, MessageKey message, Window window) {
        add(menu, texts.say("details.title"), () -> openDetails(message, menu, window));
    }

    private void addFile(ContextMenu menu, Bubble message) {
        message.file()
                .flatMap(TimelineRow.Attached::link)
                .ifPresent(
                        link -> add(menu, texts.say("timeline.file.open"), () -> model.open(link)));
        message.file()
                .flatMap(TimelineRow.Attached::picture)
                .ifPresent(picture -> addPicture(menu, message.message(), picture));
        if (message.isStoppable()) {
            var key = message.message();
            add(menu, texts.say("timeline.file.stop"), () -> model.actions().discard(key));
        }
    }

    /// What isn't fetched by itself, or not any more, is when the user says so.
    private void addPicture(ContextMenu menu, MessageKey message, TimelineRow.Picture picture) {
        Runnable fetch = () -> model.pictures().fetch(message);
        switch (picture.shown()) {
            case ShownPicture.Withheld _ -> add(menu, texts.say("timeline.picture.fetch"), fetch);
            case ShownPicture.Missing _ -> add(menu, texts.say("timeline.picture.again"), fetch);
            case ShownPicture.Coming _, ShownPicture.Waiting _, ShownPicture.There _ -> {}
        }
    }

    private void addReply(ContextMenu menu, Bubble message) {
        if (model.actions().isRepliable(message)) {
            var name =
                    message.isPrivate()
                            ? texts.say("timeline.reply.private")
                            : texts.say("timeline.reply");
            add(menu, name, () -> model.actions().reply(message));
        }
        if (message.quote().flatMap(Quote::message).isPresent()) {
            var name = texts.say("timeline.goToAnswered");
            add(menu, name, () -> model.actions().goToAnswered(message));
        }
    }

    private void addForward(ContextMenu menu, List<Bubble> messages) {
        if (model.actions().isForwarding()) {
            add(menu, texts.say("timeline.forward"), () -> model.actions().forward(messages));
        }
    }

    /// Where the menu was. The row may be gone by then, the window is not.
    private void openDetails(MessageKey message, ContextMenu menu, Window window) {
        double x = menu.getAnchorX();
        double y = menu.getAnchorY();
        model.versions(
                message,
                kept -> {
                    hide();
                    var first = kept.versions().getFirst();
                    var details =
                            DetailsMenu.of(
                                    MessageDetails.of(kept, model.readersOf(first), words), texts);
                    open = Optional.of(details);
                    details.show(window, x, y);
                });
    }

    private static void add(ContextMenu menu, String text, Runnable act) {
        menu.getItems().add(item(text, act));
    }

    /// An item with a text that stands for itself.
    static MenuItem item(String text, Runnable act) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }
}
