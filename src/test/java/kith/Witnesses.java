package kith;

import kith.lab.ArchivedMessage;
import kith.lab.XmppServer;
import kith.model.Message;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The order of the messages of one chat, as each of two sides has it and the archive of each.
///
/// @param hers all of the chat as she has it, in her order
/// @param his the same with him
record Witnesses(
        List<Message> hers, List<Message> his, XmppServer server, BareJid her, BareJid him) {

    private static final int AROUND = 12;

    /// Where the orders of what she wrote begin to differ, with what is around; empty if nowhere.
    String ofHers() {
        return difference(written(hers, true), written(his, false));
    }

    /// The same of what he wrote.
    String ofHis() {
        return difference(written(hers, false), written(his, true));
    }

    private static List<Message> written(List<Message> messages, boolean isMine) {
        return messages.stream().filter(message -> message.isMine() == isMine).toList();
    }

    private String difference(List<Message> here, List<Message> there) {
        int shorter = Math.min(here.size(), there.size());
        int at =
                IntStream.range(0, shorter)
                        .filter(place -> !id(here.get(place)).equals(id(there.get(place))))
                        .findFirst()
                        .orElse(shorter);
        return at == Math.max(here.size(), there.size())
                ? ""
                : "at %d of %d and %d%nhers:%n%s%nhis:%n%s%nher archive:%n%s%nhis archive:%n%s"
                        .formatted(
                                at,
                                here.size(),
                                there.size(),
                                shown(here, at),
                                shown(there, at),
                                archived(her, here, there, at),
                                archived(him, here, there, at));
    }

    private static String shown(List<Message> messages, int at) {
        return around(messages, at)
                .map(
                        each ->
                                "%s; at %s, %x, %s, %s"
                                        .formatted(
                                                RunningKith.body(each),
                                                each.at(),
                                                each.position(),
                                                each.ids().archive().orElse("not archived"),
                                                each.delivery()))
                .collect(Collectors.joining("\n"));
    }

    /// What an archive has around each copy of the two messages that stand at one place.
    private String archived(BareJid owner, List<Message> here, List<Message> there, int at) {
        var ids =
                Stream.of(here, there)
                        .flatMap(messages -> messages.stream().skip(at).limit(1))
                        .map(Witnesses::id)
                        .toList();
        var all = server.archiveOf(owner);
        return IntStream.range(0, all.size())
                .filter(place -> ids.contains(all.get(place).messageId()))
                .mapToObj(place -> around(all, place).map(Witnesses::shown))
                .map(copy -> copy.collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n…\n"));
    }

    private static String shown(ArchivedMessage message) {
        return "%s; at %s, %s".formatted(message.body(), message.at(), message.archiveId());
    }

    private static <T> Stream<T> around(List<T> all, int at) {
        return all.stream().skip(Math.max(0, at - AROUND)).limit(2L * AROUND);
    }

    private static String id(Message message) {
        return message.ids().stanza();
    }
}
