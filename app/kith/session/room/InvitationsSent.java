package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.DeclinedInvitation;
import kith.model.Invitation;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0030Disco;
import kith.xmpp.xep.Xep0045Invitations;
import kith.xmpp.xep.Xep0249Invitations;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Invites people to rooms we are in, and knows who of them has said no.
///
/// A contact is written to directly, which servers let through more often (XEP-0249 §1), unless the
/// room lets only its members in, or doesn't say whether it does: then the room writes, which puts
/// them on its list where we may ask for that (XEP-0045 §7.8.2). Strangers are the room's to
/// invite, too; an open one that does that for nobody is done without.
///
/// The live value and the commands are any thread's, all else is the core lane's.
public final class InvitationsSent {

    private static final String MEMBERS_ONLY = "muc_membersonly";
    static final Optional<Refusal> OFFLINE = Optional.of(Refusal.of(Refusal.Reason.OFFLINE));

    private static final Set<Refusal.Reason> UNANSWERED =
            EnumSet.of(
                    Refusal.Reason.OFFLINE,
                    Refusal.Reason.TIMED_OUT,
                    Refusal.Reason.SERVER_NOT_REACHED);

    /// How a room refuses to hand on invitations, or ours.
    private static final Set<Refusal.Reason> UNWILLING =
            EnumSet.of(
                    Refusal.Reason.FORBIDDEN,
                    Refusal.Reason.NOT_ALLOWED,
                    Refusal.Reason.NOT_SUPPORTED);

    /// How many answers are kept for the user to see, and how many people are remembered as
    /// invited.
    private static final int MAX_ANSWERS = 20;
    private static final int MAX_INVITED = 1000;

    private final RoomVisits visits;
    private final Function<ChatKey, Optional<String>> contacts;
    private final Links links;
    private final Xep0030Disco disco;
    private final Xep0249Invitations direct;
    private final Xep0045Invitations mediated;
    private final Lane core;

    /// Those that the room sent, oldest first.
    private final Set<Invited> invited = new LinkedHashSet<>();

    /// What is not taken yet, by the id of the message that asks.
    private final Map<String, Asked> asked = new HashMap<>();

    private final Cell<List<DeclinedInvitation>> declined;

    /// @param contacts the name of someone in the roster; empty for strangers
    public InvitationsSent(
            RoomVisits visits,
            Function<ChatKey, Optional<String>> contacts,
            Links links,
            Xep0030Disco disco,
            Xep0249Invitations direct,
            Xep0045Invitations mediated,
            Lane core) {
        this.visits = visits;
        this.contacts = contacts;
        this.links = links;
        this.disco = disco;
        this.direct = direct;
        this.mediated = mediated;
        this.core = core;
        this.declined = new Cell<>(core, List.of());
    }

    private record Invited(ChatKey room, BareJid who) {}

    private record Asked(ChatKey from, CompletableFuture<Optional<Refusal>> outcome) {}

    /// Who has said no, oldest first.
    public Live<List<DeclinedInvitation>> declined() {
        return declined;
    }

    /// Invites someone to a room that we are in.
    ///
    /// @param reason may be empty
    /// @return completes when it is sent, or when the room has not refused to: why not; empty where
    ///   nobody said no. Whether it arrives is not known
    public CompletionStage<Optional<Refusal>> invite(ChatKey room, BareJid whom, String reason) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> invite(room, whom, Invitation.cut(reason.strip()), outcome));
        return outcome;
    }

    private void invite(
            ChatKey room,
            BareJid whom,
            String reason,
            CompletableFuture<Optional<Refusal>> outcome) {
        var link = links.online(room.account()).filter(online -> visits.isJoined(room));
        if (link.isEmpty()) {
            outcome.complete(OFFLINE);
            return;
        }
        boolean isContact = contacts.apply(new ChatKey(room.account(), whom)).isPresent();
        disco.features(link.get(), room.peer())
                .whenComplete(
                        (features, failure) -> {
                            boolean isOpen = failure == null && !features.contains(MEMBERS_ONLY);
                            if (isContact && isOpen) {
                                sendDirectly(link.get(), room, whom, reason, outcome);
                            } else if (isOpen) {
                                askOpenRoom(link.get(), room, whom, reason, outcome);
                            } else {
                                askRoom(link.get(), room, whom, reason, outcome);
                            }
                        });
    }

    private void sendDirectly(
            XmppLink link,
            ChatKey room,
            BareJid whom,
            String reason,
            CompletableFuture<Optional<Refusal>> outcome) {
        var password = visits.find(room).flatMap(RoomVisit::password);
        var sent = direct.invite(link, room.peer(), whom, password, reason);
        outcome.complete(sent.isPresent() ? Optional.empty() : OFFLINE);
    }

    /// Where everybody may come in, who is invited needs nothing of the room: where it hands on
    /// no invitation of ours, we write ourselves.
    private void askOpenRoom(
            XmppLink link,
            ChatKey room,
            BareJid whom,
            String reason,
            CompletableFuture<Optional<Refusal>> outcome) {
        var answer = new CompletableFuture<Optional<Refusal>>();
        var _ =
                answer.thenAccept(
                        refusal -> {
                            if (refusal.filter(it -> UNWILLING.contains(it.reason())).isPresent()) {
                                invited.remove(new Invited(room, whom));
                                sendDirectly(link, room, whom, reason, outcome);
                            } else {
                                outcome.complete(refusal);
                            }
                        });
        askRoom(link, room, whom, reason, answer);
    }

    private void askRoom(
            XmppLink link,
            ChatKey room,
            BareJid whom,
            String reason,
            CompletableFuture<Optional<Refusal>> outcome) {
        var sent = mediated.invite(link, room.peer(), whom, reason);
        if (sent.isEmpty()) {
            outcome.complete(OFFLINE);
            return;
        }
        remember(new Invited(room, whom));
        await(room, sent.get(), disco.features(link, room.peer()), outcome);
    }

    /// Waits for what somebody may have against a message that asks for an invitation, or is one.
    /// Nobody says anything where they take it; what they answer to a later question comes behind
    /// what they had to say to this (RFC 6120 §10.1).
    ///
    /// @param from who would refuse it
    /// @param later their answer to a question that was asked after it
    void await(
            ChatKey from,
            String id,
            CompletionStage<?> later,
            CompletableFuture<Optional<Refusal>> outcome) {
        asked.put(id, new Asked(from, outcome));
        later.whenComplete((answer, failure) -> end(id, silence(failure)));
    }

    /// Any answer ends the question well; where none came, whether it was taken is not known.
    private static Optional<Refusal> silence(@Nullable Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        return Optional.of(RefusedException.in(failure).orElse(OFFLINE.orElseThrow()))
                .filter(it -> UNANSWERED.contains(it.reason()));
    }

    private void remember(Invited one) {
        invited.remove(one); // it is the newest now
        invited.add(one);
        if (invited.size() > MAX_INVITED) {
            invited.remove(invited.iterator().next());
        }
    }

    private void end(String id, Optional<Refusal> outcome) {
        Optional.ofNullable(asked.remove(id)).ifPresent(it -> it.outcome().complete(outcome));
    }

    /// A message was refused, maybe one that asks a room to invite somebody, or invites them.
    ///
    /// @param from who refuses it
    public void refused(ChatKey from, String id, Refusal refusal) {
        var open = asked.get(id);
        if (open != null && open.from().equals(from)) {
            end(id, Optional.of(refusal));
        }
    }

    /// A room says that someone doesn't want to come. What it says of people whom we didn't invite
    /// through it is not believed.
    public void declined(ChatKey room, BareJid who, String reason) {
        if (!invited.remove(new Invited(room, who))) {
            return;
        }
        var name = contacts.apply(new ChatKey(room.account(), who)).orElse(who.toString());
        var all = new ArrayList<>(declined.get());
        all.add(new DeclinedInvitation(room, who, name, reason));
        declined.set(List.copyOf(all.subList(Math.max(0, all.size() - MAX_ANSWERS), all.size())));
    }

    /// The user has seen that someone said no.
    public void dismiss(DeclinedInvitation seen) {
        core.execute(
                () ->
                        declined.set(
                                declined.get().stream().filter(it -> !it.equals(seen)).toList()));
    }

    /// The account is gone.
    public void forget(AccountId account) {
        invited.removeIf(it -> it.room().account().equals(account));
        declined.set(
                declined.get().stream()
                        .filter(it -> !it.room().account().equals(account))
                        .toList());
    }
}
