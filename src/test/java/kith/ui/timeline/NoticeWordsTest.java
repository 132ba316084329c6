package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.RoomNotice;
import kith.model.RoomNotice.AffiliationChanged;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.People;
import kith.model.RoomNotice.Removed;
import kith.model.RoomNotice.Renamed;
import kith.model.RoomNotice.RoleChanged;
import kith.model.RoomNotice.Succeeded;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

class NoticeWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final NoticeWords words = new NoticeWords(Texts.of(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "Tom, 1, '', 0, Tom joined",
        "Tom|Zoé, 2, '', 0, Tom and Zoé joined",
        "Tom|Zoé|Priya, 3, '', 0, Tom and 2 others joined",
        "Tom|Zoé|Priya, 13, Jonas|Layla|A, 5, 'Tom and 12 others joined, 5 left'",
        "Tom, 1, Jonas, 1, 'Tom joined, Jonas left'",
        "'', 0, Jonas, 1, Jonas left",
        "'', 0, Jonas|Tom|Zoé, 9000, 'Jonas and 8,999 others left'"
    })
    void whoCameAndLeftIsOneSentence(
            String came, int cameCount, String left, int leftCount, String said) {
        assertThat(say(new Moves(0, NOW, people(came, cameCount), people(left, leftCount), false)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "KICKED, Mara, off topic, Priya was removed by Mara: off topic",
        "KICKED, Mara, '', Priya was removed by Mara",
        "KICKED, '', off topic, Priya was removed: off topic",
        "KICKED, '', '', Priya was removed",
        "BANNED, Mara, spam, Priya was banned by Mara: spam",
        "BANNED, Mara, '', Priya was banned by Mara",
        "BANNED, '', spam, Priya was banned: spam",
        "BANNED, '', '', Priya was banned",
        "NO_LONGER_MEMBER, '', '', 'Priya is no longer a member, and out of the room'",
        "MEMBERS_ONLY_NOW, '', '', Priya is no member: the room is for members only now"
    })
    void whoWasPutOutIsToldWithByWhomAndWhy(Cause cause, String by, String why, String said) {
        assertThat(say(new Removed(0, NOW, "Priya", new RoomState.Removed(cause, by, why))))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER, OWNER, Priya is an owner now, You are an owner now",
        "NONE, ADMIN, Priya is an admin now, You are an admin now",
        "NONE, MEMBER, Priya is a member now, You are a member now",
        "OWNER, NONE, Priya is no longer an owner, You are no longer an owner",
        "ADMIN, NONE, Priya is no longer an admin, You are no longer an admin",
        "MEMBER, NONE, Priya is no longer a member, You are no longer a member"
    })
    void lastingStandingIsTold(Affiliation from, Affiliation to, String other, String me) {
        assertThat(say(new AffiliationChanged(0, NOW, "Priya", false, from, to))).isEqualTo(other);
        assertThat(say(new AffiliationChanged(0, NOW, "Priya", true, from, to))).isEqualTo(me);
    }

    @ParameterizedTest
    @CsvSource({
        "PARTICIPANT, MODERATOR, Priya is a moderator now, You are a moderator now",
        "MODERATOR, PARTICIPANT, Priya is no longer a moderator, You are no longer a moderator",
        "VISITOR, PARTICIPANT, Priya may write now, You may write now",
        "PARTICIPANT, VISITOR, Priya may only read now, You may only read now"
    })
    void whatSomebodyMayDoIsTold(Role from, Role to, String other, String me) {
        assertThat(say(new RoleChanged(0, NOW, "Priya", false, from, to))).isEqualTo(other);
        assertThat(say(new RoleChanged(0, NOW, "Priya", true, from, to))).isEqualTo(me);
    }

    @ParameterizedTest
    @CsvSource({
        "Bob, 1, true, Somebody else is called “Bob” now",
        "Bob, 1, false, Somebody else may be called “Bob” now",
        "Bob|Zoé, 2, true, Bob and Zoé are others than before",
        "Bob|Zoé, 12, false, Bob and 11 others may be others than before"
    })
    void h20WhoHasTheNickOfAnotherIsTold(String nicks, int count, boolean isCertain, String said) {
        assertThat(say(new Succeeded(0, NOW, people(nicks, count), isCertain))).isEqualTo(said);
    }

    @Test
    void whoIsCalledOtherwiseIsTold() {
        assertThat(say(new Renamed(0, NOW, false, "Priya", "Pri")))
                .isEqualTo("Priya is called Pri now");
        assertThat(say(new Renamed(0, NOW, true, "Mara", "M"))).isEqualTo("You are called M now");
        assertThat(say(new Renamed(0, NOW, false, "Priya\nwins", "x".repeat(500) + "\n")))
                .doesNotContain("\n")
                .hasSizeLessThan(120);
    }

    @Test
    void othersWordsStayOnTheirLine() {
        var how = new RoomState.Removed(Cause.KICKED, "Mara\nwins", "a\nb");
        assertThat(say(new Removed(0, NOW, "x".repeat(500) + "\n", how)))
                .doesNotContain("\n")
                .hasSizeLessThan(120);
    }

    private String say(RoomNotice notice) {
        return words.of(notice).replaceAll("\\u200E", "");
    }

    private static People people(String nicks, int count) {
        return new People(nicks.isEmpty() ? List.of() : List.of(nicks.split("\\|")), count);
    }
}
