package kith.ui.shell;

import kith.base.Lane;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Room;
import kith.session.account.AccountStatus;
import kith.ui.invite.AddPeopleCommands;
import kith.ui.invite.AddPeopleViewModel;
import kith.ui.invite.InviteViewModel;
import kith.ui.join.BrowseRoomsViewModel;
import kith.ui.join.JoinRoomViewModel;
import kith.ui.join.RoomEntry;
import kith.ui.newroom.NewRoomCommands;
import kith.ui.newroom.NewRoomViewModel;
import kith.ui.roomsettings.CloseRoomViewModel;
import kith.ui.roomsettings.RoomSettingsViewModel;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;

/// The view-models of the dialogs about rooms, on the services of the running session.
record SessionRoomDialogs(SessionServices session, Lane fx) implements RoomDialogs {

    @Override
    public JoinRoomViewModel joinRoom() {
        var rooms = session.rooms();
        return new JoinRoomViewModel(
                accounts(),
                new RoomEntry(this::join, rooms::room, this::isOnline),
                new SessionRoomFinding(session.roomServices().directory(), session.preferences()),
                fx);
    }

    @Override
    public BrowseRoomsViewModel browseRooms() {
        return new BrowseRoomsViewModel(
                accounts(),
                new SessionRoomFinding(session.roomServices().directory(), session.preferences()),
                fx);
    }

    @Override
    public NewRoomViewModel newRoom() {
        return new NewRoomViewModel(
                accounts(),
                new NewRoomCommands(
                        session.roomServices().makings()::make,
                        room -> session.tabs().open(room, Chat.Kind.ROOM)),
                fx);
    }

    @Override
    public InviteViewModel invite(ChatKey room) {
        var sent = session.roomServices().invitationsSent();
        return new InviteViewModel(
                roomName(room),
                contacts(room.account()),
                (whom, reason) -> sent.invite(room, whom, reason),
                fx);
    }

    @Override
    public AddPeopleViewModel addPeople(ChatKey chat) {
        var conversions = session.roomServices().conversions();
        var account =
                accounts().stream()
                        .filter(it -> it.id().equals(chat.account()))
                        .findFirst()
                        .orElseThrow();
        return new AddPeopleViewModel(
                account,
                chat.peer(),
                contacts(chat.account()),
                new AddPeopleCommands(
                        wanted -> conversions.make(chat, wanted),
                        group -> session.tabs().open(group, Chat.Kind.ROOM),
                        (group, whom, reason) -> conversions.invite(chat, group, whom, reason)),
                fx);
    }

    private List<Contact> contacts(AccountId account) {
        return session.roster().contacts().get().stream()
                .filter(contact -> contact.account().equals(account))
                .toList();
    }

    @Override
    public RoomSettingsViewModel roomSettings(ChatKey room) {
        var owners = session.roomServices().owners();
        return new RoomSettingsViewModel(
                roomName(room),
                () -> owners.settings(room),
                filled -> owners.set(room, filled),
                fx);
    }

    @Override
    public CloseRoomViewModel closeRoom(ChatKey room) {
        return new CloseRoomViewModel(
                roomName(room),
                (reason, alternative) ->
                        session.roomServices().owners().destroy(room, reason, alternative),
                fx);
    }

    private String roomName(ChatKey room) {
        return session.rooms().room(room).get().map(Room::name).orElse(room.peer().toString());
    }

    private void join(AccountId account, BareJid room, String nick, Optional<String> password) {
        session.rooms().join(account, room, nick, password);
        session.tabs().open(new ChatKey(account, room), Chat.Kind.ROOM);
    }

    private boolean isOnline(AccountId account) {
        return session.accounts().accounts().get().stream()
                .filter(each -> each.account().id().equals(account))
                .anyMatch(each -> each.connection().isOnline());
    }

    private List<Account> accounts() {
        return session.accounts().accounts().get().stream().map(AccountStatus::account).toList();
    }
}
