package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.LabCertificate;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState.Stopped;
import kith.model.ServerAddress;
import kith.ui.text.Problems;
import kith.ui.text.Texts;
import kith.xmpp.link.TestLink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Locale;

/// On a computer whose clock is ten years off every good certificate is a bad one: the user is told
/// to look at the clock (F28).
class WrongClockTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final String HOST = "hearth.example";

    @ParameterizedTest
    @CsvSource({"3650, CERTIFICATE_EXPIRED", "-3650, CERTIFICATE_NOT_YET_VALID"})
    void theClockIsToBeChecked(int daysAhead, Kind kind) {
        var ahead = Duration.ofDays(daysAhead);
        isToldOfClock(kind, LabCa.shared().issueForClockOff(ahead, HOST));
        isToldOfClock(kind, LabCa.shared().issueByAnotherForClockOff(ahead, HOST));
    }

    /// With the right clock the same chain is good.
    @Test
    void theClockIsRight() {
        var good = LabCa.shared().issueByAnotherForClockOff(Duration.ZERO, HOST);
        try (var server = ScriptedServer.start(good, Script.signIn(ANNA));
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            assertThat(link.address().asBareJid().toString()).isEqualTo(ANNA.jid().toString());
        }
    }

    private static void isToldOfClock(Kind kind, LabCertificate certificate) {
        try (var server = ScriptedServer.start(certificate, Script.signIn(ANNA));
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            var problem = link.heard().awaitState(Stopped.class).problem();
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(
                            new Problems(Texts.of(Locale.ENGLISH))
                                    .whatAndHow(
                                            problem.kind(),
                                            ANNA.jid(),
                                            new ServerAddress.ByDomain()))
                    .contains(HOST)
                    .contains("Check this computer’s date and time.");
        }
    }
}
