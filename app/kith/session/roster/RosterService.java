package kith.session.roster;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RosterItem;
import kith.session.account.Links;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.RosterStore;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/// The contacts of all accounts, with live presence.
///
/// Commands may be called on any thread; everything else is the core lane's. A flood of presences
/// makes one new list a batch.
public final class RosterService {

    private final RosterStore store;
    private final Links links;
    private final XmppExtensions extensions;
    private final EventFeed feed;
    private final BatchLane core;
    private final Map<AccountId, AccountRoster> rosters = new LinkedHashMap<>();
    private final Map<ChatKey, SubscriptionRequest> asking = new LinkedHashMap<>();
    private final Cell<List<Contact>> contacts;
    private final Cell<List<SubscriptionRequest>> requests;
    private boolean isStale;

    public RosterService(
            RosterStore store,
            Links links,
            XmppExtensions extensions,
            EventFeed feed,
            BatchLane core) {
        this.store = store;
        this.links = links;
        this.extensions = extensions;
        this.feed = feed;
        this.core = core;
        this.contacts = new Cell<>(core, List.of());
        this.requests = new Cell<>(core, List.of());
    }

    /// Everyone, in no order.
    public Live<List<Contact>> contacts() {
        return contacts;
    }

    /// One contact; empty for who is not in the roster.
    public Live<Optional<Contact>> contact(ChatKey chat) {
        return contacts.map(
                all ->
                        all.stream()
                                .filter(each -> each.address().equals(chat.peer()))
                                .filter(each -> each.account().equals(chat.account()))
                                .findFirst());
    }

    /// Who asks to see our presence and waits for an answer, oldest first.
    public Live<List<SubscriptionRequest>> requests() {
        return requests;
    }

    /// Lets them see our presence, and asks to see theirs.
    ///
    /// @return what came of it; while offline nothing, and they still wait for an answer
    public CompletionStage<Optional<Refusal>> accept(ChatKey from) {
        return answer(
                from,
                link ->
                        extensions.rfc6121Roster().allow(link, from.peer())
                                && extensions
                                        .rfc6121Roster()
                                        .requestSubscription(link, from.peer()));
    }

    /// Doesn't let them see our presence.
    ///
    /// @return what came of it; while offline nothing, and they still wait for an answer
    public CompletionStage<Optional<Refusal>> decline(ChatKey from) {
        return answer(from, link -> extensions.rfc6121Roster().deny(link, from.peer()));
    }

    /// Puts someone into the roster, and once they are in asks to see their presence.
    ///
    /// @param name may be empty
    /// @return completes when the server has answered, at once while offline: why they are not in
    ///   the roster now; empty where they are
    public CompletionStage<Optional<Refusal>> add(
            AccountId account, BareJid address, String name, List<String> groups) {
        var roster = extensions.rfc6121Roster();
        return onLink(
                account,
                link ->
                        roster.add(link, address, name, groups)
                                .thenApply(
                                        done -> unsent(roster.requestSubscription(link, address))));
    }

    /// Takes someone out of the roster, and ends who sees whom with it (RFC 6121 §2.5).
    ///
    /// @return completes as for [#add]: why they are still in the roster
    public CompletionStage<Optional<Refusal>> remove(ChatKey contact) {
        return onLink(
                contact.account(),
                link ->
                        extensions
                                .rfc6121Roster()
                                .remove(link, contact.peer())
                                .thenApply(done -> Optional.empty()));
    }

    /// Reads the roster that the store has. Core lane only.
    public void load(AccountId account) {
        of(account).replaceAll(store.all(account));
        publish();
    }

    /// Whether somebody may see our presence. Core lane only.
    public boolean maySeeUs(ChatKey contact) {
        return of(contact.account())
                .find(contact.peer())
                .filter(it -> it.subscription().seesOurs())
                .isPresent();
    }

    /// What the user calls somebody, else the address; empty for who is not in the roster. Core
    /// lane only.
    public Optional<String> name(ChatKey contact) {
        return of(contact.account())
                .find(contact.peer())
                .map(it -> it.name().isEmpty() ? it.address().toString() : it.name());
    }

    /// A session has begun or been resumed. Core lane only.
    public void signedIn(AccountId account, boolean isResumed) {
        of(account).signedIn(isResumed);
        publish();
        if (!isResumed) {
            links.online(account)
                    .ifPresent(
                            link -> extensions.rfc6121Roster().fetch(link, store.version(account)));
        }
    }

    /// There is no session. Core lane only.
    public void disconnected(AccountId account) {
        of(account).disconnected();
        publish();
    }

    /// The account is gone. Core lane only.
    public void forget(AccountId account) {
        rosters.remove(account);
        asking.keySet().removeIf(key -> key.account().equals(account));
        requests.set(List.copyOf(asking.values()));
        publish();
    }

    /// The server's whole roster. Core lane only.
    public void replaceAll(AccountId account, Optional<String> version, List<RosterItem> items) {
        store.replaceAll(account, version, items);
        of(account).replaceAll(items);
        publish();
        feed.tell(new SessionEvent.RosterLoaded(account, items.size()));
    }

    /// One entry is new or changed. Core lane only.
    public void put(AccountId account, Optional<String> version, RosterItem item) {
        store.put(account, version, item);
        of(account).put(item);
        publish();
    }

    /// One entry is gone. Core lane only.
    public void removed(AccountId account, Optional<String> version, BareJid address) {
        store.remove(account, version, address);
        of(account).remove(address);
        publish();
    }

    /// One device's presence. Core lane only.
    public void presence(AccountId account, Jid from, Presence presence, int priority) {
        var resource = from.getResourceOrNull();
        of(account)
                .change(
                        from.asBareJid(),
                        resource == null ? "" : resource.toString(),
                        presence,
                        priority)
                .ifPresent(
                        contact -> {
                            publish();
                            feed.tell(new SessionEvent.PresenceChanged(contact));
                        });
    }

    /// Someone asks to see our presence. Core lane only.
    public void requested(AccountId account, BareJid from, String text) {
        var key = new ChatKey(account, from);
        asking.put(key, new SubscriptionRequest(key, text));
        requests.set(List.copyOf(asking.values()));
    }

    private CompletionStage<Optional<Refusal>> answer(ChatKey from, Predicate<XmppLink> answer) {
        return onLink(
                from.account(),
                link -> {
                    boolean isSent = answer.test(link);
                    if (isSent) {
                        asking.remove(from);
                        requests.set(List.copyOf(asking.values()));
                    }
                    return CompletableFuture.completedStage(unsent(isSent));
                });
    }

    /// Does on an account's link what only the server can do.
    private CompletionStage<Optional<Refusal>> onLink(
            AccountId account, Function<XmppLink, CompletionStage<Optional<Refusal>>> work) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(
                () ->
                        links.online(account)
                                .map(work)
                                .orElseGet(() -> CompletableFuture.completedStage(unsent(false)))
                                .whenComplete(
                                        (refusal, failure) -> end(outcome, refusal, failure)));
        return outcome;
    }

    private static void end(
            CompletableFuture<Optional<Refusal>> outcome,
            Optional<Refusal> refusal,
            @Nullable Throwable failure) {
        if (failure == null) {
            outcome.complete(refusal);
            return;
        }
        RefusedException.in(failure)
                .ifPresentOrElse(
                        refused -> outcome.complete(Optional.of(refused)),
                        () -> outcome.completeExceptionally(failure));
    }

    private static Optional<Refusal> unsent(boolean isSent) {
        return isSent ? Optional.empty() : Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
    }

    private AccountRoster of(AccountId account) {
        return rosters.computeIfAbsent(account, AccountRoster::new);
    }

    private void publish() {
        if (isStale) {
            return;
        }
        isStale = true;
        core.atBatchEnd(
                () -> {
                    isStale = false;
                    var all = new ArrayList<Contact>();
                    rosters.values().forEach(roster -> all.addAll(roster.contacts()));
                    contacts.set(List.copyOf(all));
                });
    }
}
