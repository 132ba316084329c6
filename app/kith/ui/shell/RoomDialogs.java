package kith.ui.shell;

import kith.model.ChatKey;
import kith.ui.invite.AddPeopleViewModel;
import kith.ui.invite.InviteViewModel;
import kith.ui.join.BrowseRoomsViewModel;
import kith.ui.join.JoinRoomViewModel;
import kith.ui.newroom.NewRoomViewModel;
import kith.ui.roomsettings.CloseRoomViewModel;
import kith.ui.roomsettings.RoomSettingsViewModel;

/// The view-models of the dialogs about rooms, made anew at each call. FX thread only.
public interface RoomDialogs {

    /// Entering a room by its address.
    JoinRoomViewModel joinRoom();

    /// Looking which rooms there are.
    BrowseRoomsViewModel browseRooms();

    /// Making a room.
    NewRoomViewModel newRoom();

    /// Inviting people to a room that the user is in.
    InviteViewModel invite(ChatKey room);

    /// Adding people to a chat with one person, which makes it a group.
    AddPeopleViewModel addPeople(ChatKey chat);

    /// How a room of the user's is set up.
    RoomSettingsViewModel roomSettings(ChatKey room);

    /// Ending a room of the user's for good.
    CloseRoomViewModel closeRoom(ChatKey room);
}
