package kith.gallery;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomNotice;
import kith.model.RoomState;
import kith.ui.chat.ChatPane;
import kith.ui.chat.ChatSources;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.IdleCommands;
import kith.ui.chat.PageFrame;
import kith.ui.composer.FileCommands;
import kith.ui.room.RoomPictureCommands;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;
import kith.ui.timeline.TimelinePictures;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Pages of chats for pictures of them: the conversation pane on made-up state.
final class ConversationPictures {

    static final String[] SHEETS = {"chat", "timeline", "composer", "room"};

    private ConversationPictures() {}

    static Parent person(boolean isNarrow, Talk talk) {
        return person(isNarrow, "Layla Haddad", "At the print shop until noon", talk);
    }

    /// One of our messages is being changed.
    ///
    /// @param message from 0 for the oldest
    static Parent person(boolean isNarrow, Talk talk, int message) {
        var edited = talk.messages().get(message);
        return person(
                isNarrow,
                talk,
                model -> model.composer().edit(edited.key(), edited.words().orElseThrow()));
    }

    /// @param begin what the user does at first
    static Parent person(boolean isNarrow, Talk talk, Consumer<ChatViewModel> begin) {
        return page(
                Chat.Kind.CONTACT,
                "Layla Haddad",
                talk,
                isNarrow,
                Optional.of(contact("Layla Haddad", "At the print shop until noon", talk)),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                begin);
    }

    static Parent person(boolean isNarrow, String name, String status, Talk talk) {
        var contact = contact(name, status, talk);
        return page(
                Chat.Kind.CONTACT,
                name,
                talk,
                isNarrow,
                Optional.of(contact),
                Optional.empty(),
                List.of(),
                false);
    }

    /// A room that we are in, with nobody in its list.
    static Parent room(Talk talk) {
        var name = "Harbour print co-op";
        var room = new Room(talk.chat(), name, "Mara", RoomState.JOINED, "Riso night", 3);
        return page(
                Chat.Kind.ROOM,
                name,
                talk,
                false,
                Optional.empty(),
                Optional.of(room),
                List.of(),
                false);
    }

    static Parent mirrored(Parent page) {
        page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        return page;
    }

    private static Contact contact(String name, String status, Talk talk) {
        return new Contact(
                Talk.ACCOUNT,
                talk.chat().peer(),
                name,
                List.of(),
                PresenceSubscription.BOTH,
                new Presence(Availability.AVAILABLE, status));
    }

    static Parent page(
            Chat.Kind kind,
            String title,
            Talk talk,
            boolean isNarrow,
            Optional<Contact> contact,
            Optional<Room> room,
            List<Occupant> occupants,
            boolean withDetails) {
        return page(
                kind,
                title,
                talk,
                isNarrow,
                contact,
                room,
                occupants,
                List.of(),
                withDetails,
                model -> {});
    }

    /// The page of a room where something happened to people.
    static Parent room(
            Talk talk,
            boolean isNarrow,
            Room room,
            List<Occupant> people,
            List<RoomNotice> notices) {
        return page(
                Chat.Kind.ROOM,
                room.name(),
                talk,
                isNarrow,
                Optional.empty(),
                Optional.of(room),
                people,
                notices,
                false,
                model -> {});
    }

    static Parent page(
            Chat.Kind kind,
            String title,
            Talk talk,
            boolean isNarrow,
            Optional<Contact> contact,
            Optional<Room> room,
            List<Occupant> occupants,
            List<RoomNotice> notices,
            boolean withDetails,
            Consumer<ChatViewModel> happening) {
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var chat =
                new Chat(
                        talk.chat(),
                        kind,
                        title,
                        Optional.empty(),
                        0,
                        false,
                        talk.messages().isEmpty() ? List.of() : List.of("Samuel", "Émile"));
        var lane = new ImmediateLane();
        var sources =
                new ChatSources(
                        talk.chat(),
                        kind,
                        new Cell<>(lane, Optional.of(chat)),
                        new Cell<>(lane, contact),
                        talk.live(),
                        new Cell<>(lane, room),
                        new Cell<>(lane, occupants),
                        _ -> OptionalInt.of(0),
                        Live.of(List.of()),
                        new Cell<>(lane, notices),
                        IdleCommands.timeline(),
                        kind == Chat.Kind.ROOM
                                ? IdleCommands.composer(new Cell<>(lane, occupants))
                                : IdleCommands.composer(),
                        IdleCommands.room(),
                        FileCommands.NONE,
                        TimelinePictures.NONE,
                        () -> {});
        var model =
                new ChatViewModel(
                        sources,
                        clock,
                        ZoneOffset.UTC,
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        var frame =
                new PageFrame(
                        new SimpleBooleanProperty(isNarrow),
                        new SimpleIntegerProperty(14),
                        () -> {});
        var pane = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        pane.onPicture(
                new RoomPictureCommands(
                        Live.of(true),
                        _ ->
                                CompletableFuture.completedStage(
                                        Optional.of(Refusal.of(Refusal.Reason.FORBIDDEN)))));
        if (withDetails) {
            pane.showDetails();
        }
        happening.accept(model);
        return pane.node();
    }
}
