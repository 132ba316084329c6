package kith.ui.composer;

import javafx.beans.property.ObjectProperty;

import kith.base.Lane;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Sends what is written, or does what it asks for by a slash. A text that can't be kept comes
/// back; one that can't be done stays, or comes back where nothing was written meanwhile, and the
/// complaint says why. FX thread only.
final class Sending {

    private final ComposerCommands commands;
    private final DraftText draft;
    private final MessageReply reply;
    private final Whispering whispering;
    private final TypingSignal typing;
    private final ObjectProperty<Complaint> complaint;
    private final Consumer<Edit> edit;
    private final Lane fx;

    /// @param complaint where it says why something was not done
    /// @param edit makes a change that the user can undo
    Sending(
            ComposerCommands commands,
            DraftText draft,
            MessageReply reply,
            Whispering whispering,
            TypingSignal typing,
            ObjectProperty<Complaint> complaint,
            Consumer<Edit> edit,
            Lane fx) {
        this.commands = commands;
        this.draft = draft;
        this.reply = reply;
        this.whispering = whispering;
        this.typing = typing;
        this.complaint = complaint;
        this.edit = edit;
        this.fx = fx;
    }

    /// @param text what was typed, neither blank nor with blank lines around it
    void send(String text) {
        switch (SlashLine.of(text, commands.slash().known())) {
            case SlashLine.Words(var words) -> deliver(words, text);
            case SlashLine.Command(var command, var words) -> run(command, words, text);
            case SlashLine.Mixed() -> complaint.set(new Complaint.Mixed());
            case SlashLine.Unknown(var word) -> complaint.set(new Complaint.UnknownCommand(word));
        }
    }

    /// @param typed comes back where it can't be kept
    private void deliver(String words, String typed) {
        draft.empty();
        typing.stop();
        var answered = reply.property().get();
        var sending =
                answered.<CompletionStage<?>>map(it -> reply.send(it, words))
                        .orElseGet(() -> commands.send().apply(words));
        draft.keep(""); // not before: whatever happens, one of them has it
        reply.cancel();
        sending.whenCompleteAsync(
                (sent, failure) -> {
                    if (failure != null) {
                        draft.giveBack(typed);
                        answered.ifPresent(reply::giveBack);
                    }
                },
                fx);
    }

    private void run(SlashCommand command, String words, String typed) {
        if (command == SlashCommand.HELP) {
            edit.accept(new Edit(0, draft.get().length(), "/")); // the list has them all
        } else if (command.takesWords() && words.isEmpty()) {
            complaint.set(new Complaint.Incomplete(command));
        } else if (command == SlashCommand.MSG) {
            whisper(typed);
        } else if (command == SlashCommand.NICK && words.lines().count() > 1) {
            complaint.set(new Complaint.SeveralLines());
        } else if (command == SlashCommand.ME) {
            deliver(typed, typed);
        } else {
            draft.replace("");
            typing.stop();
            draft.keep("");
            commands.slash()
                    .run(command, words)
                    .thenAcceptAsync(
                            refusal ->
                                    refusal.ifPresent(
                                            it ->
                                                    refused(
                                                            new Complaint.Refused(
                                                                    command, words, it),
                                                            typed)),
                            fx);
        }
    }

    /// To one person alone, or to nobody.
    private void whisper(String typed) {
        var line = whispering.line(typed).orElseThrow();
        var words = line.words(typed);
        if (words.isEmpty()) {
            complaint.set(new Complaint.Incomplete(SlashCommand.MSG));
            return;
        }
        whispering
                .obstacle(line)
                .ifPresentOrElse(complaint::set, () -> sendPrivately(words, typed));
    }

    private void sendPrivately(String words, String typed) {
        var sending = whispering.send(words);
        draft.empty();
        typing.stop();
        draft.keep("");
        sending.whenCompleteAsync(
                (sent, failure) -> {
                    if (failure != null) {
                        draft.giveBack(typed);
                    }
                },
                fx);
    }

    private void refused(Complaint.Refused why, String typed) {
        draft.giveBackAlone(typed);
        complaint.set(why);
    }
}
