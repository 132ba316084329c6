package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.lab.ScramServer;

import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/// SCRAM by the examples of its RFCs, and against servers that cheat.
class ScramTest {

    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String CHALLENGE =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                    + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private static final String PROOF = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    @Test
    void sha256AsInRfc7677() throws SmackSaslException {
        var scram = example();
        assertThat(text(scram.first("user"))).isEqualTo("n,,n=user,r=" + NONCE);
        assertThat(answer(scram, CHALLENGE))
                .isEqualTo(
                        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(answer(scram, PROOF)).isEmpty();
        scram.checkIfSuccessfulOrThrow();
    }

    @Test
    void sha1AsInRfc5802() throws SmackSaslException {
        var scram = new Scram("SHA-1", 110, "fyko+d2lbbFgONRv9qkxdawL");
        assertThat(text(scram.first("user"))).isEqualTo("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL");
        assertThat(
                        answer(
                                scram,
                                "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                        + "s=QSXCR+Q6sek8bf92,i=4096"))
                .isEqualTo(
                        "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                + "p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
        assertThat(answer(scram, "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")).isEmpty();
        scram.checkIfSuccessfulOrThrow();
    }

    @Test
    void namesAndPasswordsOfOtherAlphabets() throws SmackSaslException {
        var server = new ScramServer("SHA-256", "Pässwörd ☃", 4_096);
        var scram = Scram.sha256();
        var first = text(scram.first("ma=ri,a"));
        assertThat(first).contains("n=ma=3Dri=2Ca,");
        var challenge = server.challenge(first);
        var last = text(scram.answer(challenge, "Pässwörd ☃"));
        assertThat(text(scram.answer(server.conclude(last).orElseThrow(), "Pässwörd ☃"))).isEmpty();
        scram.checkIfSuccessfulOrThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i=1",
                "i=0",
                "i=-1",
                "i=4095",
                "i=10000001",
                "i=2147483647",
                "i=99999999999",
                "i=4096x",
                "i=",
                "x=1",
                "i=4096,i=4096",
                "i=4096,m=ext"
            })
    void h35IterationsOutOfBoundsEndIt(String iterations) {
        refuses(CHALLENGE.replace("i=4096", iterations));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "r",
                "e=other-error",
                "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=another%hvYDpWUa2RaTCAfuxFIlj,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO%hv,s=,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO%hv,s=*,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO%hv,i=4096",
                "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            })
    void h35ChallengesThatAreNoneEndIt(String challenge) {
        refuses(challenge);
    }

    @Test
    void h35AHugeSaltEndsIt() {
        refuses(CHALLENGE.replace("W22ZaJ0SNY7soEsUEjb6gQ==", "A".repeat(1_400_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
                "v=",
                "v=*",
                "",
                "e=invalid-proof",
                "x=1",
            })
    void h35AWrongProofEndsIt(String proof) throws SmackSaslException {
        var scram = example();
        assertThat(scram.first("user")).isNotEmpty();
        assertThat(answer(scram, CHALLENGE)).isNotEmpty();
        assertThatThrownBy(() -> answer(scram, proof))
                .isInstanceOf(ServerNotAuthenticException.class);
        assertThatThrownBy(scram::checkIfSuccessfulOrThrow)
                .isInstanceOf(ServerNotAuthenticException.class);
    }

    @Test
    void h35SuccessWithoutAProofIsNone() throws SmackSaslException {
        var scram = example();
        assertThatThrownBy(scram::checkIfSuccessfulOrThrow)
                .isInstanceOf(ServerNotAuthenticException.class);
        assertThat(scram.first("user")).isNotEmpty();
        assertThat(answer(scram, CHALLENGE)).isNotEmpty();
        assertThatThrownBy(scram::checkIfSuccessfulOrThrow)
                .isInstanceOf(ServerNotAuthenticException.class);
    }

    @Test
    void h35NothingMayComeAfterTheProof() throws SmackSaslException {
        var scram = example();
        assertThat(scram.first("user")).isNotEmpty();
        assertThat(answer(scram, CHALLENGE)).isNotEmpty();
        assertThat(answer(scram, PROOF)).isEmpty();
        assertThatThrownBy(() -> answer(scram, PROOF))
                .isInstanceOf(ServerNotAuthenticException.class);
    }

    private static void refuses(String challenge) {
        var scram = example();
        assertThat(scram.first("user")).isNotEmpty();
        assertThatThrownBy(() -> answer(scram, challenge))
                .isInstanceOf(ServerNotAuthenticException.class);
    }

    private static Scram example() {
        return new Scram("SHA-256", 90, NONCE);
    }

    private static String answer(Scram scram, String challenge) throws SmackSaslException {
        return text(scram.answer(challenge, "pencil"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
