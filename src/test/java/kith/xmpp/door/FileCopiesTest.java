package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureSize;
import kith.model.Content;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// A file is the same however the message comes (XEP-0280, XEP-0313, XEP-0447).
class FileCopiesTest extends MessageDoorFixture {

    private static final String URL = "https://d.example/a/summit.jpg";

    private static final String FILE =
            "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'>"
                    + "<file xmlns='urn:xmpp:file:metadata:0'><name>Summit 1.jpg</name>"
                    + "<size>3032449</size><width>4096</width><height>2160</height></file>"
                    + "<sources><url-data xmlns='http://jabber.org/protocol/url-data' target='"
                    + URL
                    + "'/></sources></file-sharing>";

    private static final Content READ =
            new Content.File(
                    Optional.of(URL),
                    "Summit 1.jpg",
                    Optional.of(3_032_449L),
                    Optional.of(new PictureSize(4_096, 2_160)),
                    Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"", "<body>" + URL + "</body>"})
    void everyCopySaysTheSame(String body) {
        var theirs = FROM_BOB.replace("<body>secret</body>", body + FILE);
        var ours = FROM_US.replace("<body>mine</body>", body + FILE);
        var us = "from='alice@home.example'";
        doors.asks("q1", "alice@home.example");
        assertThat(arrived(theirs.replace(" xmlns='jabber:client'", "")).content()).isEqualTo(READ);
        for (var each : new String[] {theirs, ours}) {
            assertThat(arrived(result(us, "q1", each, DELAY)).content()).isEqualTo(READ);
        }
        assertThat(arrived(carbon(us, "received", theirs)).content()).isEqualTo(READ);
        assertThat(arrived(carbon(us, "sent", ours)).content()).isEqualTo(READ);
    }

    /// XEP-0424 §5: what was in its place is gone.
    @ParameterizedTest
    @ValueSource(strings = {"urn:xmpp:message-retract:1", "urn:xmpp:message-retract:0"})
    void whatWasTakenBackIsNoFile(String namespace) {
        doors.asks("q1", "alice@home.example");
        var mark = "<retracted xmlns='%s' stamp='2026-11-20T10:00:00Z'/>".formatted(namespace);
        var message = FROM_BOB.replace("<body>secret</body>", mark + FILE);
        var events = doors.read(result("from='alice@home.example'", "q1", message, DELAY));
        assertThat(events).hasSize(1);
        assertThat(arrived(result("from='alice@home.example'", "q1", message, DELAY)).content())
                .isEqualTo(Content.RETRACTED);
    }
}
