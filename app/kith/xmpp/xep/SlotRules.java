package kith.xmpp.xep;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.AsciiAddress;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.UploadSlot;
import kith.xmpp.UploadSlot.Header;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a place for a file must be like to be used (XEP-0363 §4, §5): its addresses are https and
/// nothing that hides where they lead, and of its headers only those that the XEP allows are left.
final class SlotRules {

    private static final Set<String> ALLOWED = Set.of("authorization", "cookie", "expires");

    /// A request ends its lines by these; stripped as the XEP demands, and all others like them.
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private static final int LONGEST = 4_096;
    private static final int MOST_HEADERS = 32;

    private SlotRules() {}

    /// @throws RefusedException where it is not to be used
    static UploadSlot read(StandardExtensionElement slot) {
        var put = Tree.child(slot, "put").orElseThrow(() -> unsafe("no place to put it"));
        var get = Tree.child(slot, "get").orElseThrow(() -> unsafe("no place to get it"));
        return new UploadSlot(address(put), headers(put), address(get));
    }

    static RefusedException unsafe(String detail) {
        return new RefusedException(new Refusal(Reason.UNSAFE, detail));
    }

    private static URI address(StandardExtensionElement place) {
        var url = Tree.attribute(place, "url").orElseThrow(() -> unsafe("no address"));
        try {
            var uri = new URI(url);
            boolean isSafe =
                    "https".equalsIgnoreCase(uri.getScheme())
                            && uri.getHost() != null
                            && !uri.getHost().isEmpty()
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() <= 65_535
                            && url.length() <= LONGEST;
            if (!isSafe) {
                throw unsafe("not https, or not plain");
            }
            // §4: non-ASCII is to be encoded
            return AsciiAddress.of(uri).orElseThrow(() -> unsafe("half a character"));
        } catch (URISyntaxException nonsense) {
            throw unsafe("no address");
        }
    }

    private static List<Header> headers(StandardExtensionElement put) {
        return Tree.children(put, "header").stream()
                .map(SlotRules::header)
                .filter(it -> ALLOWED.contains(it.name().toLowerCase(Locale.ROOT)))
                .filter(it -> it.value().length() <= LONGEST)
                .limit(MOST_HEADERS)
                .toList();
    }

    private static Header header(StandardExtensionElement element) {
        var name = Tree.attribute(element, "name").orElse("");
        return new Header(plain(name).strip(), plain(Tree.text(element)).strip());
    }

    private static String plain(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }
}
