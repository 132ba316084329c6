package kith.desktop.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import kith.desktop.PrivateBus;
import kith.desktop.SessionBus;
import kith.session.account.SecretStoreException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// With a real session bus and GNOME's key ring.
class SecretServiceKeyRingTest {

    private static final EntityBareJid MARA = jid("mara@hearth.example");
    private static final EntityBareJid JON = jid("jön@hearth.example");

    @TempDir private Path folder;
    private PrivateBus bus;
    private SecretServiceKeyRing keyRing;

    @BeforeEach
    void startBus() throws IOException {
        bus = new PrivateBus(folder);
        keyRing = new SecretServiceKeyRing(bus.address());
    }

    @AfterEach
    void stopBus() throws InterruptedException {
        bus.stop();
    }

    @Test
    void keepsFindsReplacesAndForgets() throws IOException {
        unlockedKeyRing();
        assertThat(keyRing.find(MARA)).isEmpty();

        keyRing.keep(MARA, "pässwörd ✓");
        keyRing.keep(JON, "other");
        assertThat(keyRing.find(MARA)).contains("pässwörd ✓");

        keyRing.keep(MARA, "newer");
        assertThat(keyRing.find(MARA)).contains("newer");

        keyRing.forget(MARA);
        assertThat(keyRing.find(MARA)).isEmpty();
        assertThat(keyRing.find(JON)).contains("other");
        keyRing.forget(MARA);
    }

    @Test
    void isFoundAgainByTheNextStart() throws Exception {
        unlockedKeyRing();
        keyRing.keep(MARA, "secret");
        bus.stopKeyRing();
        unlockedKeyRing();
        assertThat(new SecretServiceKeyRing(bus.address()).find(MARA)).contains("secret");
    }

    @Test
    void lockedAndNotUnlockedItSaysSo() throws Exception {
        unlockedKeyRing();
        keyRing.keep(MARA, "secret");
        bus.stopKeyRing();
        bus.startLockedKeyRing();
        await().until(keyRing::isAvailable);

        assertThatThrownBy(() -> keyRing.find(MARA)).isInstanceOf(SecretStoreException.class);
        assertThatThrownBy(() -> keyRing.keep(MARA, "other"))
                .isInstanceOf(SecretStoreException.class)
                .hasMessageNotContaining("other");
        assertThatThrownBy(() -> keyRing.forget(MARA)).isInstanceOf(SecretStoreException.class);
    }

    @Test
    void lockedItAsksTheUserFirst() throws Exception {
        try (var _ = new LockedKeyRing(bus.address(), "secret", true)) {
            assertThat(keyRing.find(MARA)).contains("secret");
        }
    }

    @Test
    void aUserWhoRefusesIsUnderstood() throws Exception {
        try (var _ = new LockedKeyRing(bus.address(), "secret", false)) {
            assertThatThrownBy(() -> keyRing.find(MARA))
                    .isInstanceOf(SecretStoreException.class)
                    .hasMessage("the key ring was not unlocked");
            assertThatThrownBy(() -> keyRing.keep(MARA, "other"))
                    .isInstanceOf(SecretStoreException.class)
                    .hasMessage("the key ring was not unlocked");
        }
    }

    @Test
    void isNotAvailableOnABusWithoutOne() {
        assertThat(keyRing.isAvailable()).isFalse();
        assertThatThrownBy(() -> keyRing.find(MARA)).isInstanceOf(SecretStoreException.class);
    }

    @Test
    void isNotAvailableWithoutABus() {
        var nowhere = new SessionBus("unix:path=" + folder.resolve("nothing"), List.of());
        var absent = new SecretServiceKeyRing(nowhere);
        assertThat(absent.isAvailable()).isFalse();
        assertThatThrownBy(() -> absent.find(MARA)).isInstanceOf(SecretStoreException.class);
    }

    private void unlockedKeyRing() throws IOException {
        bus.startUnlockedKeyRing();
        await().until(keyRing::isAvailable);
    }

    private static EntityBareJid jid(String address) {
        return JidCreate.entityBareFromOrThrowUnchecked(address);
    }
}
