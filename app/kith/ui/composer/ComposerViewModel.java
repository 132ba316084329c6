package kith.ui.composer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.base.Timer;

/// What the user is writing to one chat.
///
/// The draft lives as long as the chat's page. FX thread only. [#close] with the page.
public final class ComposerViewModel implements AutoCloseable {

    /// Whether the user may write here, and if not, why; `composer.closed.<value>` in the texts.
    public enum Access {
        OPEN,
        /// Not in the room.
        NOT_IN_ROOM,
        /// In the room as a visitor, who may only read (XEP-0045 §5.1).
        VISITOR
    }

    private final ComposerCommands commands;
    private final Lane fx;
    private final TypingSignal typing;
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final ObjectProperty<Access> access =
            new SimpleObjectProperty<>(this, "access", Access.OPEN);
    /// What came back and stands at the beginning of the draft.
    private String returned = "";

    private final BooleanBinding canSend =
            Bindings.createBooleanBinding(
                    () -> access.get() == Access.OPEN && !draft.get().isBlank(), draft, access);

    /// @param timer for how long the user may think before they count as no longer writing
    /// @param fx the FX lane; a test passes a lane that runs at once
    public ComposerViewModel(ComposerCommands commands, Timer timer, Lane fx) {
        this.commands = commands;
        this.fx = fx;
        typing = new TypingSignal(commands.setTyping(), timer, fx);
        draft.subscribe((before, now) -> changed(now));
    }

    /// What is written and not sent.
    public StringProperty draftProperty() {
        return draft;
    }

    public ObjectProperty<Access> accessProperty() {
        return access;
    }

    /// Whether there is something to send, and the right to.
    public BooleanBinding canSendBinding() {
        return canSend;
    }

    /// Sends the draft and empties it; does nothing where [#canSendBinding] is false. Blank lines
    /// before and blanks behind the text stay out. A text that can't be kept comes back.
    public void send() {
        if (canSend.get()) {
            var text = draft.get().replaceFirst("^(?:\\h*\\R)+", "").stripTrailing();
            draft.set("");
            returned = "";
            commands.send()
                    .apply(text)
                    .whenCompleteAsync(
                            (sent, failure) -> {
                                if (failure != null) {
                                    giveBack(text);
                                }
                            },
                            fx);
        }
    }

    /// The user may have begun another text meanwhile; what came back before stands before it.
    private void giveBack(String text) {
        var now = draft.get();
        var before = now.startsWith(returned) ? returned : "";
        var own = now.substring(before.length()).stripLeading();
        returned = before.isEmpty() ? text : before + "\n" + text;
        draft.set(own.isBlank() ? returned : returned + "\n" + own);
    }

    @Override
    public void close() {
        typing.close();
    }

    private void changed(String now) {
        if (now.isBlank()) {
            typing.stop();
        } else {
            typing.stroke();
        }
    }
}
