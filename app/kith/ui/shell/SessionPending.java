package kith.ui.shell;

import kith.base.Lane;
import kith.model.Chat;
import kith.model.ReceivedInvitation;
import kith.session.account.AccountStatus;
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
                        this::accept,
                        room -> invitations.decline(room, ""),
                        sent::dismiss),
                fx);
    }

    /// Enters the room under the name that the account has.
    private void accept(ReceivedInvitation received) {
        session.accounts().accounts().get().stream()
                .map(AccountStatus::account)
                .filter(account -> account.id().equals(received.account()))
                .forEach(
                        account ->
                                session.rooms()
                                        .join(
                                                account.id(),
                                                received.invitation().room(),
                                                account.address().getLocalpart().toString(),
                                                received.invitation().password()));
        session.tabs().open(received.room(), Chat.Kind.ROOM);
    }
}
