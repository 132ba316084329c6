package kith.xmpp.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The certificates of a PEM file, undecoded.
///
/// @param certificates each in DER
record PemBundle(List<byte[]> certificates) {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    static PemBundle read(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        var found = new ArrayList<byte[]>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int from = begin + BEGIN.length();
            int end = text.indexOf(END, from);
            if (end < 0) {
                break;
            }
            found.add(Base64.getMimeDecoder().decode(text.substring(from, end)));
            begin = text.indexOf(BEGIN, end);
        }
        return new PemBundle(List.copyOf(found));
    }

    /// Those that may vouch for a chain: that contain the name of one of its issuers. Should none
    /// contain it byte by byte, names may be encoded otherwise (RFC 5280 §7.1), and all may.
    List<byte[]> thoseFor(X509Certificate[] chain) {
        var names =
                Arrays.stream(chain)
                        .map(each -> each.getIssuerX500Principal().getEncoded())
                        .toList();
        var exact =
                certificates.stream()
                        .filter(der -> names.stream().anyMatch(name -> contains(der, name)))
                        .toList();
        return exact.isEmpty() ? certificates : exact;
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int at = 0; at + part.length <= text.length; at++) {
            if (Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
