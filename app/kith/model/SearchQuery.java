package kith.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is looked for in the history. All of it must hold of a message that is found; of several
/// senders or chats, one.
///
/// @param terms what it says
/// @param from who wrote it: beginnings of names, nicks or addresses; empty for anyone
/// @param in where: parts of names or addresses of chats; empty for anywhere
/// @param after not before this moment
/// @param before before this moment
/// @param has only those that have all of this
/// @param thread the name of the conversation that it belongs to (RFC 6121 §5.2.5); empty for any
public record SearchQuery(
        List<SearchTerm> terms,
        List<String> from,
        List<String> in,
        Optional<Instant> after,
        Optional<Instant> before,
        Set<Has> has,
        Optional<String> thread) {

    /// What a message can have beside words.
    public enum Has {
        /// A web address.
        LINK,
        FILE,
        /// A file whose name says that it is a picture.
        PICTURE
    }

    /// Looks for nothing, and finds nothing.
    public static final SearchQuery NOTHING =
            new SearchQuery(
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty());

    /// Looks for all messages of a conversation. Another chat may have one of the same name.
    public static SearchQuery ofThread(String thread) {
        return new SearchQuery(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(thread));
    }

    /// Whether nothing is asked.
    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
