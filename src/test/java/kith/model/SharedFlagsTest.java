package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class SharedFlagsTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Mute OFF = new Mute.Off();
    private static final Mute ALWAYS = new Mute.Always();
    private static final Mute UNTIL_NOON = new Mute.Until(NOON);
    private static final Mute UNTIL_ONE = new Mute.Until(NOON.plusSeconds(3_600));

    @Test
    void aMuteThatHasEndedIsNoChoice() {
        assertThat(merged(OFF, UNTIL_NOON, ALWAYS, NOON)).isEqualTo(ALWAYS);
        assertThat(merged(OFF, UNTIL_NOON, UNTIL_ONE, NOON)).isEqualTo(UNTIL_ONE);
        assertThat(merged(OFF, UNTIL_NOON, UNTIL_NOON, NOON)).isEqualTo(OFF);
        assertThat(merged(UNTIL_NOON, UNTIL_NOON, UNTIL_NOON, NOON)).isEqualTo(OFF);
    }

    @Test
    void whoUnmutesBeforeItsEndHasChosen() {
        assertThat(merged(OFF, UNTIL_NOON, ALWAYS, NOON.minusSeconds(1))).isEqualTo(OFF);
        assertThat(merged(OFF, ALWAYS, UNTIL_ONE, NOON)).isEqualTo(OFF);
        assertThat(merged(UNTIL_ONE, UNTIL_NOON, ALWAYS, NOON)).isEqualTo(UNTIL_ONE);
    }

    @Test
    void whoHasChosenAlertsKeepsThemAndElseTakesTheOthers() {
        var all = alerts(Optional.of(Alerts.ALL));
        var mentions = alerts(Optional.of(Alerts.MENTIONS));
        var usual = alerts(Optional.empty());
        assertThat(all.over(usual, mentions, NOON)).isEqualTo(all);
        assertThat(all.over(all, mentions, NOON)).isEqualTo(mentions);
        assertThat(mentions.over(mentions, usual, NOON)).isEqualTo(usual);
        assertThat(new SharedFlags(true, ALWAYS).over(SharedFlags.NONE, mentions, NOON))
                .isEqualTo(new SharedFlags(true, ALWAYS, Optional.of(Alerts.MENTIONS)));
    }

    private static SharedFlags alerts(Optional<Alerts> alerts) {
        return new SharedFlags(false, OFF, alerts);
    }

    private static Mute merged(Mute own, Mute before, Mute theirs, Instant now) {
        return new SharedFlags(false, own)
                .over(new SharedFlags(false, before), new SharedFlags(false, theirs), now)
                .mute();
    }
}
