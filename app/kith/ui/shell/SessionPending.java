package kith.ui.shell;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ReceivedInvitation;
import kith.session.account.AccountStatus;
import kith.ui.join.InvitedEntry;
import kith.ui.pending.PendingCommands;
import kith.ui.pending.PendingViewModel;

/// What waits for the user or for a connection, on the services of the running session, and what
/// the user can do about it. FX thread only.
final class SessionPending {

    private final SessionServices session;
    private final Lane fx;

    SessionPending(SessionServices session, Lane fx) {
        this.session = session;
        this.fx = fx;
    }

    /// What waits, for as long as it is shown.
    PendingViewModel open() {
        var chats = session.chatting();
        var invitations = session.roomServices().invitations();
        var sent = session.roomServices().invitationsSent();
        return new PendingViewModel(
                invitations.waiting(),
                sent.declined(),
                session.pending().messages(),
                session.chats().chats(),
                session.accounts()
                        .accounts()
                        .map(all -> all.stream().map(AccountStatus::account).toList()),
                new PendingCommands(
                        session.tabs()::open,
                        chats::retry,
                        chats::discard,
                        new InvitedEntry(
                                        new SessionRoomFinding(
                                                session.roomServices().directory(),
                                                session.preferences()),
                                        this::usualNick)
                                ::nick,
                        this::accept,
                        room -> invitations.decline(room, ""),
                        sent::dismiss),
                fx);
    }

    /// The name that the account has.
    private String usualNick(AccountId account) {
        return session.accounts().accounts().get().stream()
                .map(AccountStatus::account)
                .filter(it -> it.id().equals(account))
                .map(it -> it.address().getLocalpart().toString())
                .findFirst()
                .orElseThrow();
    }

    private void accept(ReceivedInvitation received, String nick) {
        session.rooms()
                .join(
                        received.account(),
                        received.invitation().room(),
                        nick,
                        received.invitation().password());
        session.tabs().open(received.room(), Chat.Kind.ROOM);
    }
}
