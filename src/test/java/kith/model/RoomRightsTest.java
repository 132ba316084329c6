package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who may do what to whom, by the tables of XEP-0045 §§5.1.1, 5.1.3, 5.2.1 and 5.2.2.
class RoomRightsTest {

    /// Roles first, then lists. Each by role and affiliation: ours, theirs.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MODERATOR OWNER | PARTICIPANT NONE | TAKE_VOICE MAKE_MODERATOR KICK MAKE_OWNER"
                        + " MAKE_ADMIN MAKE_MEMBER BAN",
                "MODERATOR OWNER | VISITOR MEMBER | GIVE_VOICE MAKE_MODERATOR KICK MAKE_OWNER"
                        + " MAKE_ADMIN UNLIST BAN",
                "MODERATOR OWNER | MODERATOR ADMIN | KICK MAKE_OWNER MAKE_MEMBER UNLIST BAN",
                "MODERATOR OWNER | MODERATOR OWNER | KICK MAKE_ADMIN MAKE_MEMBER UNLIST BAN",
                "MODERATOR OWNER | MODERATOR NONE | UNMAKE_MODERATOR KICK MAKE_OWNER MAKE_ADMIN"
                        + " MAKE_MEMBER BAN",
                "MODERATOR ADMIN | PARTICIPANT NONE | TAKE_VOICE MAKE_MODERATOR KICK MAKE_MEMBER"
                        + " BAN",
                "MODERATOR ADMIN | PARTICIPANT MEMBER | TAKE_VOICE MAKE_MODERATOR KICK UNLIST BAN",
                "MODERATOR ADMIN | MODERATOR MEMBER | UNMAKE_MODERATOR KICK UNLIST BAN",
                "MODERATOR ADMIN | MODERATOR ADMIN | KICK",
                "MODERATOR ADMIN | MODERATOR OWNER | ''",
                "MODERATOR MEMBER | PARTICIPANT NONE | TAKE_VOICE KICK",
                "MODERATOR MEMBER | PARTICIPANT MEMBER | TAKE_VOICE KICK",
                "MODERATOR MEMBER | VISITOR NONE | GIVE_VOICE KICK",
                "MODERATOR MEMBER | MODERATOR NONE | ''",
                "MODERATOR MEMBER | PARTICIPANT ADMIN | ''",
                "MODERATOR NONE | PARTICIPANT NONE | TAKE_VOICE KICK",
                "MODERATOR NONE | PARTICIPANT MEMBER | ''",
                "MODERATOR NONE | VISITOR MEMBER | GIVE_VOICE",
                "PARTICIPANT MEMBER | VISITOR NONE | ''",
                "PARTICIPANT NONE | PARTICIPANT NONE | ''",
                "VISITOR NONE | VISITOR NONE | ''",
                "PARTICIPANT ADMIN | VISITOR NONE | MAKE_MODERATOR MAKE_MEMBER BAN",
            })
    void onSomebodyInTheRoom(String mine, String theirs, String acts) {
        assertThat(RoomRights.on(who(mine, true), who(theirs, false))).isEqualTo(acts(acts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OWNER | BANNED | MAKE_OWNER MAKE_ADMIN MAKE_MEMBER UNLIST",
                "ADMIN | BANNED | MAKE_MEMBER UNLIST",
                "ADMIN | OWNERS | ''",
                "ADMIN | ADMINS | ''",
                "MEMBER | MEMBERS | ''",
                "NONE | BANNED | ''",
            })
    void onSomebodyOnAList(Affiliation mine, RoomList theirs, String acts) {
        assertThat(RoomRights.on(mine, Optional.of(theirs), false)).isEqualTo(acts(acts));
    }

    @Test
    void onesOwnStandingIsOnesOwnToGiveUpOnlyAsAnOwner() {
        var owner = who("MODERATOR OWNER", true);
        assertThat(RoomRights.on(owner, owner)).isEqualTo(acts("MAKE_ADMIN MAKE_MEMBER UNLIST"));
        var admin = who("MODERATOR ADMIN", true);
        assertThat(RoomRights.on(admin, admin)).isEmpty();
    }

    /// A ban goes by the address (§9.1).
    @Test
    void whoseAddressIsHiddenKeepsTheirStanding() {
        var hidden =
                new Occupant(
                        "hag",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Optional.empty(),
                        Presence.AVAILABLE,
                        false);
        assertThat(RoomRights.on(who("MODERATOR OWNER", true), hidden))
                .isEqualTo(acts("TAKE_VOICE MAKE_MODERATOR KICK"));
    }

    @Test
    void theListsOneMaySee() {
        assertThat(RoomRights.lists(who("MODERATOR OWNER", true), false))
                .containsExactlyInAnyOrder(RoomList.values());
        assertThat(RoomRights.lists(who("MODERATOR ADMIN", true), true))
                .doesNotContain(RoomList.OWNERS)
                .hasSize(3);
        assertThat(RoomRights.lists(who("PARTICIPANT MEMBER", true), true))
                .containsExactly(RoomList.MEMBERS);
        assertThat(RoomRights.lists(who("PARTICIPANT MEMBER", true), false)).isEmpty();
        assertThat(RoomRights.lists(who("MODERATOR NONE", true), true)).isEmpty();
    }

    private static Occupant who(String standing, boolean isMe) {
        var parts = standing.split(" ", -1);
        return new Occupant(
                isMe ? "me" : "hag",
                Role.valueOf(parts[0]),
                Affiliation.valueOf(parts[1]),
                Optional.of(JidCreate.bareFromOrThrowUnchecked("hag66@shakespeare.example")),
                Presence.AVAILABLE,
                isMe);
    }

    private static Set<RoomAct> acts(String names) {
        return names.isBlank()
                ? Set.of()
                : Arrays.stream(names.split(" ", -1))
                        .map(RoomAct::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
