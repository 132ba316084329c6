package kith.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabUser;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;

import org.jivesoftware.smack.roster.Roster;
import org.junit.jupiter.api.Test;

import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The world is as large and as colourful as somebody who tries Kith should find it, and a server
/// takes all of it.
class SampleWorldTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final SampleWorld world = new SampleWorld();

    @Test
    void serverHoldsContactsRoomsAndAllTheTalk() {
        try (var server = XmppServer.prosody(ServerProfile.NORMAL)) {
            world.populate(server, NOW);

            for (var contact : world.contacts()) {
                assertThat(server.archiveOf(contact.account().jid()))
                        .hasSameSizeAs(Talk.read(contact.user()).lines());
            }
            for (var room : world.rooms()) {
                assertThat(server.archiveOf(room.jid()))
                        .hasSameSizeAs(Talk.read(room.local()).lines());
            }
            try (var mara = LabUser.signIn(server, SampleWorld.me())) {
                var roster = Roster.getInstanceFor(mara.connection());
                assertThat(roster.getEntryCount()).isEqualTo(world.contacts().size());
                assertThat(roster.getGroupCount()).isEqualTo(3);
            }
        }
    }

    @Test
    void aDozenContactsAndThreeRooms() {
        assertThat(world.contacts()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(world.rooms()).hasSize(3);
        assertThat(world.contacts()).extracting(SamplePerson::isOnline).contains(true, false);
        assertThat(world.people()).extracting(SamplePerson::devices).contains(2);
    }

    @Test
    void hundredsOfMessagesInManyScriptsNoneTwice() {
        var texts = talks().flatMap(talk -> talk.lines().stream()).map(Talk.Line::text).toList();

        assertThat(texts).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(scriptsOf(texts))
                .contains(
                        UnicodeScript.LATIN,
                        UnicodeScript.ARABIC,
                        UnicodeScript.CYRILLIC,
                        UnicodeScript.HAN,
                        UnicodeScript.HIRAGANA,
                        UnicodeScript.TAMIL);
    }

    @Test
    void everyTalkIsInThePastAndInOrder() {
        assertThat(talks())
                .allSatisfy(
                        talk ->
                                assertThat(talk.lines())
                                        .allSatisfy(line -> assertThat(line.daysAgo()).isPositive())
                                        .isSortedAccordingTo(
                                                Comparator.comparing(line -> line.at(NOW))));
    }

    @Test
    void whoeverIsOnlineAnswers() {
        assertThat(world.people())
                .filteredOn(SamplePerson::isOnline)
                .allSatisfy(person -> assertThat(person.answers()).doesNotHaveDuplicates())
                .allSatisfy(person -> assertThat(person.answers()).isNotEmpty());
    }

    private Stream<Talk> talks() {
        return Stream.concat(
                        world.contacts().stream().map(SamplePerson::user),
                        world.rooms().stream().map(SampleRoom::local))
                .map(Talk::read);
    }

    private static List<UnicodeScript> scriptsOf(List<String> texts) {
        return texts.stream()
                .flatMapToInt(String::codePoints)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet())
                .stream()
                .toList();
    }
}
