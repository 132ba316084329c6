package kith.cli;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.Moderation;
import kith.model.Reaction;
import kith.session.export.HistoryEntry;
import kith.session.export.HistoryPage;
import kith.session.export.Names;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/// History to read: a heading for each chat, then a line for each message, with its time in UTC;
/// further lines of a message are indented, so that none can look like another message. Reactions
/// to it stand below, indented by less.
final class TextHistory implements HistoryPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Names names;
    private final PrintWriter out;
    private Optional<ChatKey> chat = Optional.empty();

    TextHistory(Names names, PrintWriter out) {
        this.names = names;
        this.out = out;
    }

    @Override
    public void message(HistoryEntry entry) {
        var message = entry.message();
        var reactions = entry.reactions();
        if (!chat.equals(Optional.of(message.chat()))) {
            heading(message.chat());
        }
        out.printf(
                "%s  %s%s\n", TIME.format(message.at()), author(message), indent(content(message)));
        for (var reaction : reactions) {
            out.printf("  %s %s\n", reaction.emoji(), authors(message, reaction));
        }
    }

    private String authors(Message message, Reaction reaction) {
        return reaction.authors().stream()
                .map(author -> author(message, author))
                .collect(Collectors.joining(", "));
    }

    private void heading(ChatKey next) {
        if (chat.isPresent()) {
            out.print("\n");
        }
        out.printf("== %s (%s)\n", oneLine(names.title(next)), names.address(next.account()));
        chat = Optional.of(next);
    }

    private String author(Message message) {
        return author(message, message.author());
    }

    private String author(Message message, Author author) {
        return author.isMine() ? names.address(message.chat().account()) : author.nick();
    }

    private static String content(Message message) {
        return switch (message.content()) {
            case Content.Text _, Content.Correction _ ->
                    (message.edited().isPresent() ? " (edited): " : ": ")
                            + message.quote().map(TextHistory::quotation).orElse("")
                            + message.words().orElseThrow();
            case Content.Private(var other, var body, _, _) ->
                    (message.isMine()
                                    ? " (to " + oneLine(other.nick()) + " alone): "
                                    : " (private): ")
                            + body;
            case Content.File(var url, var name, _, _, _) ->
                    " sent a file: " + name + url.map(it -> " " + it).orElse("");
            case Content.Reaction(_, var emoji) -> " reacted: " + String.join(" ", emoji);
            case Content.Retraction _ -> " deleted a message";
            case Content.Retracted(var moderation) ->
                    moderation.map(TextHistory::removed).orElse(": (deleted)");
            case Content.Subject(var subject) -> " changed the subject: " + subject;
            case Content.Unreadable(var method) ->
                    method.map(it -> ": (can't be read: encrypted with " + oneLine(it) + ")")
                            .orElse(": (can't be read: the history is damaged here)");
        };
    }

    private static String removed(Moderation moderation) {
        var by = moderation.by().isEmpty() ? "" : " by " + oneLine(moderation.by());
        var why = moderation.reason().isEmpty() ? "" : ": " + moderation.reason();
        return ": (removed" + by + why + ")";
    }

    private static String quotation(String quote) {
        return quote.lines().map(line -> "> " + line + "\n").collect(Collectors.joining());
    }

    private static String indent(String text) {
        return text.replaceAll("\\R", "\n    ");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
