package kith.cli;

/// Where a command's words go. One thread at a time.
public interface Answer {

    /// A line of what was asked for: to standard output.
    void line(String line);

    /// A line about what is wrong: to standard error.
    void error(String line);
}
