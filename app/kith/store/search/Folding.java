package kith.store.search;

/// Words without what people leave out when they look for them: case, accents, width.
public final class Folding {

    private static final FoldingAnalyzer ANALYZER = new FoldingAnalyzer(false);

    private Folding() {}

    /// The text as if it were one word.
    public static String fold(String text) {
        return ANALYZER.normalize(Documents.BODY, text).utf8ToString();
    }
}
