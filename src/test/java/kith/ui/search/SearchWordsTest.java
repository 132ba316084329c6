package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.SearchQuery.Has;
import kith.model.SearchTerm;
import kith.session.search.SearchFilter;
import kith.session.search.SearchFilter.Kind;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;

class SearchWordsTest {

    private final SearchWords words = new SearchWords(ZoneOffset.UTC);

    @Test
    void aFilterCountsWhereverItStands() {
        words.textProperty().set("from:layla pap");
        assertThat(words.queryProperty().get().from()).containsExactly("layla");
        words.settle();
        assertThat(words.textProperty().get()).isEqualTo("pap");
        assertThat(words.filters()).containsExactly(new SearchFilter(Kind.FROM, "layla"));
        assertThat(words.queryProperty().get().from()).containsExactly("layla");
        assertThat(words.queryProperty().get().terms())
                .containsExactly(new SearchTerm("pap", SearchTerm.Kind.PREFIX));
    }

    @Test
    void ofSomeThereCanBeSeveral() {
        words.add(new SearchFilter(Kind.IN, "Harbour print co-op"));
        words.add(new SearchFilter(Kind.IN, "Mum"));
        words.add(new SearchFilter(Kind.IN, "Mum"));
        words.add(new SearchFilter(Kind.AFTER, "2025-01-01"));
        words.add(new SearchFilter(Kind.AFTER, "2026-01-01"));
        var query = words.queryProperty().get();
        assertThat(query.in()).containsExactly("Harbour print co-op", "Mum");
        assertThat(query.after()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(words.filters()).hasSize(3);
    }

    @Test
    void aFilterAloneAsksAndIsTakenAway() {
        words.add(SearchFilter.has(Has.LINK));
        assertThat(words.queryProperty().get().has()).containsExactly(Has.LINK);
        assertThat(words.summary()).isEqualTo("link");
        words.removeLast();
        words.removeLast();
        assertThat(words.queryProperty().get().isEmpty()).isTrue();
        assertThat(words.summary()).isEmpty();
    }
}
