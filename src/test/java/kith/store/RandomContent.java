package kith.store;

import kith.model.Content;
import kith.model.MessageIds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// What people say, and how their messages are called, by the throw of a seed.
final class RandomContent {

    private final Random random;
    private final String prefix;
    private int serial;

    /// @param random thrown by others, too
    /// @param prefix no other's, that ids differ
    RandomContent(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    /// Another for each.
    String id() {
        return UUID.nameUUIDFromBytes((prefix + serial++).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// With another, which may be an origin id, too (XEP-0359).
    MessageIds ids() {
        var id = id();
        return random.nextBoolean()
                ? MessageIds.own(id)
                : new MessageIds(id, Optional.empty(), Optional.empty());
    }

    /// Words, a correction or a retraction.
    ///
    /// @param said the ids of what can be corrected; order and device are the same as the author's,
    ///   so that it is certain which of two corrections is the latest
    /// @param names what a retraction calls that which can be taken back
    Content content(List<String> said, List<String> names) {
        return retraction(names).orElse(textOrCorrection(said));
    }

    /// Now and then, something that was said is taken back.
    private Optional<Content> retraction(List<String> names) {
        return names.isEmpty() || random.nextInt(8) > 0
                ? Optional.empty()
                : Optional.of(new Content.Retraction(names.get(random.nextInt(names.size()))));
    }

    /// Now and then, other words for something that was said.
    private Content textOrCorrection(List<String> said) {
        return said.isEmpty() || random.nextInt(4) > 0
                ? new Content.Text(words())
                : new Content.Correction(
                        said.get(random.nextInt(said.size())), "corrected " + serial++);
    }

    /// Some say the same thing again and again.
    private String words() {
        return random.nextInt(3) == 0 ? "ok" : "#" + serial++;
    }
}
