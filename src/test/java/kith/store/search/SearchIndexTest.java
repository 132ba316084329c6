package kith.store.search;

import static kith.store.search.Samples.inRoom;
import static kith.store.search.Samples.message;
import static kith.store.search.Samples.mine;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageKey;
import kith.model.SearchQuery;
import kith.model.SearchQuery.Has;
import kith.model.SearchTerm;
import kith.model.SearchTerm.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What is found by which words and filters, and in which order.
class SearchIndexTest extends SearchIndexFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Paper order closes | PAPER
                    Émile a déjà mangé | emile deja
                    Emile a deja mange | Émilé
                    Die Straße ist zu | strasse
                    e\u0301cole (in two signs) | école
                    Όλα καλά, ΛΟΓΟΣ | ολα λόγος
                    Всё ещё тут | все еще
                    شُكْرًا يا مارا | شكرا
                    Wer macht die Paper-Order? | order
                    see https://kith.example/paper_order | paper_order
                    明日の午後なら大丈夫です | 午後
                    明日の午後なら大丈夫です | 丈
                    明日の午後なら大丈夫です | 大丈夫
                    한국어로 말해요 | 한국어
                    ﾃｽﾄです | テスト
                    日本go! | 日本go
                    well 👍 done | 👍
                    it's o'clock | it's
                    """)
    void findsWordsHoweverTheyAreWritten(String body, String words) throws IOException {
        index.add(List.of(message(1, body), message(2, "something else")));
        assertThat(found(words(words))).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Paper order closes | pape
                    明日の午後 | 後午
                    明日と明後日 | 日明
                    papers | paper
                    """)
    void findsNoOthers(String body, String words) throws IOException {
        index.add(List.of(message(1, body)));
        assertThat(found(words(words))).isEmpty();
    }

    @Test
    void allWordsMustBeThere() throws IOException {
        index.add(List.of(message(1, "paper order"), message(2, "paper"), message(3, "order")));
        assertThat(found(words("order paper"))).containsExactly(1L);
    }

    @Test
    void aPhraseIsInARow() throws IOException {
        index.add(List.of(message(1, "the paper order"), message(2, "order the paper")));
        assertThat(found(query(new SearchTerm("paper order", Kind.PHRASE)))).containsExactly(1L);
    }

    @Test
    void aPrefixIsTheBeginningOfAWord() throws IOException {
        index.add(List.of(message(1, "Papier und Stift"), message(2, "sandpaper")));
        assertThat(found(query(new SearchTerm("pap", Kind.PREFIX)))).containsExactly(1L);
        assertThat(found(query(new SearchTerm("und sti", Kind.PREFIX)))).containsExactly(1L);
        assertThat(found(query(new SearchTerm("er", Kind.PREFIX)))).isEmpty();
    }

    @Test
    void signsAloneAskForNothing() throws IOException {
        index.add(List.of(message(1, "what?!")));
        assertThat(found(words("?!"))).isEmpty();
        assertThat(found(words("what ?!"))).containsExactly(1L);
        assertThat(found(SearchQuery.NOTHING)).isEmpty();
    }

    @Test
    void filters() throws IOException {
        index.add(
                List.of(
                        message(1, "paper"),
                        mine(2, Samples.JONAS, "paper https://kith.example/"),
                        inRoom(3, "Henrik Dahl", "paper")));
        var any = IndexQuery.of(words("paper"));
        assertThat(found(any)).containsExactly(3L, 2L, 1L);
        assertThat(found(from("henrik"))).containsExactly(3L);
        assertThat(found(from("dahl"))).containsExactly(3L);
        assertThat(found(from("layla"))).containsExactly(1L);
        assertThat(found(from("nobody"))).isEmpty();
        assertThat(found(new IndexQuery(from("x").query(), Set.of(Samples.LAYLA), true, none())))
                .containsExactly(2L, 1L);
        var room = Optional.of(Set.of(new ChatKey(Samples.ACCOUNT, Samples.ROOM)));
        assertThat(found(new IndexQuery(any.query(), Set.of(), false, room))).containsExactly(3L);
        assertThat(found(new IndexQuery(any.query(), Set.of(), false, Optional.of(Set.of()))))
                .isEmpty();
        var hour = Samples.BEGIN.plus(Duration.ofHours(2));
        assertThat(found(filtered(Optional.of(hour), Optional.empty()))).containsExactly(3L, 2L);
        assertThat(found(filtered(Optional.empty(), Optional.of(hour)))).containsExactly(1L);
        assertThat(found(filtered(none(), none(), Has.LINK))).containsExactly(2L);
    }

    @Test
    void aThreadHasAllThatBelongsToItAndNothingElse() throws IOException {
        var words = new Content.Text("one", none(), Optional.of("t-1"));
        index.add(
                List.of(
                        message(1, words),
                        message(2, "t-1"),
                        message(3, new Content.File(none(), "a.pdf", none(), Optional.of("t-1"))),
                        message(4, new Content.Text("one", none(), Optional.of("T-1"))),
                        message(5, new Content.Text("one", none(), Optional.of("t-1 t-1"))),
                        Samples.reaction(6),
                        Samples.retracted(7),
                        Samples.amending(
                                8,
                                1,
                                new Content.Correction(
                                        "id-1", "two", none(), Optional.of("t-1"), true)),
                        message(9, new Content.Text("three", none(), Optional.of("t-1")))));
        assertThat(found(SearchQuery.ofThread("t-1"))).containsExactly(9L, 3L, 1L);
        index.put(List.of(Samples.retracted(9)));
        assertThat(found(SearchQuery.ofThread("t-1"))).containsExactly(3L, 1L);
        index.compare(
                0,
                3,
                List.of(
                        message(1, words),
                        message(2, new Content.Text("t-1", none(), Optional.of("t-1")))));
        assertThat(found(SearchQuery.ofThread("t-1"))).containsExactly(2L, 1L);
    }

    @Test
    void aThreadIsOfItsChatAloneWhateverOthersCallTheirs() throws IOException {
        var longest = "線".repeat(1_024); // the longest name that the store keeps
        for (var name : List.of("t-1", "*", "", longest)) {
            index.remove(Samples.ACCOUNT);
            index.add(
                    List.of(
                            Samples.inThread(message(1, "here"), name),
                            Samples.inThread(mine(2, Samples.LAYLA, "here"), name),
                            Samples.inThread(mine(3, Samples.JONAS, "elsewhere"), name),
                            Samples.inThread(inRoom(4, "layla", "elsewhere"), name),
                            Samples.inThread(message(5, "here"), name + "線")));
            var chat = new ChatKey(Samples.ACCOUNT, Samples.LAYLA);
            var query = IndexQuery.of(SearchQuery.ofThread(name)).in(chat);
            assertThat(found(query)).as(name).containsExactly(2L, 1L);
        }
    }

    @Test
    void filesArePicturesByTheirNames() throws IOException {
        index.add(
                List.of(
                        message(1, "see https://a.example/picture.png"),
                        Samples.file(2, "report.pdf"),
                        Samples.file(3, "Beach.JPEG"),
                        Samples.file(4, "png")));
        assertThat(found(filtered(none(), none(), Has.FILE))).containsExactly(4L, 3L, 2L);
        assertThat(found(filtered(none(), none(), Has.PICTURE))).containsExactly(3L);
        assertThat(found(filtered(none(), none(), Has.LINK))).containsExactly(1L);
        assertThat(found(filtered(none(), none(), Has.LINK, Has.FILE))).isEmpty();
    }

    @Test
    void filesAreFoundByTheWordsOfTheirNames() throws IOException {
        index.add(List.of(Samples.file(1, "orçamento_final.v3.xlsx"), message(2, "final.v3")));
        assertThat(found(words("orcamento"))).containsExactly(1L);
        assertThat(found(words("final"))).containsExactly(1L);
        assertThat(found(words("xlsx"))).containsExactly(1L);
        assertThat(found(words("final.v3"))).contains(2L);
    }

    @Test
    void theBestOrTheNewestComeFirst() throws IOException {
        index.add(
                List.of(
                        message(1, "paper paper paper"),
                        message(2, "there is some paper and much else that nobody asked for")));
        var asked = IndexQuery.of(words("paper"));
        assertThat(rows(index.search(asked, Order.NEWEST, 0, 9))).containsExactly(2L, 1L);
        assertThat(rows(index.search(asked, Order.BEST, 0, 9))).containsExactly(1L, 2L);
    }

    @Test
    void pages() throws IOException {
        index.add(LongStream.rangeClosed(1, 25).mapToObj(row -> message(row, "paper")).toList());
        var asked = IndexQuery.of(words("paper"));
        var page = index.search(asked, Order.NEWEST, 10, 10);
        assertThat(rows(page)).startsWith(15L).endsWith(6L).hasSize(10);
        assertThat(page.total()).isEqualTo(25);
        assertThat(rows(index.search(asked, Order.NEWEST, 20, 10))).hasSize(5);
        assertThat(rows(index.search(asked, Order.NEWEST, 30, 10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void ofManyThatComeInAnyOrderEachIsInItsPlaceAndCounted(Order order) throws IOException {
        var rows = LongStream.rangeClosed(1, 3_000).boxed().collect(Collectors.toList());
        Collections.shuffle(rows, new Random(4));
        for (var some : List.of(rows.subList(0, 700), rows.subList(700, 3_000))) {
            index.add(some.stream().map(row -> message(row, "some paper")).toList());
            index.commit(0);
        }
        index.remove(List.of(new MessageKey(3_000), new MessageKey(17)));
        index.put(List.of(message(2_998, "card")));
        for (var asked : List.of(words("paper"), query(new SearchTerm("pap", Kind.PREFIX)))) {
            var newest = index.search(IndexQuery.of(asked), order, 0, 3);
            assertThat(rows(newest)).containsExactly(2_999L, 2_997L, 2_996L);
            assertThat(newest.total()).isEqualTo(2_997);
            var last = index.search(IndexQuery.of(asked), order, 2_995, 10);
            assertThat(rows(last)).containsExactly(2L, 1L);
            assertThat(last.total()).isEqualTo(2_997);
        }
    }

    @Test
    void whatIsOtherwiseOrGoneIsFoundSo() throws IOException {
        index.add(List.of(message(1, "paper"), message(2, "paper")));
        index.put(List.of(message(1, "card")));
        index.remove(List.of(new MessageKey(2)));
        assertThat(found(words("paper"))).isEmpty();
        assertThat(found(words("card"))).containsExactly(1L);
        index.remove(Samples.ACCOUNT);
        assertThat(found(words("card"))).isEmpty();
    }

    @Test
    void comparingMakesItWhatTheStoreHas() throws IOException {
        index.add(
                List.of(
                        message(1, "one"),
                        message(2, "two"),
                        message(3, "three"),
                        message(9, "x")));
        index.compare(
                0,
                Long.MAX_VALUE,
                List.of(message(1, "one"), message(3, "drei"), message(4, "vier")));
        assertThat(found(words("one"))).containsExactly(1L);
        assertThat(found(words("two"))).isEmpty();
        assertThat(found(words("three"))).isEmpty();
        assertThat(found(words("drei"))).containsExactly(3L);
        assertThat(found(words("vier"))).containsExactly(4L);
        assertThat(found(words("x"))).isEmpty();
    }

    @Test
    void aReactionIsNothingToFind() throws IOException {
        index.add(List.of(message(1, "hi"), Samples.reaction(2)));
        var hers =
                new SearchQuery(
                        List.of(), List.of("layla"), List.of(), none(), none(), Set.of(), none());
        assertThat(found(IndexQuery.of(hers))).containsExactly(1L);
        assertThat(found(IndexQuery.of(words("👋")))).isEmpty();
    }

    private static IndexQuery from(String name) {
        return IndexQuery.of(
                new SearchQuery(
                        words("paper").terms(),
                        List.of(name),
                        List.of(),
                        none(),
                        none(),
                        Set.of(),
                        none()));
    }

    private static IndexQuery filtered(
            Optional<Instant> after, Optional<Instant> before, Has... has) {
        return IndexQuery.of(
                new SearchQuery(
                        List.of(), List.of(), List.of(), after, before, Set.of(has), none()));
    }
}
