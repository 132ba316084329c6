package kith.ui.shell;

import javafx.scene.input.KeyEvent;

import kith.ui.chats.ChatActions;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyPress;
import kith.ui.keys.KeyStroke;
import kith.ui.text.StyledSpan.Style;

import java.util.Set;
import java.util.function.Consumer;

/// Does what the keys are bound to, wherever the focus is in the main page.
///
/// It sees a key before whatever has the focus does, since a text area would take Ctrl+Tab for
/// itself; what it uses goes no further, and what is bound to nothing goes on as if it weren't
/// there.
final class Shortcuts {

    /// What works on another page too.
    static final Set<KeyAction> ASIDE =
            Set.of(
                    KeyAction.LARGER_TEXT,
                    KeyAction.SMALLER_TEXT,
                    KeyAction.USUAL_TEXT,
                    KeyAction.SHORTCUTS,
                    KeyAction.QUIT);

    /// What is done to all windows alike.
    static final Set<KeyAction> SEEN_EVERYWHERE =
            Set.of(
                    KeyAction.LARGER_TEXT,
                    KeyAction.SMALLER_TEXT,
                    KeyAction.USUAL_TEXT,
                    KeyAction.QUIT);

    private final KeyBindings bindings;
    private final MainPage main;
    private final TextSize textSize;
    private final Consumer<Route> go;
    private final Runnable quit;

    Shortcuts(
            KeyBindings bindings,
            MainPage main,
            TextSize textSize,
            Consumer<Route> go,
            Runnable quit) {
        this.bindings = bindings;
        this.main = main;
        this.textSize = textSize;
        this.go = go;
        this.quit = quit;
    }

    /// Does what a key is for, and uses it up.
    void pressed(KeyEvent event) {
        pressed(event, Set.of(KeyAction.values()));
    }

    /// The same where the main page isn't shown, for keys that don't need it.
    void pressedAside(KeyEvent event) {
        pressed(event, ASIDE);
    }

    private void pressed(KeyEvent event, Set<KeyAction> possible) {
        KeyPress.of(event)
                .ifPresent(
                        stroke ->
                                bindings.action(stroke)
                                        .filter(possible::contains)
                                        .ifPresent(
                                                action -> {
                                                    run(action, stroke);
                                                    event.consume();
                                                }));
    }

    /// Does what an action is for.
    void run(KeyAction action, KeyStroke stroke) {
        var tabs = main.tabs();
        switch (action) {
            case SWITCHER -> go.accept(new Route.Switcher());
            case FILTER -> main.focusFilter();
            case NEXT_CHAT -> tabs.selectNext(1);
            case PREVIOUS_CHAT -> tabs.selectNext(-1);
            case NEXT_UNREAD -> tabs.selectNextUnread(1);
            case PREVIOUS_UNREAD -> tabs.selectNextUnread(-1);
            case NTH_CHAT -> tabs.selectAt(stroke.digit() - 1);
            case NEXT_PANE -> main.focusNextPane(1);
            case PREVIOUS_PANE -> main.focusNextPane(-1);
            case NEW_CHAT -> go.accept(new Route.NewChat());
            case JOIN_ROOM -> go.accept(new Route.JoinRoom());
            case NEW_ROOM -> go.accept(new Route.NewRoom());
            case SEARCH -> main.search("");
            case PIN_CHAT -> main.forSelected(ChatActions::togglePin);
            case MUTE_CHAT -> main.forSelected(ChatActions::toggleMute);
            case ARCHIVE_CHAT -> main.forSelected(ChatActions::toggleArchived);
            case MOVE_TAB_ON -> tabs.moveSelected(1);
            case MOVE_TAB_BACK -> tabs.moveSelected(-1);
            case OPEN_WINDOW -> main.openWindow();
            case FIND -> main.find();
            case GO_TO_DAY -> main.openDays();
            case REPLY -> main.reply();
            case FORWARD -> main.forward();
            case ATTACH -> main.chooseFiles();
            case EMOJI -> main.pickEmoji();
            case REACT -> main.react();
            case RETRACT -> main.retract();
            case EDIT_LAST -> main.editLast();
            case BOLD -> main.style(Style.STRONG);
            case ITALIC -> main.style(Style.EMPHASIS);
            case STRIKE -> main.style(Style.STRIKE);
            case CODE -> main.style(Style.CODE);
            case CLOSE_CHAT -> tabs.closeSelected();
            case REOPEN_CHAT -> tabs.reopenClosed();
            case DETAILS -> main.toggleDetails();
            case LARGER_TEXT -> textSize.change(1);
            case SMALLER_TEXT -> textSize.change(-1);
            case USUAL_TEXT -> textSize.reset();
            case SETTINGS -> go.accept(new Route.Settings());
            case SHORTCUTS -> go.accept(new Route.Shortcuts());
            case QUIT -> quit.run();
        }
    }
}
