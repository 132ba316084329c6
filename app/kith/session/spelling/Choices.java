package kith.session.spelling;

import java.util.Optional;

/// What the user chose, by name, over restarts. Any thread.
public interface Choices {

    /// The value; empty where nothing was chosen.
    Optional<String> get(String name);

    /// Chooses another value.
    void set(String name, String value);
}
