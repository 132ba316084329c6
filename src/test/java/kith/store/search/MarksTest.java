package kith.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.SearchTerm;
import kith.model.SearchTerm.Kind;
import kith.model.TextRange;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class MarksTest {

    @Test
    void marksEachWordWhereItIs() {
        assertThat(marked("The order arrived, all paper is there", "paper", "order"))
                .containsExactly("order", "paper");
    }

    @Test
    void whatOnlyASignPartsIsOne() {
        assertThat(marked("die nächste Paper-Order? Paper order.", "paper", "order"))
                .containsExactly("Paper-Order", "Paper order");
    }

    @Test
    void marksWhatTheTextHasAndNotWhatWasAsked() {
        assertThat(marked("Émile, ÉMILE", "emile")).containsExactly("Émile", "ÉMILE");
        assertThat(marked("e\u0301cole", "école")).containsExactly("e\u0301cole");
        assertThat(marked("明日の午後", "午後")).containsExactly("午後");
        assertThat(marked("猫犬猫", "猫")).containsExactly("猫", "猫");
    }

    @Test
    void marksTheWholeOfAWordThatBeginsSo() {
        assertThat(marked("Papier", new SearchTerm("pap", Kind.PREFIX))).containsExactly("Papier");
    }

    @Test
    void marksAPhraseOnlyInARow() {
        var phrase = new SearchTerm("paper order", Kind.PHRASE);
        assertThat(marked("paper, the paper  order", phrase)).containsExactly("paper  order");
        assertThat(marked("日本go", new SearchTerm("日本go", Kind.WORD))).containsExactly("日本go");
    }

    @Test
    void marksNothingWhereNothingIs() {
        assertThat(marked("", "paper")).isEmpty();
        assertThat(marked("paper", "?!")).isEmpty();
    }

    private static List<String> marked(String text, String... words) {
        return marked(
                text,
                Stream.of(words)
                        .map(word -> new SearchTerm(word, Kind.WORD))
                        .toArray(SearchTerm[]::new));
    }

    private static List<String> marked(String text, SearchTerm... terms) {
        return Marks.in(text, List.of(terms)).stream()
                .map((TextRange range) -> text.substring(range.start(), range.end()))
                .toList();
    }
}
