package kith.xmpp.xep;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What others say of where a file is, and of what it is called.
final class FileAddress {

    /// What could make a name look like another: `fdp.exe` written backwards, say.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private FileAddress() {}

    /// The address that a text is, if it is one by HTTPS that says plainly whose it is: what stands
    /// before an `@` could be taken for the host.
    static Optional<URI> of(String text) {
        try {
            var uri = new URI(text);
            boolean isPlain =
                    "https".equalsIgnoreCase(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null;
            return isPlain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException words) {
            return Optional.empty();
        }
    }

    /// What a file is called by its address: the last part of the path, which is what its sender
    /// calls it; the host where there is none.
    static String name(URI address) {
        return Optional.ofNullable(address.getPath())
                .flatMap(FileAddress::name)
                .orElse(address.getHost());
    }

    /// What is left of a name without folders before it, of whatever system, and without what
    /// nobody sees; empty where that is nothing, or a folder.
    static Optional<String> name(String said) {
        int folder = Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\'));
        var name = INVISIBLE.matcher(said.substring(folder + 1)).replaceAll("").strip();
        boolean isFolder = name.chars().allMatch(each -> each == '.');
        return isFolder ? Optional.empty() : Optional.of(name);
    }
}
