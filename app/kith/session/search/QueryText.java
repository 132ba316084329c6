package kith.session.search;

import kith.model.SearchQuery;
import kith.model.SearchQuery.Has;
import kith.model.SearchTerm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Queries as people write them: words, `"words in a row"`, `word*`, and `from:`, `in:`, `before:`,
/// `after:`, and `has:` with `link`, `file` or `picture`.
///
/// Nothing is an error: what is no filter, such as `before:noon`, is looked for as it stands.
public final class QueryText {

    /// More than anybody writes by hand; a page that was pasted is cut.
    private static final int LONGEST = 1_000;

    private static final int MOST_TERMS = 64;

    /// A filter or none, then what is in quotes, which may not end, or has no spaces.
    private static final Pattern PART =
            Pattern.compile(
                    "(?!\\s|\\z)(?:(?<filter>\\p{L}+):)?"
                            + "(?:[\"“„«](?<quoted>[^\"“”»]*)[\"“”»]?|(?<bare>\\S*))");

    private final ZoneId zone;
    private final List<SearchTerm> terms = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<String> in = new ArrayList<>();
    private Optional<Instant> after = Optional.empty();
    private Optional<Instant> before = Optional.empty();
    private final EnumSet<Has> has = EnumSet.noneOf(Has.class);

    private QueryText(ZoneId zone) {
        this.zone = zone;
    }

    /// Reads a query.
    ///
    /// @param zone in which its days begin
    public static SearchQuery read(String text, ZoneId zone) {
        var query = new QueryText(zone);
        var parts = PART.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (parts.find()) {
            query.take(parts);
        }
        return query.whole();
    }

    /// Reads a query that is being written: of the last word, the rest may still come.
    public static SearchQuery readUnfinished(String text, ZoneId zone) {
        boolean isOpen =
                !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
        var query = read(isOpen ? text + "*" : text, zone);
        return query.isEmpty() ? SearchQuery.NOTHING : query;
    }

    /// Takes the filters out of a query.
    public static SplitQuery split(String text, ZoneId zone) {
        var filters = new ArrayList<SearchFilter>();
        var rest = new StringBuilder();
        int end = 0;
        var parts = PART.matcher(text);
        while (parts.find()) {
            var filter = filter(parts, zone);
            if (filter.isPresent()) {
                filters.add(filter.get());
                rest.append(text, end, parts.start());
                end = parts.end();
            }
        }
        rest.append(text, end, text.length());
        if (filters.isEmpty()) {
            return new SplitQuery(List.of(), text);
        }
        var words = rest.toString().strip();
        return new SplitQuery(List.copyOf(filters), words.isEmpty() ? "" : words + endOf(text));
    }

    /// Who goes on writing has put a space there.
    private static String endOf(String text) {
        return text.endsWith(" ") ? " " : "";
    }

    private static Optional<SearchFilter> filter(Matcher part, ZoneId zone) {
        var value = value(part).strip();
        return Optional.ofNullable(part.group("filter"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !value.isEmpty() && new QueryText(zone).filter(name, value))
                .map(name -> SearchFilter.Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                .map(kind -> new SearchFilter(kind, value));
    }

    private static String value(Matcher part) {
        return Optional.ofNullable(part.group("quoted")).orElseGet(() -> part.group("bare"));
    }

    private void take(Matcher part) {
        var quoted = Optional.ofNullable(part.group("quoted"));
        var value = value(part);
        boolean isFilter =
                Optional.ofNullable(part.group("filter"))
                        .map(name -> filter(name.toLowerCase(Locale.ROOT), value))
                        .orElse(false);
        if (isFilter || terms.size() == MOST_TERMS) {
            return;
        }
        if (quoted.isPresent()) {
            add(SearchTerm.Kind.PHRASE, value);
        } else {
            var whole = part.group();
            boolean isPrefix = whole.endsWith("*");
            add(isPrefix ? SearchTerm.Kind.PREFIX : SearchTerm.Kind.WORD, whole);
        }
    }

    private void add(SearchTerm.Kind kind, String text) {
        var bare = kind == SearchTerm.Kind.PREFIX ? text.replaceFirst("\\*+$", "") : text;
        if (!bare.isBlank()) {
            terms.add(new SearchTerm(bare, kind));
        }
    }

    /// @return whether it is one
    private boolean filter(String name, String written) {
        var value = written.replaceFirst("\\*+$", "").strip();
        if (value.isEmpty()) {
            return isName(name); // of which the rest is still to be written
        }
        return switch (name) {
            case "from" -> from.add(value);
            case "in" -> in.add(value);
            case "has" -> has(value);
            case "after" -> {
                var day = day(value);
                after = day.or(() -> after);
                yield day.isPresent();
            }
            case "before" -> {
                var day = day(value);
                before = day.or(() -> before);
                yield day.isPresent();
            }
            default -> false;
        };
    }

    private static boolean isName(String name) {
        return List.of("from", "in", "has", "after", "before").contains(name);
    }

    private boolean has(String what) {
        var known =
                Arrays.stream(Has.values())
                        .filter(each -> each.name().equalsIgnoreCase(what))
                        .findFirst();
        known.ifPresent(has::add);
        return known.isPresent();
    }

    /// When a day, the first of a month, or of a year begins.
    private Optional<Instant> day(String text) {
        try {
            var day =
                    switch (text.length()) {
                        case 4 -> Year.parse(text).atDay(1);
                        case 7 -> YearMonth.parse(text).atDay(1);
                        default -> LocalDate.parse(text);
                    };
            return Optional.of(day.atStartOfDay(zone).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private SearchQuery whole() {
        return new SearchQuery(
                List.copyOf(terms),
                List.copyOf(from),
                List.copyOf(in),
                after,
                before,
                Set.copyOf(has),
                Optional.empty());
    }
}
