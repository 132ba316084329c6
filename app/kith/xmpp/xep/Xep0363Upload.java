package kith.xmpp.xep;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.UploadService;
import kith.xmpp.UploadSlot;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// XEP-0363 HTTP File Upload, version 1.1: finds the service and asks it for a place for a file.
///
/// Not here: the request that brings the file there, which goes another way. Not done: purposes
/// (version 1.2), which no server in use knows.
public final class Xep0363Upload implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:http:upload:0";
    private static final String MOST = "max-file-size";

    /// So many of a server's services are asked; the rest can't be honest.
    private static final int MOST_SERVICES = 50;

    private final Xep0030Disco disco;

    Xep0363Upload(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// Looks for the service among those of a server (§3), and the server itself.
    ///
    /// @return the first in the server's order; empty where there is none. Fails with
    ///   [RefusedException] where that can't be known now: who might be it has not answered
    public CompletionStage<Optional<UploadService>> find(XmppLink link, Jid server) {
        return disco.items(link, server).thenCompose(items -> firstOf(link, server, items));
    }

    private CompletionStage<Optional<UploadService>> firstOf(
            XmppLink link, Jid server, List<Jid> items) {
        var asked =
                Stream.concat(items.stream().limit(MOST_SERVICES), Stream.of(server))
                        .map(each -> asked(link, each).toCompletableFuture())
                        .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(_ -> first(asked.stream().map(CompletableFuture::join).toList()));
    }

    private static Optional<UploadService> first(List<Asked> asked) {
        var found = asked.stream().flatMap(each -> each.service().stream()).findFirst();
        var silent = asked.stream().flatMap(each -> each.silence().stream()).findFirst();
        if (found.isEmpty() && silent.isPresent()) {
            throw new RefusedException(silent.get());
        }
        return found;
    }

    /// What became of a question.
    ///
    /// @param silence why there was no answer
    private record Asked(Optional<UploadService> service, Optional<Refusal> silence) {}

    /// One that says no, or isn't reached by the server, is none.
    private CompletionStage<Asked> asked(XmppLink link, Jid entity) {
        return disco.info(link, entity)
                .handle(
                        (info, failure) ->
                                new Asked(
                                        Optional.ofNullable(info)
                                                .filter(it -> it.features().contains(NAMESPACE))
                                                .map(it -> new UploadService(entity, most(it))),
                                        RefusedException.in(failure).filter(Refusal::isSilence)));
    }

    private static OptionalLong most(DiscoInfo info) {
        return info.field(NAMESPACE, MOST)
                .filter(it -> it.matches("[0-9]{1,18}"))
                .map(it -> OptionalLong.of(Long.parseLong(it)))
                .orElseGet(OptionalLong::empty);
    }

    /// Asks for a place for a file (§4). It is for now: it may be lost after a minute.
    ///
    /// @param size in bytes
    /// @return fails with [RefusedException], also where what is offered is not to be used
    public CompletionStage<UploadSlot> ask(
            XmppLink link, Jid service, String name, long size, String type) {
        var request =
                StandardExtensionElement.builder("request", NAMESPACE)
                        .addAttribute("filename", name)
                        .addAttribute("size", String.valueOf(size))
                        .addAttribute("content-type", type)
                        .build();
        return link.ask(PayloadIq.get(service, request))
                .handle(
                        (answer, failure) -> {
                            if (failure != null) {
                                throw RefusedException.in(failure)
                                        .map(Xep0363Upload::meaning)
                                        .map(RefusedException::new)
                                        .map(RuntimeException.class::cast)
                                        .orElseGet(() -> new IllegalStateException(failure));
                            }
                            return SlotRules.read(slot(answer));
                        });
    }

    /// Here it means one thing only (§5).
    private static Refusal meaning(Refusal refusal) {
        return refusal.reason() == Reason.NOT_ACCEPTABLE
                ? new Refusal(Reason.LIMIT, refusal.text())
                : refusal;
    }

    private static StandardExtensionElement slot(IQ answer) {
        if (answer instanceof PayloadIq it
                && it.payload().getElementName().equals("slot")
                && it.payload().getNamespace().equals(NAMESPACE)) {
            return it.payload();
        }
        throw SlotRules.unsafe("no slot");
    }
}
