package kith.lab;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The server's side of SCRAM (RFC 5802) for one exchange, without channel binding.
///
/// Made to be honest; a script that lies takes the messages from here and changes them.
public final class ScramServer {

    private static final byte[] SALT = "the lab's salt".getBytes(StandardCharsets.US_ASCII);

    private final String hash;
    private final String password;
    private final int iterations;
    private String clientFirst = "";
    private String first = "";

    /// @param hash such as `SHA-1` or `SHA-256`
    /// @param iterations at least 4,096 from an honest server (RFC 5802 §5.1)
    public ScramServer(String hash, String password, int iterations) {
        this.hash = hash;
        this.password = password;
        this.iterations = iterations;
    }

    /// Answers the client's first message with the server's first.
    public String challenge(String clientFirstMessage) {
        int header = clientFirstMessage.indexOf("n=", clientFirstMessage.indexOf(','));
        clientFirst = clientFirstMessage.substring(header);
        String nonce = nonce(clientFirst) + UUID.randomUUID();
        first =
                "r=%s,s=%s,i=%d"
                        .formatted(nonce, Base64.getEncoder().encodeToString(SALT), iterations);
        return first;
    }

    /// Answers the client's final message by the server's final one.
    ///
    /// @return empty if the client doesn't know the password
    public Optional<String> conclude(String clientFinalMessage) {
        int end = clientFinalMessage.indexOf(",p=");
        String withoutProof = clientFinalMessage.substring(0, end);
        byte[] proof = Base64.getDecoder().decode(clientFinalMessage.substring(end + 3));
        String exchange = String.join(",", clientFirst, first, withoutProof);
        try {
            byte[] salted = salted();
            byte[] storedKey = digest(hmac(salted, "Client Key"));
            byte[] clientKey = xor(proof, hmac(storedKey, exchange));
            if (!MessageDigest.isEqual(digest(clientKey), storedKey)) {
                return Optional.empty();
            }
            byte[] signature = hmac(hmac(salted, "Server Key"), exchange);
            return Optional.of("v=" + Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] salted() throws GeneralSecurityException {
        var key = new PBEKeySpec(password.toCharArray(), SALT, iterations, keyBits());
        return SecretKeyFactory.getInstance("PBKDF2With" + hmacName())
                .generateSecret(key)
                .getEncoded();
    }

    private int keyBits() throws GeneralSecurityException {
        return Mac.getInstance(hmacName()).getMacLength() * Byte.SIZE;
    }

    private byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance(hmacName());
        mac.init(new SecretKeySpec(key, hmacName()));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] digest(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance(hash).digest(bytes);
    }

    private String hmacName() {
        return "Hmac" + hash.replace("-", "");
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }

    private static String nonce(String clientFirstBare) {
        return clientFirstBare.substring(clientFirstBare.indexOf(",r=") + 3);
    }
}
