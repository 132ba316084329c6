package kith.gallery;

import kith.model.Account;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.room.MakingRoom;
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
import kith.ui.shell.RoomDialogs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The view-models of the dialogs about rooms in a sample world.
///
/// @param commands what the user does there
/// @param done the outcome of what they do
record SampleRoomDialogs(
        SampleWorld world,
        List<Account> accounts,
        List<String> commands,
        Function<String, CompletionStage<Optional<Refusal>>> done)
        implements RoomDialogs {

    @Override
    public JoinRoomViewModel joinRoom() {
        return new JoinRoomViewModel(
                accounts(),
                new RoomEntry(
                        (account, room, nick, password) -> commands.add("join " + room),
                        key ->
                                world.rooms.map(
                                        all ->
                                                all.stream()
                                                        .filter(room -> room.key().equals(key))
                                                        .findFirst()),
                        account -> true),
                world.findable,
                world.lane);
    }

    @Override
    public BrowseRoomsViewModel browseRooms() {
        return new BrowseRoomsViewModel(accounts(), world.findable, world.lane);
    }

    @Override
    public NewRoomViewModel newRoom() {
        return new NewRoomViewModel(
                accounts(),
                new NewRoomCommands(
                        (account, room) -> {
                            commands.add("make " + room.kind() + " " + room.name());
                            return new MakingRoom(
                                    world.roomMade, () -> commands.add("don’t make it"));
                        },
                        room -> commands.add("open " + room.peer())),
                world.lane);
    }

    @Override
    public InviteViewModel invite(ChatKey room) {
        return new InviteViewModel(
                "Harbour print co-op",
                world.contacts.get(),
                (whom, reason) -> done.apply("invite " + whom + ", " + reason),
                world.lane);
    }

    @Override
    public AddPeopleViewModel addPeople(ChatKey chat) {
        return new AddPeopleViewModel(
                accounts().getFirst(),
                chat.peer(),
                world.contacts.get(),
                new AddPeopleCommands(
                        group -> {
                            commands.add("make " + group.kind() + " " + group.name());
                            return new MakingRoom(
                                    world.roomMade, () -> commands.add("don’t make it"));
                        },
                        group -> commands.add("open " + group.peer()),
                        (group, whom, reason) -> done.apply("invite " + whom + " on, " + reason)),
                world.lane);
    }

    @Override
    public RoomSettingsViewModel roomSettings(ChatKey room) {
        return new RoomSettingsViewModel(
                "Harbour print co-op",
                () -> world.roomSettings,
                filled -> done.apply("set up " + filled.values()),
                world.lane);
    }

    @Override
    public CloseRoomViewModel closeRoom(ChatKey room) {
        return new CloseRoomViewModel(
                "Harbour print co-op",
                (reason, alternative) -> done.apply("close, " + reason + ", " + alternative),
                world.lane);
    }
}
