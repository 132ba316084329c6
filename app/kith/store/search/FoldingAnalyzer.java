package kith.store.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Takes text apart into words (UAX #29), whatever their case, accents and width. Chinese, Japanese
/// and Korean have no spaces: each two characters that stand together are a word.
final class FoldingAnalyzer extends Analyzer {

    private static final int SCRIPTS =
            CJKBigramFilter.HAN
                    | CJKBigramFilter.HIRAGANA
                    | CJKBigramFilter.KATAKANA
                    | CJKBigramFilter.HANGUL;

    private final boolean hasSingles;

    /// @param hasSingles whether each such character is a word of its own, too: in what is stored,
    ///   so that one alone is found; not in what is asked, where two say more than each
    FoldingAnalyzer(boolean hasSingles) {
        this.hasSingles = hasSingles;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        var lower = new LowerCaseFilter(new CJKWidthFilter(words));
        var pairs = new CJKBigramFilter(lower, SCRIPTS, hasSingles);
        return new TokenStreamComponents(words, folding(pairs));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream text) {
        return folding(new LowerCaseFilter(new CJKWidthFilter(text)));
    }

    private static TokenStream folding(TokenStream words) {
        return new ASCIIFoldingFilter(new FoldingFilter(words));
    }
}
