package kith.model;

/// A form in which history is given out.
public enum HistoryFormat {
    /// A page for a browser.
    HTML("html"),
    /// To read, and to look through with other programs.
    TXT("txt"),
    /// All that is known: one JSON object a line.
    JSONL("jsonl");

    private final String ending;

    HistoryFormat(String ending) {
        this.ending = ending;
    }

    /// How the names of such files end, without the dot.
    public String ending() {
        return ending;
    }
}
