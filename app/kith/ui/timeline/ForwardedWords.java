package kith.ui.timeline;

import kith.ui.text.MeCommand;
import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.timeline.TimelineRow.Bubble;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What messages say when they are forwarded: each as a quotation (XEP-0393 §5.1.3) under a line
/// that says whose words these are, and when they were said.
///
/// Any program shows that. The sender of the quoted words doesn't seem to be the one who says them
/// here: every line of theirs is marked, so none can look like the line above or like ours. The
/// words are only in the body, as XEP-0297 §4 wants it for whoever hasn't said that they can show
/// more; no addresses go with them.
final class ForwardedWords {

    /// The most `char`s of one message that is made of several, or of a part of a long one: well
    /// below what servers let through.
    private static final int MOST = 20_000;

    /// What could turn the words around a name, and nobody sees.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\x{200c}\\x{200d}]]");

    private ForwardedWords() {}

    /// The messages to send: one, unless that were too long.
    ///
    /// @param messages oldest first
    static List<String> of(List<Bubble> messages, TimelineWords words) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (var message : messages) {
            for (var part : parts(head(message, words), said(message, words))) {
                if (!text.isEmpty() && text.length() + part.length() > MOST) {
                    texts.add(text.toString());
                    text.setLength(0);
                }
                text.append(text.isEmpty() ? "" : "\n\n").append(part);
            }
        }
        texts.add(text.toString());
        return List.copyOf(texts);
    }

    /// It begins with words of ours, whatever somebody calls themselves.
    private static String head(Bubble message, TimelineWords words) {
        return words.texts()
                .say("timeline.forwarded", name(message, words), words.fullTime(message.at()));
    }

    /// Of a file, where it is. An action is told: in a quotation it is none any more.
    private static String said(Bubble message, TimelineWords words) {
        var file = message.file().flatMap(Attached::link);
        if (file.isPresent()) {
            return file.get().toString();
        }
        var whole = message.text().whole();
        return message.file().isEmpty() && MeCommand.is(whole)
                ? words.texts().say("timeline.action", name(message, words), MeCommand.deed(whole))
                : whole;
    }

    private static String name(Bubble message, TimelineWords words) {
        return TimelineWords.tame(INVISIBLE.matcher(words.publicName(message)).replaceAll(""));
    }

    /// A message, or parts of it one after the other, each under the same line.
    private static List<String> parts(String head, String said) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder(head);
        for (var line : said.strip().split("\\R", -1)) {
            for (int from = 0; from == 0 || from < line.length(); ) {
                int to = end(line, from);
                if (part.length() > head.length() && part.length() + to - from > MOST) {
                    parts.add(part.toString());
                    part = new StringBuilder(head);
                }
                part.append(line.isEmpty() ? "\n>" : "\n> ").append(line, from, to);
                from = Math.max(to, 1);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /// Between two characters, not in the middle of one.
    private static int end(String line, int from) {
        int to = Math.min(line.length(), from + MOST);
        boolean isInPair = to < line.length() && Character.isHighSurrogate(line.charAt(to - 1));
        return isInPair ? to - 1 : to;
    }
}
