package kith.store.search;

import kith.model.MessageKey;
import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.model.SearchTerm.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An index on the disk, and how it is asked.
abstract class SearchIndexFixture {

    @TempDir Path folder;
    SearchIndex index;

    @BeforeEach
    void open() throws IOException {
        index = new IndexFolder(folder).open("ours");
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    static <T> Optional<T> none() {
        return Optional.empty();
    }

    static SearchQuery words(String words) {
        return query(
                List.of(words.split(" ", -1)).stream()
                        .map(word -> new SearchTerm(word, Kind.WORD))
                        .toArray(SearchTerm[]::new));
    }

    static SearchQuery query(SearchTerm... terms) {
        return new SearchQuery(
                List.of(terms), List.of(), List.of(), none(), none(), Set.of(), none());
    }

    List<Long> found(SearchQuery query) throws IOException {
        return found(IndexQuery.of(query));
    }

    List<Long> found(IndexQuery query) throws IOException {
        return rows(index.search(query, Order.NEWEST, 0, 100));
    }

    static List<Long> rows(Found found) {
        return found.messages().stream().map(MessageKey::row).toList();
    }
}
