package kith.ui.signin;

import java.util.Optional;

/// Ports as they are typed.
final class Ports {

    private static final int LAST = 65_535;

    private Ports() {}

    /// Reads a port.
    ///
    /// @param usual what no characters stand for
    /// @return 1–65535; empty where it is none
    static Optional<Integer> read(String typed, int usual) {
        try {
            int number = typed.isBlank() ? usual : Integer.parseInt(typed.strip());
            return number >= 1 && number <= LAST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
