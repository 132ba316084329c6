package kith.ui.timeline;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Menu;
import javafx.scene.layout.HBox;

import kith.model.Availability;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.ui.presence.PresenceLook;
import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A message's row: the bubble on its side, beside it the author's picture, below it the emoji that
/// stand at it, and what to do about a message that was not sent.
final class BubbleRow extends ColumnRow {

    /// The widest a bubble gets, as a part of the column.
    private static final double PART = 0.8;

    private static final double PART_IN_NARROW = 0.86;

    private final Bubble row;
    private final TimelineWords words;
    private final BubbleNode bubble;
    private final Optional<Avatar> avatar;
    private final Optional<ReactionChips> chips;
    private final Optional<HBox> failure;
    private final BooleanSupplier isNarrow;
    private final Consumer<String> toggle;
    private final Runnable choose;

    BubbleRow(
            Bubble row,
            TimelineWords words,
            TimelineViewModel model,
            boolean inRoom,
            BooleanSupplier isNarrow) {
        super("message-row");
        this.row = row;
        this.words = words;
        this.isNarrow = isNarrow;
        bubble =
                new BubbleNode(
                        row,
                        words,
                        () -> model.unfold(row.message()),
                        () -> model.actions().goToAnswered(row),
                        row.file().map(it -> tile(it, model)));
        avatar = row.face().map(face -> avatar(face, words));
        toggle = emoji -> model.actions().react(row, emoji);
        choose = () -> model.actions().chooseReaction(row);
        chips =
                row.reactions().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ReactionChips(row, words, toggle, choose));
        failure = failure(model);
        getStyleClass().addAll("said-row", row.place().isStart() ? "starts-group" : "in-group");
        if (inRoom && !row.isMine()) {
            getStyleClass().add("beside-avatar");
        }
        avatar.ifPresent(getChildren()::add);
        getChildren().add(bubble);
        chips.ifPresent(getChildren()::add);
        failure.ifPresent(getChildren()::add);
    }

    private AttachedNode tile(Attached file, TimelineViewModel model) {
        var message = row.message();
        var moving = model.movingOf(message);
        Runnable open = () -> file.link().ifPresent(model::open);
        Optional<Runnable> stop =
                row.isStoppable()
                        ? Optional.of(() -> model.actions().discard(message))
                        : Optional.empty();
        if (file.isPictured()) {
            return new PictureTile(row, words, model.pictures(), moving, open, stop);
        }
        var tile = new FileTile(file, words, moving, open, stop);
        if (file.picture().isPresent()) {
            WhileInSight.of(tile, () -> model.pictures().want(message));
        }
        return tile;
    }

    Bubble row() {
        return row;
    }

    BubbleNode bubble() {
        return bubble;
    }

    @Override
    String copyText() {
        return words.copied(row);
    }

    /// What is copied with who said it and when.
    String named() {
        return words.copiedWithName(row);
    }

    @Override
    void setFocusedRow(boolean isFocusedRow) {
        bubble.setFocusedRow(isFocusedRow);
    }

    /// What emoji can be put to it; empty where there is no way to.
    Optional<Menu> reactionMenu() {
        return row.isReactable()
                ? Optional.of(ReactionMenu.of(row, words, toggle, choose))
                : Optional.empty();
    }

    @Override
    Node menuAnchor() {
        return bubble;
    }

    @Override
    double contentHeight(double width) {
        double bubbleHeight = bubble.prefHeight(bubbleWidth(width));
        return bubbleHeight
                + chipsHeight(width)
                + failure.map(line -> line.prefHeight(-1)).orElse(0.0);
    }

    @Override
    void layoutContent(double x, double y, double width) {
        double bubbleWidth = bubbleWidth(width);
        double height = bubble.prefHeight(bubbleWidth);
        bubble.resizeRelocate(row.isMine() ? x + width - bubbleWidth : x, y, bubbleWidth, height);
        if (avatar.isPresent()) {
            place(avatar.get(), x, y);
        }
        if (chips.isPresent()) {
            double chipsHeight = chipsHeight(width);
            chips.get().resizeRelocate(x, y + height, width, chipsHeight);
            height += chipsHeight;
        }
        if (failure.isPresent()) {
            double lineWidth = Math.min(width, failure.get().prefWidth(-1));
            double lineHeight = failure.get().prefHeight(-1);
            failure.get().resizeRelocate(x + width - lineWidth, y + height, lineWidth, lineHeight);
        }
    }

    /// Said when it is asked for: composing it for each cell would be work for nobody.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? words.spoken(row)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /// Puts the author's picture beside a bubble.
    static void place(Avatar avatar, double x, double y) {
        double side = avatar.minWidth(-1);
        avatar.resizeRelocate(x - side * 1.25, y, side, side);
    }

    /// The most of a column that a bubble takes.
    static double most(double column, boolean isNarrow) {
        return Math.floor(column * (isNarrow ? PART_IN_NARROW : PART));
    }

    private double chipsHeight(double width) {
        return chips.map(pane -> Math.ceil(pane.prefHeight(width))).orElse(0.0);
    }

    private double bubbleWidth(double column) {
        double most = most(column, isNarrow.getAsBoolean());
        double widest = bubble.getMaxWidth();
        return bubble.widthWithin(widest > 0 ? Math.min(most, widest) : most);
    }

    static Avatar avatar(Face face, TimelineWords words) {
        var picture = new Avatar(32);
        picture.showPerson(face.nick(), face.colorKey(), PresenceLook.picture(face.picture()));
        words.presence()
                .mark(
                        picture,
                        Optional.of(face.presence())
                                .filter(
                                        presence ->
                                                presence.availability() != Availability.UNKNOWN));
        return picture;
    }

    /// That it was not sent, or not taken back.
    private Optional<HBox> failure(TimelineViewModel model) {
        if (row.delivery() instanceof Delivery.Failed(var refusal)) {
            return Optional.of(
                    failure(
                            words.failure(refusal, row.confidant()),
                            row.message(),
                            model,
                            words.texts().say("timeline.discard")));
        }
        return row.retracting()
                .map(
                        it ->
                                failure(
                                        words.notRetracted(it.delivery()),
                                        it.by(),
                                        model,
                                        words.texts().say("timeline.keep")));
    }

    /// @param failed what to send again or to take back
    private HBox failure(
            String why, MessageKey failed, TimelineViewModel model, String discardName) {
        var reason = new EmojiLabel(why);
        reason.getStyleClass().add("bad");
        var line =
                new HBox(
                        reason,
                        action(
                                words.texts().say("timeline.retry"),
                                () -> model.actions().retry(failed)),
                        action(discardName, () -> model.actions().discard(failed)));
        line.getStyleClass().add("failure");
        return line;
    }

    private static Hyperlink action(String name, Runnable act) {
        var link = new Hyperlink(name);
        link.getStyleClass().add("link-action");
        link.setMinWidth(USE_PREF_SIZE);
        link.setFocusTraversable(false);
        link.setOnAction(event -> act.run());
        return link;
    }
}
