package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Alerts;
import kith.model.Mute;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class Xep0492NotificationsTest {

    private static final Mute OFF = new Mute.Off();
    private static final Mute ALWAYS = new Mute.Always();
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.500Z");
    private static final String NS = "xmlns='urn:xmpp:notification-settings:1'";

    private static final String BEFORE = "<advanced><before xmlns='im.kith.chats:0'/></advanced>";
    private static final String OURS =
            "<never identity-category='client' identity-type='pc'>" + BEFORE + "</never>";

    /// §2.2
    private static final String BY_IDENTITY =
            """
            <never identity-category='client' identity-type='%s'/>
            <on-mention identity-category='client' identity-type='phone'/>
            <on-mention identity-category='gateway'/><always/>
            """;

    @Test
    void theBasicExampleIsAMute() {
        assertThat(read("<never/>")).isEqualTo(ALWAYS);
        assertThat(read("<always/>")).isEqualTo(OFF);
        assertThat(read("<on-mention/>")).isEqualTo(OFF);
        assertThat(read("")).isEqualTo(OFF);
        assertThat(Xep0492Notifications.in(List.of())).isEqualTo(OFF);
    }

    @Test
    void whatIsMeantForUsMostCloselyCounts() {
        assertThat(read(BY_IDENTITY.formatted("pc"))).isEqualTo(ALWAYS);
        assertThat(read(BY_IDENTITY.formatted("web"))).isEqualTo(OFF);
        assertThat(read("<never identity-category='client'/><always/>")).isEqualTo(ALWAYS);
        assertThat(
                        read(
                                "<never identity-category='client'/><always"
                                        + " identity-category='client' identity-type='pc'/>"))
                .isEqualTo(OFF);
        assertThat(read("<never identity-type='pc'/>")).as("not valid").isEqualTo(OFF);
    }

    @Test
    void aMuteOfWhatSaysNothingIsForAll() {
        assertThat(write(List.of(), ALWAYS)).isEqualTo("<notify " + NS + "><never/></notify>");
    }

    @Test
    void whoUnmutesLeavesNothingWhereNothingElseWasSaid() {
        assertThat(write(extensions("<never/>"), OFF)).isEmpty();
        var ends = "<until xmlns='im.kith.chats:0' at='" + NOON + "'/>";
        var advanced = "<never><advanced>" + ends + "</advanced></never>";
        assertThat(write(extensions(advanced), OFF)).isEmpty();
    }

    @Test
    void onlyWhatIsMeantForUsIsChanged() {
        assertThat(write(extensions(BY_IDENTITY.formatted("pc")), OFF))
                .contains(
                        "<on-mention identity-category='client' identity-type='phone'/>",
                        "<on-mention identity-category='gateway'/>",
                        "<always/>",
                        "<always identity-category='client' identity-type='pc'/>")
                .doesNotContain("never");
    }

    @Test
    void aMuteStandsBesideWhatOthersSayForMoreThanUs() {
        assertThat(write(extensions("<on-mention/>"), new Mute.Until(NOON)))
                .startsWith("<notify " + NS + "><on-mention/><never identity-category='client'")
                .contains(BEFORE.replace("</advanced>", ""));
        assertThat(write(extensions("<on-mention identity-category='client'/>"), ALWAYS))
                .isEqualTo(
                        "<notify "
                                + NS
                                + "><on-mention identity-category='client'/>"
                                + OURS
                                + "<never>"
                                + BEFORE
                                + "</never></notify>");
    }

    /// What all clients have in common is the user's choice for all.
    @Test
    void neverIsForAllWhereAllHaveSomethingInCommon() {
        var phone = "<always identity-category='client' identity-type='phone'/>";
        assertThat(write(extensions(phone + "<on-mention/>"), ALWAYS))
                .isEqualTo(
                        "<notify "
                                + NS
                                + ">"
                                + phone
                                + "<never><advanced><before xmlns='im.kith.chats:0'"
                                + " setting='on-mention'/></advanced></never></notify>");
    }

    @Test
    void ofWhatIsNotMutedOneIsToldOfAllOrOfMentions() {
        assertThat(told("<always/>")).contains(Alerts.ALL);
        assertThat(told("<on-mention/>")).contains(Alerts.MENTIONS);
        assertThat(told("")).isEmpty();
        assertThat(told("<never/>")).isEmpty();
        assertThat(told(BY_IDENTITY.formatted("web"))).contains(Alerts.ALL);
        assertThat(told("<on-mention identity-category='client'/><always/>"))
                .contains(Alerts.MENTIONS);
        assertThat(told("<on-mention identity-category='client' identity-type='phone'/>"))
                .isEmpty();
    }

    /// §3: a fallback is there; what is said for others stays.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|<on-mention/>",
                "<always/>|<on-mention/>",
                "<never/>|<on-mention/>",
                "<always><advanced><a xmlns='urn:a'/></advanced></always>"
                        + "|<on-mention><advanced><a xmlns='urn:a'/></advanced></on-mention>",
                "<never identity-category='client' identity-type='phone'/><always/>"
                        + "|<never identity-category='client' identity-type='phone'/><on-mention/>",
                "<never identity-category='client' identity-type='phone'/>"
                        + "|<never identity-category='client' identity-type='phone'/><on-mention/>",
                "<always identity-category='client' identity-type='pc'/><never/>"
                        + "|<never/><on-mention identity-category='client' identity-type='pc'/>",
                "<always identity-category='client'/>|<always identity-category='client'/>"
                        + "<on-mention identity-category='client' identity-type='pc'/><on-mention/>"
            })
    void mentionsTakeThePlaceOfWhatWasSaidForUs(String before, String after) {
        var changed =
                Xep0492Notifications.put(extensions(before), OFF, Optional.of(Alerts.MENTIONS));
        assertThat(Xep0492Notifications.in(changed)).isEqualTo(OFF);
        assertThat(Xep0492Notifications.alertsIn(changed)).contains(Alerts.MENTIONS);
        assertThat(xml(changed)).isEqualTo("<notify " + NS + ">" + after + "</notify>");
    }

    /// Whatever is chosen after whatever else, and whatever was there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<always/>",
                "<never/>",
                "<on-mention identity-category='client'/>",
                "<never identity-category='client'/><always/>",
                "<on-mention identity-category='client' identity-type='pc'/><never/>",
                "<never identity-category='client' identity-type='phone'>"
                        + "<advanced><a xmlns='urn:a'/></advanced></never>"
            })
    void eachChoiceIsReadAsItWasWritten(String settings) {
        var mutes = List.of(OFF, ALWAYS, new Mute.Until(NOON));
        var all = List.of(Optional.of(Alerts.ALL), Optional.of(Alerts.MENTIONS));
        for (var first : mutes) {
            for (var second : mutes) {
                for (var told : all) {
                    var between =
                            Xep0492Notifications.put(
                                    extensions(settings), first, Optional.of(Alerts.MENTIONS));
                    var after = Xep0492Notifications.put(between, second, told);
                    assertThat(Xep0492Notifications.in(after)).isEqualTo(second);
                    assertThat(Xep0492Notifications.alertsIn(after)).isEqualTo(told);
                    assertThat(xml(after).contains("phone")).isEqualTo(settings.contains("phone"));
                    assertThat(xml(after).contains("<a ")).isEqualTo(settings.contains("<a "));
                    assertThat(children(after)).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void whoTakesTheChoiceBackLeavesNothing() {
        var chosen = Xep0492Notifications.put(List.of(), OFF, Optional.of(Alerts.MENTIONS));
        assertThat(Xep0492Notifications.put(chosen, OFF, Optional.empty())).isEmpty();
    }

    /// Nothing that others have said is lost when a chat is muted and unmuted again.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<on-mention/>",
                "<always/>",
                "<always><advanced><a xmlns='urn:a'/></advanced></always>",
                "<on-mention identity-category='client'/>",
                "<on-mention identity-category='client'/><always/>",
                "<on-mention identity-category='client' identity-type='pc'/>",
                "<on-mention identity-category='client' identity-type='pc'/><never/>",
                "<always identity-category='client' identity-type='pc'/>",
                "<on-mention identity-category='client' identity-type='phone'/>",
                "<never identity-category='client' identity-type='phone'/><always/>",
                "<on-mention identity-category='client' identity-type='pc'>"
                        + "<advanced><a xmlns='urn:a'/></advanced></on-mention><always/>"
            })
    void afterAMuteAllIsAsBefore(String settings) {
        var before = extensions(settings);
        for (var mute : List.of(ALWAYS, new Mute.Until(NOON))) {
            var muted = Xep0492Notifications.put(before, mute);
            assertThat(Xep0492Notifications.in(muted)).isEqualTo(mute);
            var other = new Mute.Until(NOON.plusSeconds(1));
            for (var changed : List.of(muted, Xep0492Notifications.put(muted, other))) {
                var after = Xep0492Notifications.put(changed, OFF);
                assertThat(children(after)).containsExactlyInAnyOrderElementsOf(children(before));
            }
        }
    }

    @Test
    void whatSaysNeverForMoreThanUsIsNotLostWithOurs() {
        var until = new Mute.Until(NOON);
        var muted = Xep0492Notifications.put(extensions("<on-mention/>"), until);
        var never = write(muted, until).replace("<on-mention/>", "<never/>");
        var unmuted = write(extensions(never.replaceAll("</?notify[^>]*>", "")), OFF);
        assertThat(unmuted)
                .isEqualTo(
                        "<notify "
                                + NS
                                + "><never/><always identity-category='client'"
                                + " identity-type='pc'/></notify>");
    }

    /// Only we put these there, and only as a mute.
    @ParameterizedTest
    @ValueSource(strings = {"setting='dance'", "setting='never'"})
    void h37WhatWasNoSettingIsNotPutBack(String before) {
        var odd =
                "<never><advanced><before xmlns='im.kith.chats:0' "
                        + before
                        + "/></advanced></never>";
        assertThat(write(extensions(odd), OFF)).isEmpty();
    }

    @Test
    void whatNothingIsChangedOfIsLeftAsItIs() {
        for (var same : List.of("<on-mention/>", "<always/>", "")) {
            var extensions = extensions(same);
            assertThat(Xep0492Notifications.put(extensions, OFF)).isSameAs(extensions);
        }
    }

    /// §3: never deleted, never altered.
    @Test
    void advancedSettingsOfOthersStay() {
        var foreign = "<better xmlns='custom:ns-3'><when day-of-week='sunday'/></better>";
        var both = extensions("<always><advanced>" + foreign + "</advanced></always>");
        assertThat(write(both, new Mute.Until(NOON)))
                .isEqualTo(
                        "<notify "
                                + NS
                                + "><always><advanced>"
                                + foreign
                                + "</advanced></always>"
                                + OURS.replace(
                                        "<before xmlns='im.kith.chats:0'/>",
                                        "<before xmlns='im.kith.chats:0'/><until"
                                                + " xmlns='im.kith.chats:0'"
                                                + " at='2026-05-01T12:00:00.500Z'/>")
                                + "</notify>");
        var muted = Xep0492Notifications.put(both, new Mute.Until(NOON));
        assertThat(Xep0492Notifications.in(muted)).isEqualTo(new Mute.Until(NOON));
        assertThat(write(muted, OFF))
                .isEqualTo(
                        "<notify "
                                + NS
                                + "><always><advanced>"
                                + foreign
                                + "</advanced></always></notify>");
    }

    /// §3: there is not more than one of the same.
    @Test
    void ofSeveralThatAreMeantForUsOneIsLeft() {
        var twice =
                extensions(
                        "<never><advanced><a xmlns='urn:a'/></advanced></never><always/>"
                                + "<always><advanced><b xmlns='urn:b'/></advanced></always>");
        assertThat(write(twice, OFF))
                .isEqualTo(
                        "<notify "
                                + NS
                                + "><always><advanced><a xmlns='urn:a'/><b xmlns='urn:b'/>"
                                + "</advanced></always></notify>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-05-01",
                "+1000000000-01-01T00:00:00Z",
                "+999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void anEndThatIsNoneMeansForEver(String end) {
        assertThat(
                        read(
                                "<never><advanced><until xmlns='im.kith.chats:0' at='"
                                        + end
                                        + "'/></advanced></never>"))
                .isEqualTo(ALWAYS);
    }

    private static Optional<Alerts> told(String settings) {
        return Xep0492Notifications.alertsIn(extensions(settings));
    }

    private static Mute read(String settings) {
        return Xep0492Notifications.in(extensions(settings));
    }

    private static String write(List<StandardExtensionElement> extensions, Mute mute) {
        return xml(Xep0492Notifications.put(extensions, mute));
    }

    private static String xml(List<StandardExtensionElement> extensions) {
        return extensions.stream()
                .map(it -> it.toXML().toString().replaceAll("<(\\S+)([^>]*)></\\1>", "<$1$2/>"))
                .collect(Collectors.joining());
    }

    private static List<String> children(List<StandardExtensionElement> extensions) {
        return extensions.stream()
                .flatMap(it -> it.getElements().stream())
                .map(it -> it.toXML().toString())
                .toList();
    }

    private static List<StandardExtensionElement> extensions(String settings) {
        var message =
                Xml.stanza(
                        Message.class,
                        "<message><notify " + NS + ">" + settings + "</notify></message>");
        return message.getExtensions().stream().map(StandardExtensionElement.class::cast).toList();
    }
}
