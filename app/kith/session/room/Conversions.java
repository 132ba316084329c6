package kith.session.room;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.Continuation;
import kith.model.Invitation;
import kith.model.Message;
import kith.model.NewRoom;
import kith.model.Refusal;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomMaking;
import kith.session.account.Links;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Turns a chat of two into a group (XEP-0045 §7.9): makes the room and invites people to go on
/// there. The chat stays as it is; what was said in it is shown to nobody, since who comes was not
/// meant by it.
///
/// The room lets in its members only, so that whom we invite becomes one first (XEP-0249 §4). Then
/// we write to them ourselves: services that hand on invitations may leave out that a chat goes on,
/// and for us their own server vouches.
///
/// Any thread; completes on the core lane.
public final class Conversions {

    private static final String MEMBERS_ONLY = "muc_membersonly";

    private final RoomMakings makings;
    private final RoomAdministration people;
    private final InvitationsSent invitations;
    private final Continuations continuations;
    private final RoomVisits visits;
    private final Function<ChatKey, List<Message>> recent;
    private final Links links;
    private final XmppExtensions extensions;
    private final Lane core;

    /// @param recent the last messages of a chat, oldest first
    public Conversions(
            RoomMakings makings,
            RoomAdministration people,
            InvitationsSent invitations,
            Continuations continuations,
            RoomVisits visits,
            Function<ChatKey, List<Message>> recent,
            Links links,
            XmppExtensions extensions,
            Lane core) {
        this.makings = makings;
        this.people = people;
        this.invitations = invitations;
        this.continuations = continuations;
        this.visits = visits;
        this.recent = recent;
        this.links = links;
        this.extensions = extensions;
        this.core = core;
    }

    /// Makes the room in which a chat goes on, and says so in the chat.
    ///
    /// @return as [RoomMakings#make]
    public MakingRoom make(ChatKey chat, NewRoom wanted) {
        var making = makings.make(chat.account(), wanted);
        return new MakingRoom(
                making.outcome().thenApplyAsync(outcome -> made(chat, wanted, outcome), core),
                making.cancel());
    }

    private RoomMaking made(ChatKey chat, NewRoom wanted, RoomMaking outcome) {
        if (outcome instanceof RoomMaking.Made(var room, _)) {
            continuations.add(chat, room, wanted.name());
        }
        return outcome;
    }

    /// Invites someone to go on with a chat in the room that was made for it.
    ///
    /// @param reason may be empty
    /// @return completes when nobody on the way has refused it: why they can't be invited, if so
    public CompletionStage<Optional<Refusal>> invite(
            ChatKey chat, ChatKey group, BareJid whom, String reason) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> invite(chat, group, whom, Invitation.cut(reason.strip()), outcome));
        return outcome;
    }

    private void invite(
            ChatKey chat,
            ChatKey group,
            BareJid whom,
            String reason,
            CompletableFuture<Optional<Refusal>> outcome) {
        var link = links.online(group.account()).filter(online -> visits.isJoined(group));
        if (link.isEmpty()) {
            outcome.complete(InvitationsSent.OFFLINE);
            return;
        }
        var member = RoomChange.adding(whom, RoomList.MEMBERS, "");
        people.change(group, List.of(member))
                .thenCompose(refusal -> unlessOpen(link.get(), group, refusal))
                .thenAccept(
                        refusal -> {
                            if (refusal.isPresent()) {
                                outcome.complete(refusal);
                            } else {
                                write(chat, group, whom, reason, outcome);
                            }
                        });
    }

    /// Where everybody may come in, nobody has to be a member.
    private CompletionStage<Optional<Refusal>> unlessOpen(
            XmppLink link, ChatKey group, Optional<Refusal> refusal) {
        return refusal.isEmpty()
                ? CompletableFuture.completedStage(refusal)
                : extensions
                        .xep0030Disco()
                        .features(link, group.peer())
                        .handle(
                                (features, failure) ->
                                        failure == null && !features.contains(MEMBERS_ONLY)
                                                ? Optional.empty()
                                                : refusal);
    }

    private void write(
            ChatKey chat,
            ChatKey group,
            BareJid whom,
            String reason,
            CompletableFuture<Optional<Refusal>> outcome) {
        var link = links.online(group.account());
        var password = visits.find(group).flatMap(RoomVisit::password);
        var continues = new Continuation(thread(chat));
        var sent =
                link.flatMap(
                        online ->
                                extensions
                                        .xep0249Invitations()
                                        .invite(
                                                online,
                                                group.peer(),
                                                whom,
                                                password,
                                                reason,
                                                Optional.of(continues)));
        if (link.isEmpty() || sent.isEmpty()) {
            outcome.complete(InvitationsSent.OFFLINE);
            return;
        }
        // Their server says at once where there is nobody to write to, and answers this after it.
        var later = extensions.xep0030Disco().features(link.get(), whom.asDomainBareJid());
        invitations.await(new ChatKey(group.account(), whom), sent.get(), later, outcome);
    }

    private Optional<String> thread(ChatKey chat) {
        return recent.apply(chat).reversed().stream()
                .map(Message::thread)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
