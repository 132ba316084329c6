package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// That each profile makes the difference it is there for.
class ServerProfileTest {

    private static final String ARCHIVE = "urn:xmpp:mam:2";

    @ParameterizedTest
    @EnumSource
    void onlyAServerWithoutArchiveHasNone(ServerKind kind) throws Exception {
        assertThat(offersArchive(kind.shared(ServerProfile.NORMAL))).isTrue();
        assertThat(offersArchive(kind.shared(ServerProfile.NO_ARCHIVE))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aLostSessionIsResumedLater(ServerKind kind) throws Exception {
        assertThat(resumesAfterTwoSeconds(kind.shared(ServerProfile.NORMAL))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void shortResumptionForgetsALostSession(ServerKind kind) throws Exception {
        assertThat(resumesAfterTwoSeconds(kind.shared(ServerProfile.SHORT_RESUMPTION))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void tinyLimitsEndAStreamWithALargeStanza(ServerKind kind) {
        var server = kind.shared(ServerProfile.TINY_LIMITS);
        try (var anna = LabUser.signIn(server, server.newAccount("anna"))) {
            anna.say(anna.jid(), "x".repeat(20_000));

            await().until(() -> !anna.connection().isConnected());
        }
    }

    private static boolean offersArchive(XmppServer server) throws Exception {
        try (var anna = LabUser.signIn(server, server.newAccount("anna"))) {
            return ServiceDiscoveryManager.getInstanceFor(anna.connection())
                    .discoverInfo(anna.jid().asBareJid())
                    .containsFeature(ARCHIVE);
        }
    }

    /// The pause is no synchronisation: time is what this is about.
    private static boolean resumesAfterTwoSeconds(XmppServer server) throws Exception {
        try (var anna = LabUser.signIn(server, server.newAccount("anna"))) {
            BlockingQueue<Boolean> resumed = new ArrayBlockingQueue<>(1);
            anna.connection()
                    .addConnectionListener(
                            new ConnectionListener() {
                                @Override
                                public void authenticated(
                                        XMPPConnection connection, boolean isResumed) {
                                    resumed.add(isResumed);
                                }
                            });
            anna.vanish();
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            anna.connection().connect();
            anna.connection().login();
            return resumed.poll(10, TimeUnit.SECONDS);
        }
    }
}
