package kith.ui.text;

import kith.ui.text.StyledLine.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// A text with the looks that its writer gave it by XEP-0393 Message Styling, version 1.1.1.
///
/// Nothing is taken out: lines and spans are places in the text, directives included.
///
/// @param lines all of them, from first to last
public record StyledText(String text, List<StyledLine> lines) {

    /// Reads a text. The work grows with its length only, whatever it holds.
    public static StyledText of(String text) {
        return of(text, 0);
    }

    /// Reads a text that begins with words which mean nothing but themselves, such as a name.
    ///
    /// @param literal how many chars those are; the first line is then neither quotation nor fence
    public static StyledText of(String text, int literal) {
        return new StyledText(text, BlockStyling.lines(text, literal));
    }

    /// A text in which no sign means anything but itself (XEP-0393 §7).
    public static StyledText plain(String text) {
        return new StyledText(text, BlockStyling.plainLines(text));
    }

    /// The words alone, without fences, marks of quotations and directives: what is read aloud.
    public String words() {
        return lines.stream()
                .filter(line -> line.kind() == Kind.PLAIN || line.kind() == Kind.CODE)
                .map(this::words)
                .collect(Collectors.joining("\n"));
    }

    /// What stands in the preformatted blocks, fences and marks of quotations left out; a block
    /// without a line is none.
    public List<String> codeBlocks() {
        var blocks = new ArrayList<String>();
        var code = new StringJoiner("\n");
        boolean isOpen = false;
        for (var line : lines) {
            if (line.kind() == Kind.CODE) {
                code.add(text.substring(line.content(), line.end()));
                isOpen = true;
            } else if (isOpen) {
                blocks.add(code.toString());
                code = new StringJoiner("\n");
                isOpen = false;
            }
        }
        if (isOpen) {
            blocks.add(code.toString());
        }
        return List.copyOf(blocks);
    }

    private String words(StyledLine line) {
        return line.spans().stream()
                .filter(span -> !span.isDirective())
                .map(span -> text.substring(span.start(), span.end()))
                .collect(Collectors.joining());
    }
}
