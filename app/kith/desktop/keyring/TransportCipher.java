package kith.desktop.keyring;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What encrypts secrets on the bus, so that they are in no log of it and in no other program's
/// memory: `dh-ietf1024-sha256-aes128-cbc-pkcs7` (Secret Service API 0.2, "Transfer of Secrets").
///
/// It doesn't prove who the other side is; the bus does.
final class TransportCipher {

    static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";

    /// The Second Oakley Group, as the algorithm demands (RFC 2409 §6.2).
    private static final DHParameterSpec GROUP =
            new DHParameterSpec(
                    new BigInteger(
                            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD1"
                                    + "29024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245"
                                    + "E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381"
                                    + "FFFFFFFFFFFFFFFF",
                            16),
                    BigInteger.TWO);

    private static final int KEY_BYTES = 16;
    private static final int BLOCK_BYTES = 16;

    private final SecretKey key;

    private TransportCipher(SecretKey key) {
        this.key = key;
    }

    /// Our half of a key agreement.
    static KeyPair newKeyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("DH");
        generator.initialize(GROUP);
        return generator.generateKeyPair();
    }

    /// What of our half is told the other side: an unsigned number, most significant byte first.
    static byte[] toWire(KeyPair ours) {
        return ((DHPublicKey) ours.getPublic()).getY().toByteArray();
    }

    /// The cipher that both sides agree on.
    static TransportCipher agree(KeyPair ours, byte[] theirs) throws GeneralSecurityException {
        var spec = new DHPublicKeySpec(new BigInteger(1, theirs), GROUP.getP(), GROUP.getG());
        var agreement = KeyAgreement.getInstance("DH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("DH").generatePublic(spec), true);
        var derivation =
                HKDFParameterSpec.ofExtract()
                        .addIKM(agreement.generateSecret())
                        .thenExpand(null, KEY_BYTES);
        var key = KDF.getInstance("HKDF-SHA256").deriveData(derivation);
        return new TransportCipher(new SecretKeySpec(key, "AES"));
    }

    /// A fresh initialisation vector for each secret.
    static byte[] newVector() {
        var vector = new byte[BLOCK_BYTES];
        new SecureRandom().nextBytes(vector);
        return vector;
    }

    byte[] encrypt(String secret, byte[] vector) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, vector).doFinal(secret.getBytes(StandardCharsets.UTF_8));
    }

    String decrypt(byte[] encrypted, byte[] vector) throws GeneralSecurityException {
        var secret = cipher(Cipher.DECRYPT_MODE, vector).doFinal(encrypted);
        return new String(secret, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, new IvParameterSpec(vector));
        return cipher;
    }
}
