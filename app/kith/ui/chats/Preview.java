package kith.ui.chats;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Message;
import kith.ui.text.MeCommand;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;

import java.util.Optional;

/// The newest message of a chat, or what the user has begun to write there, on one line.
final class Preview {

    private static final int MAX_NICK = 14;

    private final Texts texts;

    Preview(Texts texts) {
        this.texts = texts;
    }

    /// Who wrote it, in a room and where it wasn't the user.
    Optional<String> sender(Chat chat) {
        return chat.last()
                .filter(last -> chat.kind() == Chat.Kind.ROOM && !chat.isTyping())
                .filter(last -> !last.isMine() && !isAction(last))
                .map(last -> texts.say("chats.sender", brief(last.author().nick())));
    }

    /// What it says, or that someone is writing.
    String words(ChatRow row) {
        var chat = row.chat();
        return chat.isTyping()
                ? texts.say("chats.typing")
                : chat.last().map(last -> words(row, last)).orElse("");
    }

    /// What the user has begun to write; not while someone is writing to them.
    Optional<String> draft(ChatRow row) {
        return row.draft().filter(any -> !row.chat().isTyping()).map(OneLine::of);
    }

    private String words(ChatRow row, Message last) {
        return switch (last.content()) {
            case Content.Text _, Content.Correction _ -> said(row, last);
            case Content.Private _ -> texts.say("chats.private", said(row, last));
            case Content.File file ->
                    texts.say(
                            file.isPicture() ? "chats.picture" : "chats.file",
                            OneLine.of(file.name()));
            case Content.Reaction _, Content.Retraction _ -> throw notShown();
            case Content.Retracted(var moderation) ->
                    texts.say(moderation.isPresent() ? "chats.removed" : "chats.retracted");
            case Content.Subject subject ->
                    subject.subject().isBlank()
                            ? texts.say("chats.subject.none")
                            : texts.say("chats.subject", OneLine.of(subject.subject()));
            case Content.Unreadable _ -> texts.say("chats.unreadable");
        };
    }

    private static IllegalArgumentException notShown() {
        return new IllegalArgumentException(
                "what is about another message is never the last of a chat");
    }

    private String said(ChatRow row, Message last) {
        var words = last.words().orElseThrow();
        return isAction(last)
                ? texts.say(
                        "chats.action", brief(actor(row, last)), OneLine.of(MeCommand.deed(words)))
                : OneLine.of(words);
    }

    private static boolean isAction(Message message) {
        return message.words().filter(MeCommand::is).isPresent();
    }

    /// What we wrote here to a room has our own address, not what we are called there.
    private String actor(ChatRow row, Message action) {
        var chat = row.chat();
        if (chat.kind() == Chat.Kind.ROOM && !action.author().address().hasResource()) {
            return row.nick().orElseGet(() -> texts.say("chats.you"));
        }
        return chat.kind() == Chat.Kind.ROOM || action.isMine()
                ? action.author().shortName()
                : chat.title();
    }

    /// A long nick would leave no room for what was said.
    private static String brief(String nick) {
        return nick.codePointCount(0, nick.length()) <= MAX_NICK
                ? nick
                : nick.substring(0, nick.offsetByCodePoints(0, MAX_NICK)) + "…";
    }
}
