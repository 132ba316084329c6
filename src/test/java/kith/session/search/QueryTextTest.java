package kith.session.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.model.SearchTerm.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

class QueryTextTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Test
    void wordsPhrasesAndBeginnings() {
        assertThat(read("paper \"in stock\" ord* “so gut”").terms())
                .containsExactly(
                        new SearchTerm("paper", Kind.WORD),
                        new SearchTerm("in stock", Kind.PHRASE),
                        new SearchTerm("ord", Kind.PREFIX),
                        new SearchTerm("so gut", Kind.PHRASE));
    }

    @Test
    void filters() {
        var query =
                read("from:layla IN:\"Harbour print\" after:2026-09-01 before:2026-10 has:link x");
        assertThat(query.from()).containsExactly("layla");
        assertThat(query.in()).containsExactly("Harbour print");
        assertThat(query.after()).contains(Instant.parse("2026-08-31T22:00:00Z"));
        assertThat(query.before()).contains(Instant.parse("2026-09-30T22:00:00Z"));
        assertThat(query.has()).containsExactly(SearchQuery.Has.LINK);
        assertThat(query.terms()).containsExactly(new SearchTerm("x", Kind.WORD));
    }

    @Test
    void aMessageCanHaveSeveralThings() {
        assertThat(read("has:file HAS:Picture has:file").has())
                .containsExactlyInAnyOrder(SearchQuery.Has.FILE, SearchQuery.Has.PICTURE);
        assertThat(read("has:nothing").has()).isEmpty();
        assertThat(read("has:nothing").terms()).hasSize(1);
    }

    @Test
    void filtersAreTakenOutOfTheWords() {
        var split = QueryText.split("paper from:\"Émile F\" or der in:印刷 has:LINK ", ZONE);
        assertThat(split.filters())
                .containsExactly(
                        new SearchFilter(SearchFilter.Kind.FROM, "Émile F"),
                        new SearchFilter(SearchFilter.Kind.IN, "印刷"),
                        new SearchFilter(SearchFilter.Kind.HAS, "LINK"));
        assertThat(read(split.words()).terms())
                .extracting(SearchTerm::text)
                .containsExactly("paper", "or", "der");
    }

    @Test
    void whatIsNoFilterStaysAmongTheWords() {
        var text = "before:noon  \"from:x\" in: ";
        assertThat(QueryText.split(text, ZONE)).isEqualTo(new SplitQuery(List.of(), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layla", "Layla Haddad", "2026-09-01", "a \" b", "x*", "印刷", "„x“"})
    void aFilterIsReadAsItIsWritten(String value) {
        var filter = new SearchFilter(SearchFilter.Kind.FROM, value);
        var bare = value.replaceAll("[\"„“]", " ").strip();
        assertThat(read(filter.written()).terms()).isEmpty();
        assertThat(read(filter.written() + " word").from()).allMatch(name -> bare.startsWith(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before:noon",
                "has:fun",
                "https://kith.example/",
                "foo:bar",
                "a:b:c",
                "after:2026-02-30"
            })
    void whatIsNoFilterIsLookedFor(String text) {
        assertThat(read(text).terms()).containsExactly(new SearchTerm(text, Kind.WORD));
        assertThat(read(text).after()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"", "\"\"", "*", "**", "from:", "in:\"\"", "before: "})
    void nothingIsNothing(String text) {
        assertThat(read(text)).isEqualTo(SearchQuery.NOTHING);
    }

    @Test
    void ofWhatIsBeingWrittenTheRestMayStillCome() {
        assertThat(QueryText.readUnfinished("paper ord", ZONE).terms())
                .containsExactly(
                        new SearchTerm("paper", Kind.WORD), new SearchTerm("ord", Kind.PREFIX));
        assertThat(QueryText.readUnfinished("paper ", ZONE).terms())
                .containsExactly(new SearchTerm("paper", Kind.WORD));
        assertThat(QueryText.readUnfinished("after:2026-09-01", ZONE).after()).isPresent();
        assertThat(QueryText.readUnfinished("from:lay", ZONE).from()).containsExactly("lay");
    }

    @Test
    void nothingIsAnError() {
        var random = new Random(5);
        var signs = "ab \"*:“”fromin-\\()[]{}+!~^?/\t\n2026\uD83D\uDE00\uD800明";
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(40); at > 0; at--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(read(text.toString()).terms()).hasSizeLessThan(65);
        }
        assertThat(read("word ".repeat(100_000)).terms()).hasSize(64);
    }

    private static SearchQuery read(String text) {
        return QueryText.read(text, ZONE);
    }
}
