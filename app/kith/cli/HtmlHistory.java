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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// History as one page for a browser, without scripts and without anything from the network. Times
/// are in UTC.
final class HtmlHistory implements HistoryPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Names names;
    private final PrintWriter out;
    private Optional<ChatKey> chat = Optional.empty();

    HtmlHistory(Names names, PrintWriter out) {
        this.names = names;
        this.out = out;
    }

    @Override
    public void begin() {
        out.print(
                """
                <!DOCTYPE html>
                <html>
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'">
                <title>Kith</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 16px/1.5 sans-serif; max-width: 50em; margin: 2em auto; }
                time, .subject, .reactions { color: GrayText; }
                p { margin: 0.5em 0; overflow-wrap: anywhere; }
                .body, .quote { white-space: pre-wrap; }
                .quote { border-inline-start: 3px solid; color: GrayText; display: block;
                         padding-inline-start: 0.5em; }
                </style>
                </head>
                <body>
                """);
    }

    @Override
    public void message(HistoryEntry entry) {
        var message = entry.message();
        var reactions = entry.reactions();
        if (!chat.equals(Optional.of(message.chat()))) {
            chat = Optional.of(message.chat());
            out.printf(
                    "<h2>%s <small>%s</small></h2>\n",
                    escape(names.title(message.chat())),
                    escape(names.address(message.chat().account())));
        }
        out.printf(
                "<p><time datetime=\"%s\">%s</time> <b><bdi>%s</bdi></b> %s%s</p>\n",
                message.at(),
                TIME.format(message.at()),
                escape(author(message, message.author())),
                content(message),
                reactions.isEmpty() ? "" : reactions(message, reactions));
    }

    private String reactions(Message message, List<Reaction> reactions) {
        return reactions.stream()
                .map(each -> "%s %s".formatted(escape(each.emoji()), authors(message, each)))
                .collect(Collectors.joining(" ", "<br><small class=\"reactions\">", "</small>"));
    }

    private String authors(Message message, Reaction reaction) {
        return reaction.authors().stream()
                .map(author -> "<bdi>" + escape(author(message, author)) + "</bdi>")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void end() {
        out.print("</body>\n</html>\n");
    }

    private String author(Message message, Author author) {
        return author.isMine() ? names.address(message.chat().account()) : author.nick();
    }

    private static String content(Message message) {
        return switch (message.content()) {
            case Content.Text _, Content.Correction _ ->
                    message.quote().map(quote -> span("quote", quote)).orElse("")
                            + span("body", message.words().orElseThrow())
                            + (message.edited().isPresent() ? " <i>(edited)</i>" : "");
            case Content.Private(var other, var body, _, _) ->
                    (message.isMine()
                                    ? "<i>(to <bdi>%s</bdi> alone)</i> "
                                            .formatted(escape(other.nick()))
                                    : "<i>(private)</i> ")
                            + span("body", body);
            case Content.File(var url, var name, _, _, _) ->
                    span("file", name) + url.map(it -> " " + span("body", it)).orElse("");
            case Content.Reaction(_, var emoji) -> span("reaction", String.join(" ", emoji));
            case Content.Retraction _ -> "<i>(deleted a message)</i>";
            case Content.Retracted(var moderation) ->
                    moderation.map(HtmlHistory::removed).orElse("<i>(deleted)</i>");
            case Content.Subject(var subject) -> span("subject", subject);
            case Content.Unreadable(var method) ->
                    method.map(
                                    it ->
                                            "<i>(can't be read: encrypted with <bdi>%s</bdi>)</i>"
                                                    .formatted(escape(it)))
                            .orElse("<i>(can't be read: the history is damaged here)</i>");
        };
    }

    private static String removed(Moderation moderation) {
        var by =
                moderation.by().isEmpty()
                        ? ""
                        : " by <bdi>%s</bdi>".formatted(escape(moderation.by()));
        var why =
                moderation.reason().isEmpty()
                        ? ""
                        : ": <bdi>%s</bdi>".formatted(escape(moderation.reason()));
        return "<i>(removed" + by + why + ")</i>";
    }

    private static String span(String kind, String text) {
        return "<span class=\"%s\" dir=\"auto\">%s</span>".formatted(kind, escape(text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
