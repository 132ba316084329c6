package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import kith.model.MessageKey;
import kith.model.TextRange;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.timeline.TimelineRow.Start;
import kith.ui.widget.BusyRing;
import kith.ui.widget.LateSign;
import kith.ui.widget.emoji.EmojiHabits;
import kith.ui.widget.emoji.EmojiPicker;

import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualFlow.Gravity;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The timeline on screen: makes cells for what is in sight, and holds the reader's place.
///
/// At the bottom it follows what comes. Further up the line that is read stays where it is,
/// whatever comes in above or below. Both are decided once a frame, just before the cells are laid
/// out, so a flood of messages costs a frame and not a layout for each.
///
/// One Tab stop: arrow keys go from message to message and, to the sides, through the words of one;
/// the menu key opens the menu of one, Enter its link, Escape leaves.
public final class TimelineView extends StackPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// So many rows before the end of what is held, more is asked for.
    private static final int AHEAD = 20;

    private final TimelineViewModel model;
    private final TimelineWords words;
    private final boolean isRoom;
    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final SteadyFlow steady;
    private final VirtualizedScrollPane<SteadyFlow> scroller;
    private final ReadingPlace place;
    private final TimelineInput input;
    private final Runnable afterLayout = this::afterLayout;
    private Optional<JumpButton> jump = Optional.empty();
    private Optional<LateSign> loading = Optional.empty();
    private Function<String, List<TextRange>> marks = _ -> List.of();
    private EmojiHabits habits = EmojiHabits.unkept();
    private boolean isNarrow;
    private boolean isLaidOut;
    private boolean isRetitled;

    /// @param title of the chat, asked whenever it is shown
    public TimelineView(
            TimelineViewModel model,
            Texts texts,
            Times times,
            Supplier<String> title,
            boolean isRoom) {
        this.model = model;
        this.isRoom = isRoom;
        words = new TimelineWords(texts, times, title, isRoom);
        flow = VirtualFlow.createVertical(model.rows(), this::cell, Gravity.REAR);
        place = new ReadingPlace(flow, model.rows(), this::layout);
        steady = new SteadyFlow(flow, this::beforeLayout);
        scroller =
                new VirtualizedScrollPane<>(
                        steady, ScrollBarPolicy.NEVER, ScrollBarPolicy.AS_NEEDED);
        scroller.setManaged(false); // what moves in it moves nothing around it
        getStyleClass().add("timeline");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.say("timeline.name"));
        setFocusTraversable(true);
        getChildren().add(scroller);

        model.rows().subscribe(this::rowsChanged);
        model.belowProperty().subscribe(this::showJump);
        model.loadingProperty().subscribe(this::showLoading);
        sceneProperty().subscribe(this::sceneChanged);
        input = new TimelineInput(this, model, flow, place, words);
        model.onMoved(this::show);
        model.actions().onChooseReaction(this::chooseReaction);
        model.actions().onAskToRetract(this::askToRetract);
    }

    /// Says what Escape does, after the line of new messages is gone.
    public void onLeave(Runnable leave) {
        input.onLeave(leave);
    }

    /// The message that the keyboard is at.
    public Optional<Bubble> focusedMessage() {
        return input.messageWithFocus().map(BubbleRow::row);
    }

    /// Says what has the user choose where forwarded messages go; told what they are to say there.
    public void onForward(Consumer<List<String>> forward) {
        model.actions().onForward(messages -> forward.accept(ForwardedWords.of(messages, words)));
    }

    /// Forwards the messages that are picked, else the one that the keyboard is at.
    public void forward() {
        model.actions().forward(input.chosen());
    }

    /// Says whether the user may have the room remove what others say, and what asks them whether
    /// to and why; told where on the screen the messages are.
    public void onRemove(BooleanSupplier mayRemove, BiConsumer<List<MessageKey>, Bounds> ask) {
        model.actions()
                .onAskToRemove(
                        mayRemove,
                        messages ->
                                ask.accept(
                                        messages.stream().map(Bubble::message).toList(),
                                        placeOf(messages)));
    }

    /// Where the last of them that is in sight is on the screen.
    private Bounds placeOf(List<Bubble> messages) {
        return messages.reversed().stream()
                .flatMap(message -> bubbleOf(message).stream())
                .findFirst()
                .orElseGet(() -> localToScreen(getLayoutBounds()));
    }

    /// Says which emoji the user likes to choose.
    public void setEmojiHabits(EmojiHabits newHabits) {
        habits = newHabits;
    }

    /// Has the user choose an emoji for the message that the keyboard is at, else for the last of
    /// others.
    public void react() {
        focusedMessage()
                .ifPresentOrElse(
                        model.actions()::chooseReaction, model.actions()::chooseReactionToLast);
    }

    /// Asks whether to take back, for everyone, the message that the keyboard is at, else our last.
    public void retract() {
        focusedMessage()
                .ifPresentOrElse(model.actions()::askToRetract, model.actions()::askToRetractLast);
    }

    private void askToRetract(Bubble message) {
        atBubble(
                message,
                bubble ->
                        new RetractionPrompt(words.texts(), () -> model.actions().retract(message))
                                .open(this, bubble));
    }

    private void chooseReaction(Bubble message) {
        atBubble(
                message,
                bubble ->
                        EmojiPicker.open(
                                this,
                                bubble,
                                habits,
                                words.texts(),
                                false,
                                emoji -> model.actions().react(message, emoji)));
    }

    /// Opens something at a message. One that was not asked for where it stands may be out of
    /// sight, and is gone to first: the user has to see which it is.
    private void atBubble(Bubble message, Consumer<Bounds> open) {
        if (bubbleOf(message).isEmpty()) {
            show(message.message());
            getScene().getRoot().layout();
        }
        bubbleOf(message).ifPresent(open);
    }

    /// Where it is on the screen.
    private Optional<Bounds> bubbleOf(Bubble message) {
        return flow.visibleCells().stream()
                .filter(cell -> cell.row().key().equals(message.key()))
                .map(cell -> cell.node().menuAnchor())
                .map(bubble -> bubble.localToScreen(bubble.getLayoutBounds()))
                .findFirst();
    }

    /// Goes to the newest message and stays there, and takes the line of new messages away.
    public void toEnd() {
        model.dismissNewLine();
        toNewest();
    }

    /// Goes to a message, now or once it is among the rows, and shows for a moment which it is.
    public void show(MessageKey message) {
        place.goTo(message);
        requestRows();
    }

    /// Marks in all messages what is looked for.
    ///
    /// @param find tells where in a text it is; in order, apart from each other
    public void mark(Function<String, List<TextRange>> find) {
        marks = find;
        for (int at = 0; at < model.rows().size(); at++) {
            flow.getCellIfVisible(at).ifPresent(this::mark);
        }
    }

    /// The chat is called otherwise now. Shown with the next layout: asking for the cells would lay
    /// them out, and there may be no room for them yet.
    public void retitle() {
        isRetitled = true;
        requestRows();
    }

    private void retitle(TimelineCell cell) {
        if (cell.node() instanceof MarkRow start) {
            start.say(words.start());
        }
    }

    private void mark(TimelineCell cell) {
        if (cell.node() instanceof BubbleRow bubble) {
            bubble.bubble().text().mark(marks);
        }
    }

    /// Lays the timeline out for a window that shows one pane at a time.
    public void setNarrow(boolean narrow) {
        if (isNarrow != narrow) {
            isNarrow = narrow;
            pseudoClassStateChanged(NARROW, narrow);
        }
    }

    @Override
    protected void layoutChildren() {
        scroller.resizeRelocate(0, 0, getWidth(), getHeight());
        super.layoutChildren();
    }

    /// Has the rows laid out with the next frame.
    void requestRows() {
        steady.requestLayout();
    }

    private void beforeLayout() {
        isLaidOut = true;
        place.beforeLayout(getHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> input.focusedRow().orElse(null);
            case ITEM_COUNT -> model.rows().size();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private TimelineCell cell(TimelineRow row) {
        var cell = TimelineCell.of(row, words, model, isRoom, () -> isNarrow);
        mark(cell);
        return cell;
    }

    private void rowsChanged() {
        place.patched();
        requestRows();
    }

    private void sceneChanged(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
        }
    }

    /// What the new layout means: where the reader is now, and whether more is wanted.
    private void afterLayout() {
        if (!isLaidOut || model.rows().isEmpty() || flow.getFirstVisibleIndex() < 0) {
            return; // a frame in which nothing moved here
        }
        isLaidOut = false;
        if (isRetitled) {
            isRetitled = false;
            flow.visibleCells().stream()
                    .filter(cell -> cell.row() instanceof Start)
                    .forEach(this::retitle);
        }
        place.afterLayout(getHeight());
        place.takeReached().ifPresent(this::flash);
        input.drawFocus();
        model.reading(place.isFollowing());
        if (flow.getFirstVisibleIndex() < AHEAD) {
            model.nearStart();
        }
        if (flow.getLastVisibleIndex() >= model.rows().size() - AHEAD) {
            model.nearEnd();
        }
        if (seesMissing()) {
            model.nearMissing();
        }
        showJump();
    }

    private void flash(int row) {
        flow.getCellIfVisible(row).map(TimelineCell::node).ifPresent(HitBand::show);
    }

    private boolean seesMissing() {
        return model
                .rows()
                .subList(flow.getFirstVisibleIndex(), flow.getLastVisibleIndex() + 1)
                .stream()
                .anyMatch(Missing.class::isInstance);
    }

    private void showJump() {
        boolean isWanted = !place.isFollowing() && (model.belowProperty().get() > 0 || isFar());
        if (isWanted && jump.isEmpty()) {
            var button = new JumpButton(words.texts(), this::toNewest);
            setAlignment(button, Pos.BOTTOM_RIGHT);
            getChildren().add(button);
            jump = Optional.of(button);
        }
        if (jump.isPresent()) {
            jump.get().setVisible(isWanted);
            jump.get().show(model.belowProperty().get());
        }
    }

    private void showLoading(boolean isLoading) {
        loading.ifPresent(getChildren()::remove);
        loading = isLoading ? Optional.of(loadingSign()) : Optional.empty();
        loading.ifPresent(getChildren()::add);
    }

    private LateSign loadingSign() {
        var what = words.texts().say("timeline.loading");
        var sign = new LateSign(() -> List.of(new BusyRing(what), new Label(what)));
        sign.getStyleClass().add("loading-sign");
        return sign;
    }

    /// Whether the newest message is more than a screen away.
    private boolean isFar() {
        double seen = flow.getHeight();
        double hidden =
                flow.totalLengthEstimateProperty().getOrElse(0.0)
                        - flow.lengthOffsetEstimateProperty().getOrElse(0.0)
                        - seen;
        return model.hasNewer() || hidden > seen;
    }

    /// Takes a key that goes through the messages, wherever on the page it was pressed: Page Up and
    /// Down, Shift+Page Up, Ctrl+Home, Ctrl+End. The focus stays where it is.
    ///
    /// @return whether it was one
    public boolean takesPageKey(KeyEvent event) {
        var page = PageKeys.of(event, this);
        page.ifPresent(Runnable::run);
        return page.isPresent();
    }

    /// Shows what is before.
    public void pageUp() {
        input.page(-1);
    }

    /// Shows what is after.
    public void pageDown() {
        input.page(1);
    }

    /// Goes to the oldest message that came since the user last looked; stays where none did.
    public void toOldestUnread() {
        model.toOldestUnread().ifPresent(this::focusIfHere);
    }

    /// Goes to the first message that is kept, however many are between.
    public void toFirst() {
        model.toFirst(this::focusIfHere);
    }

    /// Goes to the newest message; the line of new messages stays.
    public void toLast() {
        toNewest();
        if (isFocused()) {
            input.focusLast();
        }
    }

    private void focusIfHere(MessageKey message) {
        if (isFocused()) {
            input.focus(message);
        }
    }

    /// Goes to the newest message and stays there.
    private void toNewest() {
        model.toNewest();
        place.follow();
        requestRows();
    }
}
