package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Mute;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
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
        assertThat(write(extensions("<on-mention/>"), ALWAYS))
                .isEqualTo("<notify " + NS + "><on-mention/>" + OURS + "</notify>");
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
        var muted = Xep0492Notifications.put(extensions("<on-mention/>"), ALWAYS);
        var never = write(muted, ALWAYS).replace("<on-mention/>", "<never/>");
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

    private static Mute read(String settings) {
        return Xep0492Notifications.in(extensions(settings));
    }

    private static String write(List<StandardExtensionElement> extensions, Mute mute) {
        return Xep0492Notifications.put(extensions, mute).stream()
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
