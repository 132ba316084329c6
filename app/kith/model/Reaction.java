package kith.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// One emoji at a message, and all who put it there (XEP-0444).
///
/// @param authors whose it is, at least one, the first to have reacted first
public record Reaction(String emoji, List<Author> authors) {

    public Reaction {
        authors = List.copyOf(authors);
    }

    /// The emoji of several people together, in the order in which they first come.
    ///
    /// @return immutable
    public static List<Reaction> of(List<ReactionSet> sets) {
        var byEmoji = new LinkedHashMap<String, List<Author>>();
        for (var set : sets) {
            for (var emoji : set.emoji()) {
                byEmoji.computeIfAbsent(emoji, _ -> new ArrayList<>()).add(set.author());
            }
        }
        return byEmoji.entrySet().stream()
                .map(each -> new Reaction(each.getKey(), each.getValue()))
                .toList();
    }

    /// How many people put it there.
    public int count() {
        return authors.size();
    }

    /// Whether the user is one of them.
    public boolean isMine() {
        return authors.stream().anyMatch(Author::isMine);
    }
}
