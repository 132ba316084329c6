package kith.cli;

import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// History to read: a heading for each chat, then a line for each message, with its time in UTC;
/// further lines of a message are indented, so that none can look like another message.
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
    public void message(Message message) {
        if (!chat.equals(Optional.of(message.chat()))) {
            heading(message.chat());
        }
        out.printf(
                "%s  %s%s\n", TIME.format(message.at()), author(message), indent(content(message)));
    }

    private void heading(ChatKey next) {
        if (chat.isPresent()) {
            out.print("\n");
        }
        out.printf("== %s (%s)\n", oneLine(names.title(next)), names.address(next.account()));
        chat = Optional.of(next);
    }

    private String author(Message message) {
        return message.isMine() ? names.address(message.chat().account()) : message.author().nick();
    }

    private static String content(Message message) {
        return switch (message.content()) {
            case Content.Text _, Content.Correction _ ->
                    (message.edited().isPresent() ? " (edited): " : ": ")
                            + message.words().orElseThrow();
            case Content.Subject(var subject) -> " changed the subject: " + subject;
            case Content.Unreadable _ -> ": (can't be read: the history is damaged here)";
        };
    }

    private static String indent(String text) {
        return text.replaceAll("\\R", "\n    ");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
