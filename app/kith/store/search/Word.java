package kith.store.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A word of a text, as the index knows it.
///
/// @param text folded
/// @param place which of the text's words; a pair stands where the first of its two does
/// @param start of its first `char` in the text
/// @param end after its last
/// @param isPair whether it is two characters of a script without spaces
record Word(String text, int place, int start, int end, boolean isPair) {

    /// How Lucene calls a pair.
    private static final String PAIR = CJKBigramFilter.DOUBLE_TYPE;

    /// Takes a text apart.
    ///
    /// @return in the text's order
    static List<Word> of(String text, Analyzer analyzer) {
        var found = new ArrayList<Word>();
        try (var words = analyzer.tokenStream(Documents.BODY, text)) {
            var term = words.addAttribute(CharTermAttribute.class);
            var offset = words.addAttribute(OffsetAttribute.class);
            var step = words.addAttribute(PositionIncrementAttribute.class);
            var type = words.addAttribute(TypeAttribute.class);
            int place = -1;
            words.reset();
            while (words.incrementToken()) {
                place += step.getPositionIncrement();
                found.add(
                        new Word(
                                term.toString(),
                                place,
                                offset.startOffset(),
                                offset.endOffset(),
                                type.type().equals(PAIR)));
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a text in memory can be read
        }
        return found;
    }
}
