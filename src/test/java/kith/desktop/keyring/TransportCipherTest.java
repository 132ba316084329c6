package kith.desktop.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

class TransportCipherTest {

    @Test
    void bothSidesAgreeOnTheSameKey() throws GeneralSecurityException {
        var ours = TransportCipher.newKeyPair();
        var theirs = TransportCipher.newKeyPair();
        var here = TransportCipher.agree(ours, TransportCipher.toWire(theirs));
        var there = TransportCipher.agree(theirs, TransportCipher.toWire(ours));

        var vector = TransportCipher.newVector();
        var encrypted = here.encrypt("pässwörd ✓", vector);
        assertThat(new String(encrypted, StandardCharsets.UTF_8)).doesNotContain("ssw");
        assertThat(there.decrypt(encrypted, vector)).isEqualTo("pässwörd ✓");
    }

    @Test
    void noTwoVectorsAreEqual() {
        assertThat(TransportCipher.newVector()).isNotEqualTo(TransportCipher.newVector());
    }

    @Test
    void aHalfThatIsNoNumberOfTheGroupIsRefused() throws GeneralSecurityException {
        var ours = TransportCipher.newKeyPair();
        assertThatThrownBy(() -> TransportCipher.agree(ours, new byte[0]))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
