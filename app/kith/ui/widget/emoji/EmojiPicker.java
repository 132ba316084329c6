package kith.ui.widget.emoji;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.EmojiNames.Named;
import kith.ui.widget.EmojiView;
import kith.ui.widget.RightToLeft;
import kith.ui.widget.SearchField;

import java.util.function.Consumer;

/// Emoji to choose from, over the window: a field that finds them, the sections, the emoji, and
/// the name of the one that is selected.
///
/// The focus stays in the field: the arrow keys go about among the emoji, Enter chooses, Escape
/// closes. With Shift held it stays open for another, where it may.
public final class EmojiPicker extends VBox {

    /// How many lines Page Up and Down go.
    private static final int PAGE = 5;

    private final EmojiPickerViewModel model;
    private final Texts texts;
    private final boolean mayStay;
    private final SearchField field;
    private final EmojiGrid grid;
    private final EmojiView picture = new EmojiView("");
    private final Label name = new Label();
    private final Label nothing = new Label();
    private Runnable close = () -> {};

    /// @param mayStay whether more than one can be chosen, with Shift held
    /// @param choose is told each emoji that is chosen
    public EmojiPicker(EmojiHabits habits, Texts texts, boolean mayStay, Consumer<String> choose) {
        this.texts = texts;
        this.mayStay = mayStay;
        model = new EmojiPickerViewModel(habits, choose);
        field = new SearchField(texts.say("emoji.search"), texts.say("emoji.clear"));
        field.textProperty().bindBidirectional(model.wordsProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        grid = new EmojiGrid(model, texts, this::choose);
        var tones = new ToneChoice(model, texts, field::requestFocus);
        var top = new HBox(field, tones.button());
        top.getStyleClass().add("emoji-search");
        nothing.getStyleClass().add("emoji-nothing");
        RightToLeft.wrap(nothing);
        var foot = new HBox(picture, name);
        foot.getStyleClass().add("emoji-foot");
        getStyleClass().addAll("overlay", "emoji-picker");
        getChildren()
                .addAll(
                        top,
                        tones,
                        new SectionTabs(model, grid, texts),
                        new StackPane(grid, nothing),
                        foot);
        model.selectedProperty().subscribe(this::showSelected);
        model.rows().subscribe(this::showSelected);
        model.wordsProperty().subscribe(() -> grid.scrollTo(0));
        showSelected();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.ANY, KeyEvent::consume); // else it is for the window below
    }

    /// Opens one at something, and closes it when it is left.
    ///
    /// @param owner gives it its look and keeps the focus meanwhile
    /// @param anchor what it stands at, on the screen
    public static void open(
            Region owner,
            Bounds anchor,
            EmojiHabits habits,
            Texts texts,
            boolean mayStay,
            Consumer<String> choose) {
        var picker = new EmojiPicker(habits, texts, mayStay, choose);
        var popup = new EmojiPopup(picker);
        picker.close = popup::hide;
        popup.open(owner, anchor);
    }

    /// Moves the focus to the field.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void choose(boolean isStaying) {
        if (model.choose() && !(isStaying && mayStay)) {
            close.run();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        boolean isMirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-PAGE);
            case PAGE_DOWN -> move(PAGE);
            case LEFT -> step(isMirrored ? 1 : -1);
            case RIGHT -> step(isMirrored ? -1 : 1);
            case ENTER -> {
                if (!field.isFocused()) {
                    return; // it is a button's
                }
                choose(event.isShiftDown());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int lines) {
        model.move(lines);
        grid.showSelected();
    }

    private void step(int cells) {
        model.step(cells);
        grid.showSelected();
    }

    /// Letters typed at a button are looked for, too.
    private void typed(KeyEvent event) {
        var letters = event.getCharacter();
        boolean isWord = !letters.isBlank() && !Character.isISOControl(letters.charAt(0));
        if (isWord && !field.isFocused() && !event.isShortcutDown()) {
            field.requestFocus();
            field.appendText(letters);
        }
    }

    private void showSelected() {
        var selected = model.selected();
        selected.map(Named::emoji).ifPresent(picture::show);
        picture.setVisible(selected.isPresent());
        name.setText(selected.map(each -> texts.say("emoji.code", each.name())).orElse(""));
        nothing.setText(texts.say("emoji.nothing", model.wordsProperty().get().strip()));
        nothing.setVisible(selected.isEmpty());
        field.setAccessibleHelp(selected.map(EmojiGrid::spoken).orElseGet(nothing::getText));
        grid.showSelected();
    }
}
