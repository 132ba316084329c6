package kith.model;

import java.util.List;

/// All the emoji that one person has put to a message; the last that they sent for it (XEP-0444).
///
/// @param author whose they are; ours are those that the user's account put there, whatever nick it
///   has in the room now
/// @param emoji each once, at least one
public record ReactionSet(Author author, List<String> emoji) {

    public ReactionSet {
        emoji = List.copyOf(emoji);
    }
}
