package kith.session.file;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.UploadSupport;
import kith.session.account.Links;
import kith.xmpp.UploadService;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The services that take files, one of each account: asked for once in a session with the server,
/// and not before somebody wants to know. Core lane only, but for [#support].
final class UploadServices {

    private final Links links;
    private final XmppExtensions extensions;
    private final Cell<Map<AccountId, UploadSupport>> support;
    private final Map<AccountId, CompletableFuture<Optional<UploadService>>> asked =
            new HashMap<>();

    UploadServices(Links links, XmppExtensions extensions, Lane core) {
        this.links = links;
        this.extensions = extensions;
        this.support = new Cell<>(core, Map.of());
    }

    /// What is known of an account's server. Any thread.
    Live<UploadSupport> support(AccountId account) {
        return support.map(all -> all.getOrDefault(account, UploadSupport.UNKNOWN));
    }

    /// The service of an account that is signed in; empty where there is none.
    ///
    /// @return fails with [kith.xmpp.RefusedException] where the server doesn't say now; it is
    ///   asked again the next time
    CompletionStage<Optional<UploadService>> of(XmppLink link) {
        var account = link.account();
        var known = asked.get(account);
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        var server = links.address(account).asDomainBareJid();
        var answer = extensions.xep0363Upload().find(link, server).toCompletableFuture();
        asked.put(account, answer);
        var _ = answer.thenAccept(found -> learn(account, answer, found));
        return answer;
    }

    /// What was known is of a session that is gone.
    void forget(AccountId account) {
        asked.remove(account);
        set(account, UploadSupport.UNKNOWN);
    }

    private void learn(
            AccountId account,
            CompletionStage<Optional<UploadService>> answer,
            Optional<UploadService> found) {
        boolean isOfNow =
                Optional.ofNullable(asked.get(account)).filter(answer::equals).isPresent();
        if (isOfNow) {
            set(account, found.map(UploadServices::offered).orElse(UploadSupport.NONE));
        }
    }

    private static UploadSupport offered(UploadService service) {
        OptionalLong most = service.most();
        return new UploadSupport.Offered(
                most.isPresent() ? Optional.of(most.getAsLong()) : Optional.empty());
    }

    private void set(AccountId account, UploadSupport now) {
        support.update(
                before -> {
                    var all = new HashMap<>(before);
                    all.put(account, now);
                    return Map.copyOf(all);
                });
    }
}
