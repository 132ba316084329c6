package kith.lab;

import java.util.regex.Pattern;

/// How one connection through a [FaultProxy] breaks: when, in which direction's traffic, and in
/// what manner.
///
/// @param direction whose traffic is watched; the break itself always concerns both
public record Fault(Direction direction, Trigger trigger, Break kind) {

    /// When it happens. Counts begin with the connection, bytes as they pass the proxy: in clear
    /// where it ends TLS, else as they are on the wire.
    public sealed interface Trigger {}

    /// After so many bytes have passed. The next one doesn't.
    public record AfterBytes(long count) implements Trigger {}

    /// As soon as the pattern has passed, with its last byte. Matched on bytes taken for Latin-1
    /// characters, over some thousand bytes at most.
    public record AfterPattern(Pattern pattern) implements Trigger {

        public AfterPattern(String regex) {
            this(Pattern.compile(regex));
        }
    }

    /// After so many stanzas (and other elements of the stream) have passed whole. Only where the
    /// proxy ends TLS.
    public record AfterStanzas(int count) implements Trigger {}

    /// Before the first stanza in which the pattern is found; the stanza itself doesn't pass. Only
    /// where the proxy ends TLS.
    public record BeforeStanza(Pattern pattern) implements Trigger {

        public BeforeStanza(String regex) {
            this(Pattern.compile(regex));
        }
    }

    /// What happens to the connection.
    public enum Break {
        /// TCP RST to both sides. It may overtake what has passed just before, and then that is
        /// lost too.
        RESET,
        /// TCP RST to the client; the server is told nothing and keeps its side.
        RESET_CLIENT,
        /// TCP FIN to both sides, without closing TLS or the stream.
        FIN,
        /// Nothing passes any more, either way, and nobody is told: a half-open connection.
        STALL
    }

    boolean needsStanzas() {
        return trigger instanceof AfterStanzas || trigger instanceof BeforeStanza;
    }
}
