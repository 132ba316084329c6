package kith.lab;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A room whose owner the one guest is, on a [ScriptedServer]: nobody else is in it, but thousands
/// are its members, and as many are banned (XEP-0045 §9.2, §9.5).
///
/// @param people how many are on each of the two lists
public record RoomLists(int people) implements Script {

    public static final String ADDRESS = "hall@rooms.hearth.example";

    private static final String LIST =
            """
            /iq[@type='get']/query[@xmlns='http://jabber.org/protocol/muc#admin']\
            /item[@affiliation='%s']\
            """;

    @Override
    public void play(ScriptedConnection connection) throws IOException {
        connection.whenever(LIST.formatted("member"), list("member", ""));
        connection.whenever(LIST.formatted("outcast"), list("outcast", "<reason>Spam</reason>"));
        connection.expect(
                """
                /presence[starts-with(@to, '%s/')]/x[@xmlns='http://jabber.org/protocol/muc']\
                """
                        .formatted(ADDRESS));
        connection.send(
                """
                <presence from='%s/Mara' to='{jid}'>\
                <x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' \
                role='moderator' jid='{jid}'/><status code='110'/></x></presence>\
                <message from='%s/Mara' to='{jid}' type='groupchat'><subject>Full house</subject>\
                </message>\
                """
                        .formatted(ADDRESS, ADDRESS));
    }

    private String list(String affiliation, String reason) {
        return IntStream.range(0, people)
                .mapToObj(
                        person ->
                                """
                                <item affiliation='%s' nick='Person %d' \
                                jid='%s%d@hearth.example'>%s</item>\
                                """
                                        .formatted(
                                                affiliation, person, affiliation, person, reason))
                .collect(
                        Collectors.joining(
                                "",
                                """
                                <iq type='result' id='{id}' from='{to}' to='{jid}'>\
                                <query xmlns='http://jabber.org/protocol/muc#admin'>\
                                """,
                                "</query></iq>"));
    }
}
