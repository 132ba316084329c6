package kith.session.room;

import kith.base.Lane;
import kith.model.Affiliated;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.session.account.Links;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0045Admin;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Changes what people may do in rooms, and reads the lists that rooms keep of that (XEP-0045 §§8
/// to 10).
///
/// What changes shows in the room's occupants by itself. Several changes go in one request; of what
/// a room says that it has done, and has not, each is asked for by itself. Any thread; completes on
/// core.
public final class RoomAdministration {

    /// So many in one request: a server takes only so much in a stanza.
    static final int MOST_AT_ONCE = 200;

    private final Links links;
    private final Xep0045Admin xep;
    private final RoomVisits visits;
    private final Lane core;

    public RoomAdministration(Links links, Xep0045Admin xep, RoomVisits visits, Lane core) {
        this.links = links;
        this.xep = xep;
        this.visits = visits;
        this.core = core;
    }

    /// Reads a list, as it is now.
    public CompletionStage<RoomListing> list(ChatKey room, RoomList list) {
        var outcome = new CompletableFuture<RoomListing>();
        core.execute(
                () ->
                        link(room)
                                .ifPresentOrElse(
                                        link ->
                                                xep.list(link, room.peer(), list)
                                                        .whenComplete(
                                                                (entries, failure) ->
                                                                        outcome.complete(
                                                                                listing(
                                                                                        entries,
                                                                                        failure))),
                                        () -> outcome.complete(refused(Refusal.Reason.OFFLINE))));
        return outcome;
    }

    /// Has the room make changes, all on roles or all on lists.
    ///
    /// @return why one of them is not to be, so that those after it were not asked for; empty where
    ///   all are made
    public CompletionStage<Optional<Refusal>> change(ChatKey room, List<RoomChange> changes) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> changeAll(room, parts(changes)).thenAccept(outcome::complete));
        return outcome;
    }

    private static List<List<RoomChange>> parts(List<RoomChange> changes) {
        var parts = new ArrayList<List<RoomChange>>();
        for (int from = 0; from < changes.size(); from += MOST_AT_ONCE) {
            parts.add(changes.subList(from, Math.min(changes.size(), from + MOST_AT_ONCE)));
        }
        return parts;
    }

    /// One after the other, until the room refuses one.
    private CompletionStage<Optional<Refusal>> changeAll(
            ChatKey room, List<List<RoomChange>> parts) {
        CompletionStage<Optional<Refusal>> all = done();
        for (var part : parts) {
            all = unlessRefused(all, () -> changeTogether(room, part));
        }
        return all;
    }

    private CompletionStage<Optional<Refusal>> changeTogether(
            ChatKey room, List<RoomChange> changes) {
        var together = ask(room, changes);
        return changes.size() == 1
                ? together
                : unlessRefused(
                        together,
                        () ->
                                left(room, changes)
                                        .thenCompose(
                                                left ->
                                                        changeAll(
                                                                room,
                                                                left.stream()
                                                                        .map(List::of)
                                                                        .toList())));
    }

    private static CompletionStage<Optional<Refusal>> unlessRefused(
            CompletionStage<Optional<Refusal>> before,
            Supplier<CompletionStage<Optional<Refusal>>> next) {
        return before.thenCompose(
                refusal ->
                        refusal.isPresent()
                                ? CompletableFuture.completedStage(refusal)
                                : next.get());
    }

    private CompletionStage<Optional<Refusal>> ask(ChatKey room, List<RoomChange> changes) {
        return link(room)
                .map(
                        link ->
                                xep.change(link, room.peer(), changes)
                                        .handle((answer, failure) -> Outcome.of(failure, core)))
                .orElseGet(
                        () ->
                                CompletableFuture.completedStage(
                                        Optional.of(Refusal.of(Refusal.Reason.OFFLINE))));
    }

    /// What the room has left out of what it says is done.
    private CompletionStage<List<RoomChange>> left(ChatKey room, List<RoomChange> changes) {
        return changes.getFirst().act().isOfRole()
                ? afterAll(room)
                        .thenApply(any -> changes.stream().filter(it -> isLeft(room, it)).toList())
                : lists(room, wanted(changes))
                        .thenApply(
                                known -> changes.stream().filter(it -> isLeft(known, it)).toList());
    }

    /// Completes once all presences are here that what was asked has brought about.
    private CompletionStage<Boolean> afterAll(ChatKey room) {
        return link(room)
                .map(
                        link ->
                                xep.role(link, room.peer(), Occupant.Role.VISITOR)
                                        .handle((answer, failure) -> failure == null))
                .orElseGet(() -> CompletableFuture.completedStage(false));
    }

    private boolean isLeft(ChatKey room, RoomChange change) {
        var role =
                visits.find(room).stream()
                        .flatMap(visit -> visit.occupants().stream())
                        .filter(occupant -> isMeant(occupant, change))
                        .map(Occupant::role)
                        .findFirst();
        return switch (change.act()) {
            case KICK -> role.isPresent();
            case GIVE_VOICE -> role.equals(Optional.of(Occupant.Role.VISITOR));
            case TAKE_VOICE -> role.equals(Optional.of(Occupant.Role.PARTICIPANT));
            case MAKE_MODERATOR -> role.isPresent() && role.get() != Occupant.Role.MODERATOR;
            case UNMAKE_MODERATOR -> role.equals(Optional.of(Occupant.Role.MODERATOR));
            case MAKE_MEMBER, MAKE_ADMIN, MAKE_OWNER, UNLIST, BAN -> false;
        };
    }

    /// Somebody else may have come by the nick meanwhile.
    private static boolean isMeant(Occupant occupant, RoomChange change) {
        return occupant.nick().equals(change.nick())
                && (change.address().isEmpty() || change.address().equals(occupant.address()));
    }

    /// The lists that tell whether changes are made.
    private static Set<RoomList> wanted(List<RoomChange> changes) {
        var wanted = new HashSet<RoomList>();
        changes.forEach(it -> it.act().list().or(it::before).ifPresent(wanted::add));
        return wanted;
    }

    private CompletionStage<Map<RoomList, Set<BareJid>>> lists(ChatKey room, Set<RoomList> wanted) {
        CompletionStage<Map<RoomList, Set<BareJid>>> all =
                CompletableFuture.completedStage(new HashMap<>());
        for (var list : wanted) {
            all =
                    all.thenCombine(
                            list(room, list),
                            (known, listing) -> {
                                if (listing instanceof RoomListing.Known(var entries)) {
                                    known.put(list, addresses(entries));
                                }
                                return known;
                            });
        }
        return all;
    }

    private static Set<BareJid> addresses(List<Affiliated> entries) {
        var addresses = new HashSet<BareJid>();
        entries.forEach(entry -> addresses.add(entry.address()));
        return addresses;
    }

    /// What can't be known is asked for once more, which changes nothing where it is done.
    private static boolean isLeft(Map<RoomList, Set<BareJid>> known, RoomChange change) {
        boolean isUnlisting = change.act() == RoomAct.UNLIST;
        var address = change.address().orElseThrow();
        return change.act()
                .list()
                .or(change::before)
                .flatMap(list -> Optional.ofNullable(known.get(list)))
                .map(listed -> listed.contains(address) == isUnlisting)
                .orElse(true);
    }

    private Optional<XmppLink> link(ChatKey room) {
        return links.online(room.account());
    }

    private RoomListing listing(@Nullable List<Affiliated> entries, @Nullable Throwable failure) {
        return Outcome.of(failure, core)
                .<RoomListing>map(RoomListing.Refused::new)
                .orElseGet(() -> new RoomListing.Known(entries == null ? List.of() : entries));
    }

    private static RoomListing refused(Refusal.Reason reason) {
        return new RoomListing.Refused(Refusal.of(reason));
    }

    private static CompletionStage<Optional<Refusal>> done() {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
