package kith.session;

import kith.model.Refusal;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A service that takes files (XEP-0363), as a test wants it to be. It gives each a place of its
/// own.
final class ScriptedUploads {

    private static final String SERVICE = "upload.hearth.example";
    private static final String UPLOAD = "urn:xmpp:http:upload:0";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final String FORMS = "jabber:x:data";

    private final List<StandardExtensionElement> requests = new ArrayList<>();
    private boolean isOffered;
    private boolean isThere;
    private long most;
    private int discoveries;
    private Optional<Refusal> refusal = Optional.empty();

    /// From now on it is there.
    void offer(long bytes) {
        isOffered = true;
        isThere = true;
        most = bytes;
    }

    /// From now on the server says that it has none.
    void offerNone() {
        isOffered = true;
        isThere = false;
    }

    /// From now on it says this to whoever asks for a place.
    void refuse(Refusal why) {
        refusal = Optional.of(why);
    }

    /// It gives places again.
    void grant() {
        refusal = Optional.empty();
    }

    /// What was asked for.
    List<StandardExtensionElement> requests() {
        return requests;
    }

    /// How often somebody looked for it.
    int discoveries() {
        return discoveries;
    }

    /// The answer, where it is a matter of this.
    Optional<CompletionStage<IQ>> answer(IQ request) {
        if (!isOffered || !(request instanceof PayloadIq asked)) {
            return Optional.empty();
        }
        return switch (asked.payload().getNamespace()) {
            case ITEMS -> {
                discoveries++;
                yield Optional.of(result(asked, items()));
            }
            case INFO -> info(asked);
            case UPLOAD -> Optional.of(slot(asked));
            default -> Optional.empty();
        };
    }

    private static CompletionStage<IQ> result(PayloadIq asked, StandardExtensionElement answer) {
        return CompletableFuture.completedStage(PayloadIq.result(asked, answer));
    }

    private StandardExtensionElement items() {
        var items = StandardExtensionElement.builder("query", ITEMS);
        if (isThere) {
            items.addElement(
                    StandardExtensionElement.builder("item", ITEMS)
                            .addAttribute("jid", SERVICE)
                            .build());
        }
        return items.build();
    }

    private Optional<CompletionStage<IQ>> info(PayloadIq asked) {
        var to = String.valueOf(asked.getTo());
        if (to.equals(ScriptedSession.ME.getDomain().toString())) {
            return Optional.of(result(asked, new StandardExtensionElement("query", INFO)));
        }
        return to.equals(SERVICE) ? Optional.of(result(asked, service())) : Optional.empty();
    }

    private StandardExtensionElement service() {
        var form =
                StandardExtensionElement.builder("x", FORMS)
                        .addElement(field("FORM_TYPE", UPLOAD))
                        .addElement(field("max-file-size", String.valueOf(most)))
                        .build();
        return StandardExtensionElement.builder("query", INFO)
                .addElement(
                        StandardExtensionElement.builder("feature", INFO)
                                .addAttribute("var", UPLOAD)
                                .build())
                .addElement(form)
                .build();
    }

    private static StandardExtensionElement field(String name, String value) {
        return StandardExtensionElement.builder("field", FORMS)
                .addAttribute("var", name)
                .addElement("value", value)
                .build();
    }

    private CompletionStage<IQ> slot(PayloadIq asked) {
        requests.add(asked.payload());
        if (refusal.isPresent()) {
            return CompletableFuture.failedStage(new RefusedException(refusal.get()));
        }
        var place = requests.size() + "/" + asked.payload().getAttributeValue("filename");
        return result(
                asked,
                StandardExtensionElement.builder("slot", UPLOAD)
                        .addElement(url("put", "https://u.hearth.example/" + place))
                        .addElement(url("get", "https://d.hearth.example/" + place))
                        .build());
    }

    private static StandardExtensionElement url(String name, String url) {
        return StandardExtensionElement.builder(name, UPLOAD).addAttribute("url", url).build();
    }
}
