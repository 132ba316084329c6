package kith.store.search;

import kith.model.ChatKey;
import kith.model.SearchQuery;
import kith.model.SearchTerm;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Queries as Lucene understands them.
final class LuceneQuery {

    private static final FoldingAnalyzer ASKED = new FoldingAnalyzer(false);

    private LuceneQuery() {}

    /// Finds nothing where nothing is asked that could be found.
    static Query of(IndexQuery asked) {
        var query = asked.query();
        var all = new BooleanQuery.Builder();
        query.terms().stream()
                .flatMap(term -> said(term, Documents.BODY).stream())
                .forEach(each -> all.add(each, Occur.MUST));
        filters(asked).forEach(each -> all.add(each, Occur.FILTER));
        var whole = all.build();
        return whole.clauses().isEmpty() ? MatchNoDocsQuery.INSTANCE : whole;
    }

    /// The words that a term is about.
    static List<Word> words(SearchTerm term) {
        return Word.of(term.text(), ASKED);
    }

    private static Stream<Query> filters(IndexQuery asked) {
        var query = asked.query();
        return Stream.concat(
                Stream.of(
                                time(query),
                                sender(asked),
                                asked.chats().map(LuceneQuery::in),
                                query.thread().map(LuceneQuery::ofThread))
                        .flatMap(Optional::stream),
                query.has().stream().map(Documents::has).map(LuceneQuery::is));
    }

    private static Query in(Set<ChatKey> chats) {
        return oneOf(Documents.CHAT, chats.stream().map(Documents::chat).toList());
    }

    private static Query ofThread(String thread) {
        return new TermQuery(new Term(Documents.THREAD, thread));
    }

    private static Optional<Query> time(SearchQuery query) {
        if (query.after().isEmpty() && query.before().isEmpty()) {
            return Optional.empty();
        }
        long from = query.after().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long to = query.before().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        return Optional.of(LongField.newRangeQuery(Documents.AT, from, to - 1));
    }

    private static Optional<Query> sender(IndexQuery asked) {
        if (asked.query().from().isEmpty()) {
            return Optional.empty();
        }
        var any = new BooleanQuery.Builder();
        asked.query().from().stream()
                .flatMap(
                        name ->
                                said(new SearchTerm(name, SearchTerm.Kind.PREFIX), Documents.FROM)
                                        .stream())
                .forEach(each -> any.add(each, Occur.SHOULD));
        any.add(
                oneOf(Documents.SENDER, asked.senders().stream().map(Object::toString).toList()),
                Occur.SHOULD);
        if (asked.isFromMe()) {
            any.add(is(Documents.MINE), Occur.SHOULD);
        }
        return Optional.of(any.build());
    }

    /// A term of signs alone asks for nothing.
    private static Optional<Query> said(SearchTerm term, String field) {
        var words = words(term);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (term.kind() != SearchTerm.Kind.PREFIX) {
            return Optional.of(inARow(words, field));
        }
        var last = new PrefixQuery(new Term(field, words.getLast().text()));
        if (words.size() == 1) {
            return Optional.of(last);
        }
        var rest = inARow(words.subList(0, words.size() - 1), field);
        return Optional.of(
                new BooleanQuery.Builder().add(rest, Occur.MUST).add(last, Occur.MUST).build());
    }

    private static Query inARow(List<Word> words, String field) {
        if (words.size() == 1) {
            return new TermQuery(new Term(field, words.getFirst().text()));
        }
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, word.text()), word.place()));
        boolean isMixed = words.stream().map(Word::isPair).distinct().count() > 1;
        phrase.setSlop(isMixed ? 1 : 0); // after a pair, the index counts its second sign too
        return phrase.build();
    }

    private static Query is(String what) {
        return new TermQuery(new Term(Documents.IS, what));
    }

    private static Query oneOf(String field, Collection<String> words) {
        return new TermInSetQuery(field, words.stream().map(BytesRef::new).toList());
    }
}
