package kith.session;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionState;
import kith.model.Presence;
import kith.model.RoomState;
import kith.session.account.AccountService;
import kith.session.account.Links;
import kith.session.account.OwnPresence;
import kith.session.account.UserActivity;
import kith.session.archive.ArchiveSync;
import kith.session.chat.ChatList;
import kith.session.chat.ChatService;
import kith.session.chat.FlagSharing;
import kith.session.chat.Notes;
import kith.session.chat.Outbox;
import kith.session.chat.ReadMarks;
import kith.session.file.FileService;
import kith.session.room.Invitations;
import kith.session.room.InvitationsSent;
import kith.session.room.RefusedInRooms;
import kith.session.room.RoomBookmarks;
import kith.session.room.RoomEvents;
import kith.session.room.RoomPictures;
import kith.session.roster.RosterService;
import kith.store.StoreException;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppLink;
import kith.xmpp.XmppListener;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Hands everything that the wire says to the service it concerns, and nothing else. What is still
/// on its way when an account is removed is dropped. Core lane only.
public final class EventRouter {

    private final AccountService accounts;
    private final OwnPresence presence;
    private final UserActivity activity;
    private final RosterService roster;
    private final RoomEvents rooms;
    private final RoomPictures pictures;
    private final Invitations invitations;
    private final InvitationsSent invitationsSent;
    private final RefusedInRooms refusedInRooms;
    private final ChatList chats;
    private final ChatService chatService;
    private final Outbox outbox;
    private final Notes notes;
    private final ReadMarks reads;
    private final FlagSharing sharing;
    private final RoomBookmarks bookmarks;
    private final ArchiveSync archive;
    private final FileService files;
    private final Links links;
    private final Lane core;

    public EventRouter(
            AccountService accounts,
            OwnPresence presence,
            UserActivity activity,
            RosterService roster,
            RoomEvents rooms,
            RoomPictures pictures,
            Invitations invitations,
            InvitationsSent invitationsSent,
            RefusedInRooms refusedInRooms,
            ChatList chats,
            ChatService chatService,
            Outbox outbox,
            Notes notes,
            ReadMarks reads,
            FlagSharing sharing,
            RoomBookmarks bookmarks,
            ArchiveSync archive,
            FileService files,
            Links links,
            Lane core) {
        this.accounts = accounts;
        this.presence = presence;
        this.activity = activity;
        this.roster = roster;
        this.rooms = rooms;
        this.pictures = pictures;
        this.invitations = invitations;
        this.invitationsSent = invitationsSent;
        this.refusedInRooms = refusedInRooms;
        this.chats = chats;
        this.chatService = chatService;
        this.outbox = outbox;
        this.notes = notes;
        this.reads = reads;
        this.sharing = sharing;
        this.bookmarks = bookmarks;
        this.archive = archive;
        this.files = files;
        this.links = links;
        this.core = core;
    }

    /// The one that listens to an account's link.
    public XmppListener listenerOf(AccountId account) {
        return new XmppListener() {
            @Override
            public void connectionChanged(ConnectionState state) {
                if (links.knows(account)) {
                    keeping(account, () -> EventRouter.this.connectionChanged(account, state));
                }
            }

            @Override
            public Optional<Chat.Kind> chatWith(BareJid peer) {
                var chat = key(account, peer);
                return chats.known(chat).or(() -> roster.name(chat).map(_ -> Chat.Kind.CONTACT));
            }

            @Override
            public void happened(List<XmppEvent> events) {
                EventRouter.this.happened(account, events);
            }
        };
    }

    /// Takes in what was heard in an earlier run and had no time to get into the store. What it
    /// said of the moment is over.
    public void heardLater(AccountId account, List<XmppEvent> events) {
        events.stream()
                .filter(event -> !(event instanceof XmppEvent.TypingChanged))
                .forEach(event -> route(account, event));
    }

    /// What the store can't take now must not count as received. Any other failure concerns its one
    /// event, and goes to the guard; what came after it is heard all the same.
    private void happened(AccountId account, List<XmppEvent> events) {
        if (!links.knows(account)) {
            return;
        }
        int heard = 0;
        try {
            for (var event : events) {
                heard++;
                keeping(account, () -> route(account, event));
            }
        } finally {
            if (heard < events.size()) {
                var rest = events.subList(heard, events.size());
                core.execute(() -> happened(account, rest));
            }
        }
    }

    /// A session for which the store can't do what it needs must not go on.
    private void keeping(AccountId account, Runnable work) {
        try {
            work.run();
        } catch (StoreException failure) {
            links.online(account).ifPresent(XmppLink::giveUp);
            throw failure;
        }
    }

    private void connectionChanged(AccountId account, ConnectionState state) {
        accounts.connectionChanged(account, state);
        switch (state) {
            case ConnectionState.Online(var address, boolean isResumed) -> {
                each(() -> activity.signedIn(account), () -> roster.signedIn(account, isResumed));
                if (isResumed) {
                    each(
                            () -> outbox.resumed(account),
                            () -> notes.online(account),
                            () -> archive.resumed(account),
                            () -> reads.resumed(account),
                            () -> sharing.resumed(account),
                            () -> bookmarks.resumed(account),
                            () -> rooms.resumed(account),
                            () -> files.online(account, true),
                            () -> chatService.resumed(account));
                } else {
                    begin(account);
                }
            }
            case ConnectionState.Waiting(var problem, _) -> {
                if (problem.kind().blamesUs()) {
                    outbox.broken(account, problem.detail());
                }
                lost(account);
            }
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Offline offline -> end(account);
            case ConnectionState.Stopped stopped -> end(account);
        }
    }

    /// A new session: the server knows nothing of us yet. All goes out without waiting for answers,
    /// but in this order: what an archive calls a message is trusted only once the server has said
    /// that it has one, and messages come as soon as it has our presence.
    private void begin(AccountId account) {
        boolean isHeld = false;
        try {
            reads.ended(account);
            sharing.ended(account);
            bookmarks.ended(account);
            outbox.signedIn(account);
            isHeld = true;
        } finally {
            if (!isHeld) { // what may have arrived already would go out again
                links.online(account).ifPresent(XmppLink::giveUp);
            }
        }
        each(
                () -> archive.signedIn(account),
                () -> archive.enableCarbons(account),
                () -> presence.signedIn(account),
                () -> notes.online(account),
                () -> rooms.signedIn(account),
                () -> files.online(account, false),
                () -> chatService.signedIn(account));
    }

    /// The session may come back with all that the server knew of it.
    private void lost(AccountId account) {
        each(
                () -> roster.disconnected(account),
                () -> archive.lost(account),
                () -> chats.disconnected(account));
    }

    private void end(AccountId account) {
        each(
                () -> lost(account),
                () -> archive.ended(account),
                () -> reads.ended(account),
                () -> sharing.ended(account),
                () -> bookmarks.ended(account),
                () -> rooms.disconnected(account));
    }

    /// Tells one after the other. What fails in one goes to the guard and keeps the others from
    /// nothing, unless the store can't do what they all need.
    private void each(Runnable... told) {
        for (var one : told) {
            try {
                one.run();
            } catch (StoreException failure) {
                throw failure;
            } catch (RuntimeException | Error failure) {
                core.execute(
                        () -> {
                            throw failure;
                        });
            }
        }
    }

    private void route(AccountId account, XmppEvent event) {
        switch (event) {
            case XmppEvent.MessageArrived(var message) -> {
                archive.arrived(account, message);
                if (message.isRoom() && message.way() == IncomingMessage.Way.LIVE) {
                    rooms.heard(key(account, message.peer()));
                }
            }
            case XmppEvent.MessageRefused(var peer, var id, var refusal) -> {
                each(
                        () -> refusedInRooms.refused(key(account, peer), id, refusal),
                        () -> rooms.messageRefused(account, id, refusal),
                        () -> invitationsSent.refused(key(account, peer), id, refusal));
            }
            case XmppEvent.MessageAcknowledged(var id) -> {
                each(() -> outbox.acknowledged(account, id), () -> notes.acknowledged(account, id));
            }
            case XmppEvent.MessagesUncertain(var ids) -> {
                each(() -> outbox.uncertain(account, ids), () -> notes.uncertain(account, ids));
            }
            case XmppEvent.MessageMarked(var mark) -> archive.marked(account, mark);
            case XmppEvent.ReadElsewhere read -> reads.elsewhere(account, read);
            case XmppEvent.FlagsElsewhere theirs -> sharing.elsewhere(account, theirs);
            case XmppEvent.FlagsGone(var place) -> sharing.gone(account, place);
            case XmppEvent.BookmarkElsewhere(var room, var bookmark) ->
                    bookmarks.elsewhere(account, room, bookmark);
            case XmppEvent.BookmarksGone gone -> bookmarks.gone(account);
            case XmppEvent.TypingChanged(var peer, var sender, boolean isTyping) ->
                    chatService.typing(key(account, peer), sender, isTyping);
            case XmppEvent.RosterReceived(var version, var items) ->
                    roster.replaceAll(account, version, items);
            case XmppEvent.RosterItemChanged(var version, var item) ->
                    roster.put(account, version, item);
            case XmppEvent.RosterItemRemoved(var version, var address) ->
                    roster.removed(account, version, address);
            case XmppEvent.PresenceChanged(var from, var theirs, int priority, var since) ->
                    each(
                            () -> roster.presence(account, from, theirs, priority),
                            () -> typingEnds(account, from, theirs));
            case XmppEvent.SubscriptionRequested(var from, var text) ->
                    roster.requested(account, from, text);
            case XmppEvent.RoomCreated(var room) -> rooms.created(key(account, room));
            case XmppEvent.RoomJoined joined -> {
                if (!rooms.joinedWhileMaking(key(account, joined.room()), joined.nick())) {
                    entered(account, joined);
                }
            }
            case XmppEvent.Invited(var invitation) -> invitations.invited(account, invitation);
            case XmppEvent.InvitationAnswered(var room, var at) ->
                    invitations.answered(key(account, room), at);
            case XmppEvent.InvitationDeclined(var room, var who, var reason) ->
                    invitationsSent.declined(key(account, room), who, reason);
            case XmppEvent.RoomPresenceRefused(var room, var id, var refusal) ->
                    rooms.presenceRefused(key(account, room), id, refusal);
            case XmppEvent.RoomRefused(var room, var refusal) ->
                    rooms.refused(key(account, room), new RoomState.Refused(refusal));
            case XmppEvent.RoomGone(var room, var how) -> rooms.gone(key(account, room), how);
            case XmppEvent.RoomEnded(var room, var state) -> {
                var out = key(account, room);
                each(() -> rooms.ended(out, state), () -> chatService.out(out));
            }
            case XmppEvent.OccupantChanged(var room, var occupant) ->
                    rooms.put(key(account, room), occupant);
            case XmppEvent.OccupantRenamed(var room, var from, var to) ->
                    occupantGone(key(account, room), from, in -> rooms.renamed(in, from, to));
            case XmppEvent.OccupantLeft(var room, var nick) ->
                    occupantGone(key(account, room), nick, in -> rooms.left(in, nick));
            case XmppEvent.OccupantRemoved(var room, var nick, var how) ->
                    occupantGone(key(account, room), nick, in -> rooms.removed(in, nick, how));
            case XmppEvent.SubjectChanged(var room, var subject) ->
                    rooms.subject(key(account, room), subject);
            case XmppEvent.RoomDescribed(var room, var traits) ->
                    rooms.described(key(account, room), traits);
            case XmppEvent.RoomNamed(var room, var name) -> rooms.named(key(account, room), name);
            case XmppEvent.RoomPictured pictured -> pictures.announced(account, pictured);
            case XmppEvent.RoomTraitsChanged(var room, var now, var noMore) ->
                    rooms.traitsChanged(key(account, room), now, noMore);
            case XmppEvent.RoomConfigured(var room) -> rooms.configured(key(account, room));
            case XmppEvent.SlowModeTold(var room, var pause) ->
                    rooms.slowMode(key(account, room), pause);
            case XmppEvent.RemovalTold(var room, var removal) ->
                    rooms.removal(key(account, room), removal);
            case XmppEvent.VoiceRequested(var room, var request) ->
                    rooms.voiceRequested(key(account, room), request);
            case XmppEvent.RegistrationRequested(var room, var request) ->
                    rooms.registrationRequested(key(account, room), request);
        }
    }

    /// Nobody is in a room by this nick any more.
    private void occupantGone(ChatKey room, String nick, Consumer<ChatKey> tell) {
        each(() -> tell.accept(room), () -> chatService.gone(room, nick));
    }

    /// Who is not reachable any more says no more that they have stopped writing.
    private void typingEnds(AccountId account, Jid from, Presence theirs) {
        if (!theirs.availability().isReachable()) {
            chatService.gone(key(account, from.asBareJid()), from.getResourceOrEmpty().toString());
        }
    }

    /// The user is in a room: it has let them in, or they have made it.
    public void entered(AccountId account, XmppEvent.RoomJoined room) {
        var joined = key(account, room.room());
        each(
                () -> rooms.joined(joined, room.nick()),
                () -> invitations.entered(joined),
                () -> refusedInRooms.joined(joined),
                () -> outbox.entered(joined),
                () -> archive.joined(account, room.room()),
                () -> chatService.joined(joined));
    }

    private static ChatKey key(AccountId account, BareJid peer) {
        return new ChatKey(account, peer);
    }
}
