package kith.store;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the store of somebody has to come to who lives in an [ArchiveWorld]: what the server
/// archived, in its order, as it was corrected and taken back since.
final class ArchiveTruth {

    private final List<ArrivingMessage> archive;
    private final Set<String> writtenHere;
    private final boolean isRoom;
    private final boolean isSlowToAcknowledge;

    /// @param archive grows while it lives
    /// @param writtenHere the ids of what was written on this device; grows, too
    /// @param isSlowToAcknowledge whether the server says only later that it has a message
    ArchiveTruth(
            List<ArrivingMessage> archive,
            Set<String> writtenHere,
            boolean isRoom,
            boolean isSlowToAcknowledge) {
        this.archive = archive;
        this.writtenHere = writtenHere;
        this.isRoom = isRoom;
        this.isSlowToAcknowledge = isSlowToAcknowledge;
    }

    /// What a chat has to hold, in order: the words and the sender's id of each message, once even
    /// where it was archived twice because no word of it came, and corrected where it was.
    List<String> of(ChatKey chat) {
        var said =
                archive.stream()
                        .filter(message -> message.chat().equals(chat))
                        .map(each -> new Said(each.ids().stanza(), each.author(), each.content()))
                        .distinct()
                        .toList();
        var shown = new LinkedHashMap<Said, String>();
        var roots = new HashMap<Said, Said>();
        var retracted = new HashSet<Said>();
        for (int i = 0; i < said.size(); i++) {
            var each = said.get(i);
            if (each.content() instanceof Content.Retraction(var target, _)) {
                retracted.add(roots.get(named(chat, target)));
                continue;
            }
            var root = root(each, said.subList(0, i), roots).orElse(each);
            roots.put(each, root);
            shown.put(root, MessageRows.body(each.content()) + " " + root.id());
        }
        for (int i = 0; i < said.size(); i++) {
            var each = said.get(i);
            if (each.equals(roots.get(each))
                    && named(each, said.subList(0, i)).filter(retracted::contains).isPresent()) {
                retracted.add(each); // it corrects nothing, yet was meant to
            }
        }
        retracted.forEach(root -> shown.put(root, "- " + root.id()));
        return inOrder(List.copyOf(shown.entrySet()), each -> each.getKey().id()).stream()
                .map(Map.Entry::getValue)
                .toList();
    }

    private Said named(ChatKey chat, String target) {
        return archive.stream()
                .filter(each -> each.chat().equals(chat) && target.equals(name(each.ids())))
                .map(each -> new Said(each.ids().stanza(), each.author(), each.content()))
                .findFirst()
                .orElseThrow();
    }

    /// What a retraction calls it.
    String name(MessageIds ids) {
        return isRoom ? ids.archive().orElse("") : ids.stanza();
    }

    private record Said(String id, Author author, Content content) {}

    private static Optional<Said> root(Said each, List<Said> before, Map<Said, Said> roots) {
        return named(each, before)
                .map(roots::get)
                .filter(root -> root.content() instanceof Content.Text);
    }

    /// What a correction is for, or is meant to be.
    private static Optional<Said> named(Said each, List<Said> before) {
        return each.content() instanceof Content.Correction(var target, _, _, _, _)
                ? before.reversed().stream()
                        .filter(one -> one.id().equals(target))
                        .filter(one -> one.author().equals(each.author()))
                        .findFirst()
                : Optional.empty();
    }

    /// What a chat holds, in the same form.
    List<String> held(List<Message> messages) {
        return inOrder(messages, message -> message.ids().stanza()).stream()
                .map(message -> held(message) + " " + message.ids().stanza())
                .toList();
    }

    /// Without words is only what was taken back for good.
    private static String held(Message message) {
        boolean isGone =
                message.content() instanceof Content.Retracted && message.retracting().isEmpty();
        return isGone ? "-" : message.words().orElseThrow();
    }

    /// Where acknowledgements are slow, the order counts of what was written here, and that of all
    /// else.
    private <T> List<T> inOrder(List<T> messages, Function<T, String> id) {
        Predicate<T> isWrittenHere = message -> writtenHere.contains(id.apply(message));
        return isSlowToAcknowledge
                ? Stream.concat(
                                messages.stream().filter(isWrittenHere),
                                messages.stream().filter(isWrittenHere.negate()))
                        .toList()
                : messages;
    }
}
