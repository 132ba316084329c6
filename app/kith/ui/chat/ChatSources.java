package kith.ui.chat;

import kith.base.Live;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Reader;
import kith.model.Room;
import kith.model.RoomNotice;
import kith.session.chat.Timeline;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.FileCommands;
import kith.ui.room.RoomCommands;
import kith.ui.timeline.TimelineCommands;
import kith.ui.timeline.TimelinePictures;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// What the page of one chat watches and asks for: the services, cut down to this chat.
///
/// @param contact empty for someone who isn't in the roster; always empty for a room
/// @param room empty for a chat with one person, and for a room that was never tried
/// @param occupants empty for a chat with one person
/// @param visitOf in which [Occupant#visit] a message was said in a room; empty where nobody knows
/// @param readers who in a room has seen what; empty for a chat with one person
/// @param notices what happened to them; of a chat with one person, where it went on
/// @param done lets go of what was opened for the page
public record ChatSources(
        ChatKey key,
        Chat.Kind kind,
        Live<Optional<Chat>> chat,
        Live<Optional<Contact>> contact,
        Live<Timeline> timeline,
        Live<Optional<Room>> room,
        Live<List<Occupant>> occupants,
        Function<MessageKey, OptionalInt> visitOf,
        Live<List<Reader>> readers,
        Live<List<RoomNotice>> notices,
        TimelineCommands timelineCommands,
        ComposerCommands composerCommands,
        RoomCommands roomCommands,
        FileCommands files,
        TimelinePictures pictures,
        Runnable done) {

    /// Those of a page on which no files are sent, nor readers or notices shown, and whose people
    /// never leave.
    public ChatSources(
            ChatKey key,
            Chat.Kind kind,
            Live<Optional<Chat>> chat,
            Live<Optional<Contact>> contact,
            Live<Timeline> timeline,
            Live<Optional<Room>> room,
            Live<List<Occupant>> occupants,
            TimelineCommands timelineCommands,
            ComposerCommands composerCommands,
            RoomCommands roomCommands,
            Runnable done) {
        this(
                key,
                kind,
                chat,
                contact,
                timeline,
                room,
                occupants,
                _ -> OptionalInt.of(0),
                Live.of(List.of()),
                Live.of(List.of()),
                timelineCommands,
                composerCommands,
                roomCommands,
                FileCommands.NONE,
                TimelinePictures.NONE,
                done);
    }

    boolean isRoom() {
        return kind == Chat.Kind.ROOM;
    }
}
