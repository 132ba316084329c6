package kith.store.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import java.io.IOException;
import java.text.Normalizer;

/// Takes accents, and the vowel points of Arabic and Hebrew, off words: people leave them out. The
/// vowel signs of Indic scripts are letters and stay.
final class FoldingFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isAscii()) {
            var folded = fold(term.toString());
            term.setEmpty().append(folded);
        }
        return true;
    }

    private boolean isAscii() {
        for (int at = 0; at < term.length(); at++) {
            if (term.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String word) {
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        var bare = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            char each = apart.charAt(at);
            if (!isMark(each)) {
                bare.append(each == 'ς' ? 'σ' : each);
            }
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    private static boolean isMark(char each) {
        return (each >= 0x0300 && each <= 0x036F) // combining diacritical marks
                || (each >= 0x0591 && each <= 0x05C7)
                || (each >= 0x064B && each <= 0x065F)
                || each == 0x0670 // superscript alef
                || each == 0x0640; // tatweel
    }
}
