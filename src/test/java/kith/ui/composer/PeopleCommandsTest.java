package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RoomChange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class PeopleCommandsTest {

    private final List<RoomChange> changes = new ArrayList<>();
    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<List<Occupant>> people = new Cell<>(lane, List.of());
    private final SlashCommands commands =
            new SlashCommands(
                    Map.of(),
                    Optional.empty(),
                    Optional.of(
                            new PeopleCommands(
                                    people,
                                    change -> {
                                        changes.add(change);
                                        return CompletableFuture.completedStage(Optional.empty());
                                    })));

    @ParameterizedTest
    @CsvSource({
        "MODERATOR, OWNER, KICK BAN VOICE MUTE OP DEOP MEMBER ADMIN OWNER",
        "MODERATOR, ADMIN, KICK BAN VOICE MUTE OP DEOP MEMBER",
        "MODERATOR, NONE, KICK VOICE MUTE",
        "PARTICIPANT, MEMBER, ''",
    })
    void thoseAreThereThatTheUserHasTheRightsFor(Role role, Affiliation affiliation, String words) {
        me(role, affiliation);
        var wanted = EnumSet.of(SlashCommand.ME, SlashCommand.HELP);
        List.of(words.split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .map(SlashCommand::valueOf)
                .forEach(wanted::add);
        assertThat(commands.known()).isEqualTo(wanted);
    }

    /// They come and go with the user's role while the chat is open.
    @Test
    void theCompletionFollowsTheRights() {
        var completion = new CommandCompletion(commands::known);
        me(Role.PARTICIPANT, Affiliation.NONE);
        assertThat(completion.at("/ki", 3)).isEmpty();
        me(Role.MODERATOR, Affiliation.NONE);
        assertThat(completion.at("/ki", 3)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Samuel Otieno off topic", "\"Samuel Otieno\" off topic"})
    void aNickMayHaveBlanksAndTheReasonStandsBehindIt(String words) {
        me(Role.MODERATOR, Affiliation.ADMIN);
        assertThat(run(SlashCommand.KICK, words)).isEmpty();
        assertThat(changes)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.nick()).isEqualTo("Samuel Otieno");
                            assertThat(change.reason()).isEqualTo("off topic");
                        });
    }

    @Test
    void everyCommandDoesItsAct() {
        me(Role.MODERATOR, Affiliation.OWNER);
        run(SlashCommand.MUTE, "Samuel");
        run(SlashCommand.OP, "Samuel");
        run(SlashCommand.BAN, "Samuel");
        run(SlashCommand.MEMBER, "Samuel");
        run(SlashCommand.ADMIN, "Samuel");
        run(SlashCommand.OWNER, "Samuel");
        run(SlashCommand.VOICE, "visitor");
        run(SlashCommand.DEOP, "helper");
        assertThat(changes)
                .extracting(RoomChange::act)
                .containsExactly(
                        SlashCommand.MUTE.act().orElseThrow(),
                        SlashCommand.OP.act().orElseThrow(),
                        SlashCommand.BAN.act().orElseThrow(),
                        SlashCommand.MEMBER.act().orElseThrow(),
                        SlashCommand.ADMIN.act().orElseThrow(),
                        SlashCommand.OWNER.act().orElseThrow(),
                        SlashCommand.VOICE.act().orElseThrow(),
                        SlashCommand.DEOP.act().orElseThrow());
    }

    @Test
    void whoIsNotThereOrStandsTooHighIsLeftAlone() {
        me(Role.MODERATOR, Affiliation.ADMIN);
        assertThat(run(SlashCommand.KICK, "Nobody")).contains(Refusal.Reason.NOT_FOUND);
        assertThat(run(SlashCommand.KICK, "boss")).contains(Refusal.Reason.NOT_ALLOWED);
        assertThat(run(SlashCommand.KICK, "Mara")).contains(Refusal.Reason.NOT_ALLOWED);
        assertThat(changes).isEmpty();
    }

    private Optional<Refusal.Reason> run(SlashCommand command, String words) {
        return commands.run(command, words).toCompletableFuture().join().map(Refusal::reason);
    }

    private void me(Role role, Affiliation affiliation) {
        var there =
                List.of(
                        occupant("Mara", role, affiliation, true),
                        occupant("Samuel", Role.PARTICIPANT, Affiliation.NONE, false),
                        occupant("Samuel Otieno", Role.PARTICIPANT, Affiliation.NONE, false),
                        occupant("visitor", Role.VISITOR, Affiliation.NONE, false),
                        occupant("helper", Role.MODERATOR, Affiliation.NONE, false),
                        occupant("boss", Role.MODERATOR, Affiliation.OWNER, false));
        lane.execute(() -> people.set(there));
    }

    private static Occupant occupant(
            String nick, Role role, Affiliation affiliation, boolean isMe) {
        var local = nick.replace(' ', '.').toLowerCase(Locale.ROOT);
        var address = JidCreate.bareFromOrThrowUnchecked(local + "@hearth.example");
        return new Occupant(nick, role, affiliation, Optional.of(address), Presence.UNKNOWN, isMe);
    }
}
