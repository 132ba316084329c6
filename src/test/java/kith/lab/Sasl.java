package kith.lab;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The elements of SASL as a server says them (RFC 6120 §6), for scripts.
public final class Sasl {

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:xmpp-sasl";

    private Sasl() {}

    /// The feature of a server that knows these mechanisms.
    public static String mechanisms(String... names) {
        return Stream.of(names)
                .map("<mechanism>%s</mechanism>"::formatted)
                .collect(
                        Collectors.joining(
                                "", "<mechanisms xmlns='" + NAMESPACE + "'>", "</mechanisms>"));
    }

    /// A `challenge` or `success` with a text in it.
    public static String element(String name, String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "<%1$s xmlns='%2$s'>%3$s</%1$s>".formatted(name, NAMESPACE, base64);
    }

    /// A refusal.
    ///
    /// @param condition of RFC 6120 §6.5, such as `not-authorized`
    public static String failure(String condition) {
        return "<failure xmlns='%s'><%s/></failure>".formatted(NAMESPACE, condition);
    }

    /// The text in what a client has said.
    public static String text(Heard heard) {
        byte[] text = Base64.getMimeDecoder().decode(heard.value("/*"));
        return new String(text, StandardCharsets.UTF_8);
    }
}
