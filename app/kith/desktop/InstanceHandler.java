package kith.desktop;

import java.util.function.Consumer;

/// Does what a later start hands over.
@FunctionalInterface
public interface InstanceHandler {

    /// Does what one line asks for and gives the answer, line by line, until it returns. May block;
    /// runs on io, at the same time as others.
    ///
    /// @param answer takes lines without line ends; throws [java.io.UncheckedIOException] when
    ///   whoever asked has gone
    void handle(String request, Consumer<String> answer);
}
