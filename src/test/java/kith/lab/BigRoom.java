package kith.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A room with thousands of people in it, on a [ScriptedServer], and beside it one with nobody:
/// lets its one guest into that, then says once that it has no place for them, then lets them in
/// among the thousands, and once they say something has others come and go for a while.
///
/// All of that is ready before, so that the measured program has the machine to itself.
///
/// What it sends of an occupant is what rooms of the network send: presence, capabilities
/// (XEP-0115), a picture's hash (XEP-0153), and who they are (XEP-0045).
///
/// @param people how many are in it beside the guest
/// @param coming how many come in a second, and as many go
/// @param length how long that lasts; then somebody says [#QUIET]
public record BigRoom(int people, int coming, Duration length) implements Script {

    public static final String ADDRESS = "square@rooms.hearth.example";

    /// The room with nobody.
    public static final String EMPTY = "yard@rooms.hearth.example";

    /// What is said once nobody comes or goes any more.
    public static final String QUIET = "Quiet now";

    private static final String JOIN =
            "/presence[starts-with(@to, '%s/')]/x[@xmlns='http://jabber.org/protocol/muc']";

    private static final String FULL =
            """
            <presence type='error' from='{to}' to='{jid}' id='{id}'><error type='wait'>\
            <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>\
            """;

    private static final Duration BEAT = Duration.ofMillis(50);

    /// Sent at once, in people.
    private static final int CHUNK = 200;

    private static final String[] SHOWS = {"", "", "<show>away</show>", "<show>dnd</show>"};

    @Override
    public void play(ScriptedConnection connection) throws IOException {
        var crowd = crowd(connection);
        var beats = beats(connection);
        connection.expect(JOIN.formatted(EMPTY));
        connection.send(self(EMPTY) + subject(EMPTY));
        connection.expect(JOIN.formatted(ADDRESS)).reply(FULL);
        connection.expect(JOIN.formatted(ADDRESS));
        for (var chunk : crowd) {
            connection.send(chunk);
        }
        connection.send(self(ADDRESS) + subject(ADDRESS));
        connection.expect("/message[@type='groupchat']/body");
        Thread.ofVirtual().name("big-room").start(() -> comeAndGo(connection, beats));
    }

    /// All who are in it.
    private List<PreparedStanzas> crowd(ScriptedConnection connection) {
        var chunks = new ArrayList<PreparedStanzas>();
        for (int from = 0; from < people; from += CHUNK) {
            chunks.add(
                    connection.prepare(
                            IntStream.range(from, Math.min(people, from + CHUNK))
                                    .mapToObj(BigRoom::present)
                                    .collect(Collectors.joining())));
        }
        return chunks;
    }

    /// Who goes and who comes in each beat.
    private List<PreparedStanzas> beats(ScriptedConnection connection) {
        int each = (int) (coming * BEAT.toMillis() / TimeUnit.SECONDS.toMillis(1));
        var beats = new ArrayList<PreparedStanzas>();
        for (int person = 0; beats.size() < length.dividedBy(BEAT); person += each) {
            beats.add(
                    connection.prepare(
                            IntStream.range(person, person + each)
                                    .mapToObj(gone -> absent(gone) + present(people + gone))
                                    .collect(Collectors.joining())));
        }
        return beats;
    }

    private static void comeAndGo(ScriptedConnection connection, List<PreparedStanzas> beats) {
        long begin = System.nanoTime();
        int done = 0;
        try {
            for (var beat : beats) {
                connection.send(beat);
                awaitBeat(begin, ++done);
            }
            connection.send(
                    """
                    <message from='%s/Person 1' to='{jid}' type='groupchat' id='quiet'>\
                    <body>%s</body></message>\
                    """
                            .formatted(ADDRESS, QUIET));
        } catch (IOException clientHasLeft) {
            throw new UncheckedIOException(clientHasLeft);
        }
    }

    private static void awaitBeat(long begin, int beat) {
        long end = begin + BEAT.toNanos() * beat;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String present(int person) {
        return """
               <presence from='%s/Person %d' to='{jid}' xml:lang='en'>%s<status>One of many</status>\
               <c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://gajim.org' \
               ver='fPYh9Xjv6lGz%012d='/><x xmlns='vcard-temp:x:update'><photo>%040x</photo></x>\
               <x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='%s' role='%s' \
               jid='person%d@hearth.example/desk'/></x></presence>\
               """
                .formatted(
                        ADDRESS,
                        person,
                        SHOWS[person % SHOWS.length],
                        person % 100,
                        person,
                        person % 1000 == 0 ? "admin" : "none",
                        person % 1000 == 0
                                ? "moderator"
                                : person % 3 == 0 ? "visitor" : "participant",
                        person);
    }

    private static String absent(int person) {
        return """
               <presence from='%s/Person %d' to='{jid}' type='unavailable'>\
               <x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' \
               role='none' jid='person%d@hearth.example/desk'/></x></presence>\
               """
                .formatted(ADDRESS, person, person);
    }

    private static String self(String room) {
        return """
               <presence from='%s/Mara' to='{jid}'>\
               <x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' \
               role='participant'/><status code='110'/></x></presence>\
               """
                .formatted(room);
    }

    private static String subject(String room) {
        return """
               <message from='%s/Person 0' to='{jid}' type='groupchat'>\
               <subject>Market day</subject></message>\
               """
                .formatted(room);
    }
}
