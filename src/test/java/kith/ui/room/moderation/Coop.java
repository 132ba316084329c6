package kith.ui.room.moderation;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Affiliated;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.Hat;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RegistrationRequest;
import kith.model.Removal;
import kith.model.Room;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomState;
import kith.model.VoiceRequest;
import kith.ui.room.MembershipCommands;
import kith.ui.room.RoomCommands;
import kith.ui.room.RoomViewModel;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The room of a print co-op, which does what the test lets it, and remembers what it was asked.
final class Coop {

    final ImmediateLane lane = new ImmediateLane();
    final Cell<List<Occupant>> occupants = new Cell<>(lane, List.of());
    final Cell<List<VoiceRequest>> requests = new Cell<>(lane, List.of());
    final Cell<List<RegistrationRequest>> registrations = new Cell<>(lane, List.of());
    final Cell<Removal> removal = new Cell<>(lane, Removal.NONE);
    final Cell<Duration> pause = new Cell<>(lane, Duration.ZERO);
    final List<List<RoomChange>> changes = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final List<String> removed = new ArrayList<>();
    final Map<RoomList, RoomListing> lists = new EnumMap<>(RoomList.class);
    int readings;

    /// What it says to all that is asked.
    CompletionStage<Optional<Refusal>> answer = CompletableFuture.completedStage(Optional.empty());

    ModerationCommands commands() {
        return new ModerationCommands(
                asked -> {
                    changes.add(asked);
                    return answer;
                },
                list -> {
                    readings++;
                    return Optional.ofNullable(lists.get(list))
                            .<CompletionStage<RoomListing>>map(CompletableFuture::completedStage)
                            .orElseGet(CompletableFuture::new);
                },
                requests,
                (request, isGranted) -> {
                    answers.add(request.nick() + " " + isGranted);
                    return answer;
                },
                () -> {
                    answers.add("us");
                    return answer;
                },
                removal,
                (messages, reason) -> {
                    removed.add(messages.stream().map(MessageKey::row).toList() + " " + reason);
                    return answer;
                },
                pause,
                new RegistrationCommands(
                        registrations,
                        (request, isGranted) -> {
                            answers.add(request.nick() + " " + isGranted);
                            return answer;
                        }));
    }

    ModerationViewModel model() {
        return new ModerationViewModel(commands(), occupants, lane);
    }

    void refuse(Refusal.Reason reason) {
        answer = CompletableFuture.completedStage(Optional.of(Refusal.of(reason)));
    }

    RoomViewModel room() {
        var key = new ChatKey(new AccountId(1), jid("print@rooms.hearth.example"));
        var room =
                new Room(
                        key,
                        "Harbour print co-op",
                        "Mara",
                        RoomState.JOINED,
                        "Riso night Thu 19:00",
                        8);
        return new RoomViewModel(
                room,
                new Cell<>(lane, Optional.of(room)),
                occupants,
                new RoomCommands(
                        (nick, password) -> {},
                        () -> {},
                        subject -> CompletableFuture.completedStage(Optional.empty()),
                        MembershipCommands.NONE,
                        commands()),
                lane);
    }

    /// All are there, we among them with this standing.
    Coop with(Role role, Affiliation affiliation) {
        lane.execute(
                () ->
                        occupants.set(
                                List.of(
                                        who("Mara", "mara", role, affiliation, true),
                                        PRIYA,
                                        HENRIK,
                                        TOM,
                                        SAMUEL,
                                        PAPERPLANE)));
        return this;
    }

    void list(RoomList list, Affiliated... entries) {
        lists.put(list, new RoomListing.Known(List.of(entries)));
    }

    static final Occupant PRIYA =
            who("Priya Natarajan", "priya", Role.MODERATOR, Affiliation.OWNER, false);
    static final Occupant HENRIK =
            who("Henrik Dahl", "henrik", Role.MODERATOR, Affiliation.ADMIN, false);
    static final Occupant TOM =
            who("Tom Okafor", "tom", Role.PARTICIPANT, Affiliation.MEMBER, false);
    static final Occupant SAMUEL =
            who("Samuel Otieno", "samuel", Role.PARTICIPANT, Affiliation.NONE, false);
    static final Occupant PAPERPLANE =
            who("paperplane", "paperplane", Role.VISITOR, Affiliation.NONE, false);

    static Occupant who(
            String nick, String local, Role role, Affiliation affiliation, boolean isMe) {
        return new Occupant(
                nick,
                role,
                affiliation,
                Optional.of(jid(local + "@hearth.example")),
                new Presence(Availability.AVAILABLE, ""),
                isMe);
    }

    /// The same with hats.
    static Occupant wearing(Occupant who, Hat... hats) {
        return new Occupant(
                who.nick(),
                who.role(),
                who.affiliation(),
                who.address(),
                who.presence(),
                who.isMe(),
                who.occupantId(),
                List.of(hats));
    }

    static Affiliated entry(RoomList list, String address, String nick, String reason) {
        return new Affiliated(list, jid(address), nick, reason);
    }

    static VoiceRequest request(String nick) {
        return new VoiceRequest(
                nick, JidCreate.fromOrThrowUnchecked("somebody@hearth.example/" + nick));
    }

    /// @param given what they say of themselves; may be empty
    static RegistrationRequest registration(String nick, String given) {
        return new RegistrationRequest(
                new DataForm(
                        "",
                        List.of(),
                        List.of(
                                field("muc#register_first", FieldType.TEXT_SINGLE, "Name", given),
                                field(
                                        "muc#register_email",
                                        FieldType.TEXT_SINGLE,
                                        "E-mail",
                                        given.isEmpty() ? "" : nick + "@hearth.example"),
                                field(
                                        "muc#register_roomnick",
                                        FieldType.TEXT_SINGLE,
                                        "Nickname",
                                        nick),
                                field(RegistrationRequest.ALLOW, FieldType.BOOLEAN, "", "0")),
                        true));
    }

    private static Field field(String name, FieldType type, String label, String value) {
        return new Field(name, type, label, "", false, List.of(value), List.of(), true);
    }

    static BareJid jid(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
