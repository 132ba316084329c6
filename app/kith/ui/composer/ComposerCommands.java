package kith.ui.composer;

import kith.base.Live;
import kith.model.MessageKey;
import kith.model.SendKey;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a composer asks for. The outcome comes back as state of the chat.
///
/// @param send sends a message; fails where it can't be kept, and then nobody else has its text
/// @param correct puts other words in place of those of a message of ours; fails as the other, and
///   is cancelled where it can be changed no more
/// @param edits keeps how far the user has come with that
/// @param reply what to do about a message that is answered
/// @param setTyping says whether the user is writing (XEP-0085)
/// @param draft keeps what is written and not sent
/// @param slash what can be asked for by a word behind a slash
/// @param sendKey the key that sends
/// @param spelling says which words are misspelt
public record ComposerCommands(
        Function<String, CompletionStage<?>> send,
        BiFunction<MessageKey, String, CompletionStage<?>> correct,
        EditCommands edits,
        ReplyCommands reply,
        Consumer<Boolean> setTyping,
        DraftCommands draft,
        SlashCommands slash,
        Live<SendKey> sendKey,
        SpellingCommands spelling) {

    /// For a composer without dictionaries.
    public ComposerCommands(
            Function<String, CompletionStage<?>> send,
            BiFunction<MessageKey, String, CompletionStage<?>> correct,
            EditCommands edits,
            ReplyCommands reply,
            Consumer<Boolean> setTyping,
            DraftCommands draft,
            SlashCommands slash,
            Live<SendKey> sendKey) {
        this(send, correct, edits, reply, setTyping, draft, slash, sendKey, SpellingCommands.NONE);
    }

    /// The same with dictionaries.
    public ComposerCommands with(SpellingCommands checked) {
        return new ComposerCommands(
                send, correct, edits, reply, setTyping, draft, slash, sendKey, checked);
    }
}
