package kith.ui.timeline;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what in a text may be clicked: links of the kinds `http`, `https` and `xmpp`, and no
/// other, whatever a message says. The time grows with the length of the text only.
final class Links {

    /// Format characters end a link: a direction override in it could show another host than the
    /// one that opens.
    private static final Pattern CANDIDATE =
            Pattern.compile(
                    "(?<![\\w:/])(?:https?://|xmpp:)[^\\s<>\"\\p{Cf}\\p{Cc}]++",
                    Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 2_000;
    private static final String NOT_LAST = ".,;:!?'*_~…”’";

    private Links() {}

    /// A link and where it stands.
    ///
    /// @param start of its first char
    /// @param end behind its last char
    /// @param target as the network will see it: a host with letters beyond ASCII is in punycode,
    ///   so that one that only looks like another is told from it
    record Link(int start, int end, URI target) {}

    static List<Link> in(String text) {
        var links = new ArrayList<Link>();
        var candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            int start = candidates.start();
            int end = trimmed(text, start, candidates.end());
            if (end - start <= LONGEST) {
                target(text.substring(start, end))
                        .ifPresent(target -> links.add(new Link(start, end, target)));
            }
        }
        return links;
    }

    /// The link that a text is, with nothing around it.
    static Optional<URI> whole(String text) {
        return in(text).stream()
                .filter(link -> link.start() == 0 && link.end() == text.length())
                .map(Link::target)
                .findFirst();
    }

    /// The punctuation of the sentence around it is not the link's; a closing bracket is, if it was
    /// opened in it.
    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start) {
            char c = text.charAt(last - 1);
            boolean closesNothing =
                    (c == ')' && !opens(text, start, last, '('))
                            || (c == ']' && !opens(text, start, last, '['));
            if (NOT_LAST.indexOf(c) < 0 && !closesNothing) {
                break;
            }
            last--;
        }
        return last;
    }

    private static boolean opens(String text, int start, int end, char bracket) {
        int at = text.indexOf(bracket, start);
        return at >= 0 && at < end;
    }

    private static Optional<URI> target(String text) {
        try {
            var uri = new URI(text);
            var authority = uri.getRawAuthority();
            if (authority == null) {
                boolean isXmpp = uri.getScheme().toLowerCase(Locale.ROOT).equals("xmpp");
                return isXmpp ? Optional.of(new URI(uri.toASCIIString())) : Optional.empty();
            }
            if (authority.contains("@")) {
                return Optional.empty(); // https://bank.example@evil.example
            }
            var spelledOut = text.replaceFirst(Pattern.quote(authority), IDN.toASCII(authority));
            return Optional.of(new URI(new URI(spelledOut).toASCIIString()));
        } catch (URISyntaxException | IllegalArgumentException notALink) {
            return Optional.empty();
        }
    }
}
