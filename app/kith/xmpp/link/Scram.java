package kith.xmpp.link;

import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.jivesoftware.smack.sasl.SASLMechanism;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.callback.CallbackHandler;

/// Proof of the password without telling it, and the server's proof that it knows it too: SCRAM
/// (RFC 5802, RFC 7677) without channel binding.
///
/// In place of Smack's own, which knows SHA-1 only, believes any iteration count, and keeps
/// passwords in a cache for good. Whatever the server sends that isn't exactly as it must be ends
/// the exchange.
final class Scram extends SASLMechanism {

    /// Fewer make a stolen proof cheap to guess from (RFC 7677 §4); more only keep us busy.
    private static final int MIN_ITERATIONS = 4_096;

    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int NONCE_BYTES = 24;
    private static final int MAX_SALT_BYTES = 1_024;
    private static final String GS2_HEADER = "n,,";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String hash;
    private final int priority;
    private final String nonce;
    private State state = new State.Fresh();

    private Scram(String hash, int priority) {
        this(hash, priority, newNonce());
    }

    /// @param nonce a test gives the one of an example
    Scram(String hash, int priority, String nonce) {
        this.hash = hash;
        this.priority = priority;
        this.nonce = nonce;
    }

    static Scram sha256() {
        return new Scram("SHA-256", 90);
    }

    static Scram sha1() {
        return new Scram("SHA-1", 110);
    }

    @Override
    public String getName() {
        return "SCRAM-" + hash;
    }

    /// Lower goes first.
    @Override
    public int getPriority() {
        return priority;
    }

    @Override
    protected SASLMechanism newInstance() {
        return new Scram(hash, priority);
    }

    @Override
    protected void authenticateInternal(CallbackHandler handler) {
        throw new UnsupportedOperationException("Kith gives the password itself");
    }

    @Override
    protected byte[] getAuthenticationText() {
        return first(authenticationId);
    }

    @Override
    protected byte[] evaluateChallenge(byte[] challenge) throws SmackSaslException {
        return answer(new String(challenge, StandardCharsets.UTF_8), password);
    }

    @Override
    public void checkIfSuccessfulOrThrow() throws SmackSaslException {
        if (!(state instanceof State.Proven)) {
            throw new ServerNotAuthenticException("success without a proof");
        }
    }

    /// The client-first-message.
    byte[] first(String user) {
        var bare = "n=" + escape(user) + ",r=" + nonce;
        state = new State.Asked(bare);
        return bytes(GS2_HEADER + bare);
    }

    /// Answers the server's first message with our proof and its last with nothing.
    byte[] answer(String challenge, String secret) throws SmackSaslException {
        try {
            return switch (state) {
                case State.Asked asked -> prove(asked.firstBare(), challenge, secret);
                case State.Sent sent -> verify(sent.expected(), challenge);
                case State.Fresh fresh -> throw broken("a challenge before the first message");
                case State.Proven proven -> throw broken("a challenge after the last");
            };
        } catch (GeneralSecurityException | IllegalArgumentException impossible) {
            throw new ServerNotAuthenticException(impossible.toString());
        }
    }

    private byte[] prove(String firstBare, String challenge, String secret)
            throws GeneralSecurityException, SmackSaslException {
        var said = attributes(challenge);
        var joint = said.getOrDefault('r', "");
        if (!joint.startsWith(nonce) || joint.length() == nonce.length()) {
            throw broken("not our nonce");
        }
        var salt = Base64.getDecoder().decode(said.getOrDefault('s', ""));
        if (salt.length == 0 || salt.length > MAX_SALT_BYTES) {
            throw broken("salt of " + salt.length + " bytes");
        }
        int iterations = iterations(said.getOrDefault('i', ""));
        var lastBare = "c=" + base64(bytes(GS2_HEADER)) + ",r=" + joint;
        var exchange = bytes(firstBare + "," + challenge + "," + lastBare);

        var salted = stretch(prepared(secret), salt, iterations);
        var clientKey = hmac(salted, bytes("Client Key"));
        var storedKey = MessageDigest.getInstance(hash).digest(clientKey);
        var proof = xor(clientKey, hmac(storedKey, exchange));
        state = new State.Sent(hmac(hmac(salted, bytes("Server Key")), exchange));
        return bytes(lastBare + ",p=" + base64(proof));
    }

    private byte[] verify(byte[] expected, String challenge) throws SmackSaslException {
        if (!challenge.startsWith("v=")) {
            throw broken("no proof but " + challenge);
        }
        var proof = Base64.getDecoder().decode(challenge.substring(2).split(",", 2)[0]);
        if (!MessageDigest.isEqual(expected, proof)) {
            throw broken("a wrong proof");
        }
        state = new State.Proven();
        return new byte[0];
    }

    private static int iterations(String text) throws SmackSaslException {
        int iterations = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
            throw broken("iteration count " + text);
        }
        return iterations;
    }

    /// The attributes of a server's message; one that comes twice, or a mandatory extension (`m`)
    /// we can't know, ends the exchange (RFC 5802 §5.1).
    private static Map<Character, String> attributes(String message) throws SmackSaslException {
        var found = new HashMap<Character, String>();
        for (var each : message.split(",", -1)) {
            if (each.length() < 2 || each.charAt(1) != '=' || each.charAt(0) == 'm') {
                throw broken("attribute " + each);
            }
            if (found.put(each.charAt(0), each.substring(2)) != null) {
                throw broken("twice attribute " + each.charAt(0));
            }
        }
        return found;
    }

    /// Hi of RFC 5802 §2.2, which is PBKDF2. The JDK's takes the password's characters as UTF-8.
    private byte[] stretch(String secret, byte[] salt, int iterations)
            throws GeneralSecurityException {
        int bits = mac(salt).getMacLength() * Byte.SIZE;
        var wanted = new PBEKeySpec(secret.toCharArray(), salt, iterations, bits);
        return SecretKeyFactory.getInstance("PBKDF2With" + hmacName())
                .generateSecret(wanted)
                .getEncoded();
    }

    private byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        return mac(key).doFinal(text);
    }

    private Mac mac(byte[] key) throws GeneralSecurityException {
        var mac = Mac.getInstance(hmacName());
        mac.init(new SecretKeySpec(key, hmacName()));
        return mac;
    }

    private String hmacName() {
        return "Hmac" + hash.replace("-", "");
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var result = Arrays.copyOf(one, one.length);
        for (int at = 0; at < result.length; at++) {
            result[at] ^= other[at];
        }
        return result;
    }

    private static String prepared(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC); // what matters of SASLprep
    }

    private static String escape(String user) {
        return prepared(user).replace("=", "=3D").replace(",", "=2C");
    }

    private static String newNonce() {
        var random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        return base64(random);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ServerNotAuthenticException broken(String what) {
        return new ServerNotAuthenticException(what);
    }

    /// How far the exchange is.
    private sealed interface State {

        record Fresh() implements State {}

        record Asked(String firstBare) implements State {}

        /// @param expected the server's proof, if it knows the password
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Sent(byte[] expected) implements State {}

        record Proven() implements State {}
    }
}
