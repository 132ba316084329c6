package kith;

import kith.model.Alerts;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.Session;
import kith.ui.composer.PeopleCommands;
import kith.ui.composer.SlashCommand;
import kith.ui.composer.SlashCommands;
import kith.ui.composer.WhisperCommands;
import kith.ui.room.AlertCommands;
import kith.ui.room.MembershipCommands;
import kith.ui.room.RoomCommands;
import kith.ui.room.moderation.ModerationCommands;
import kith.ui.room.moderation.RegistrationCommands;

import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What the page of a room can ask of the session's services for it.
record RoomPageCommands(Session session, ChatKey room) {

    /// What can be done with it.
    ///
    /// @param isRoom whether it is one; else nobody there has rights, and nothing is announced
    RoomCommands commands(boolean isRoom) {
        var rooms = session.rooms();
        return new RoomCommands(
                (nick, password) -> rooms.join(room.account(), room.peer(), nick, password),
                () -> rooms.leave(room),
                subject -> rooms.changeSubject(room, subject),
                nick -> rooms.changeNick(room, nick),
                new MembershipCommands(
                        () -> session.roomServices().membership().form(room),
                        filled -> session.roomServices().membership().submit(room, filled),
                        () -> session.roomServices().membership().remove(room)),
                isRoom ? moderation() : ModerationCommands.NONE,
                isRoom ? Optional.of(alerts()) : Optional.empty());
    }

    /// What can be done there by a line that begins with a slash.
    SlashCommands slash() {
        var rooms = session.rooms();
        return new SlashCommands(
                Map.of(
                        SlashCommand.NICK,
                        nick -> rooms.changeNick(room, nick),
                        SlashCommand.TOPIC,
                        subject -> rooms.changeSubject(room, subject),
                        SlashCommand.INVITE,
                        this::invite,
                        SlashCommand.LEAVE,
                        any -> {
                            rooms.leave(room);
                            return CompletableFuture.completedStage(Optional.empty());
                        }),
                Optional.of(
                        new WhisperCommands(
                                (to, text) -> session.chats().whisper(room, to, text),
                                rooms.occupants(room))),
                Optional.of(
                        new PeopleCommands(
                                rooms.occupants(room),
                                change ->
                                        session.roomServices()
                                                .moderation()
                                                .people()
                                                .change(room, List.of(change)))));
    }

    /// @param words an address, and behind it why
    private CompletionStage<Optional<Refusal>> invite(String words) {
        var parts = words.split("\\s", 2);
        var whom = JidCreate.entityBareFromOrNull(parts[0]);
        return whom == null
                ? CompletableFuture.completedStage(
                        Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)))
                : session.roomServices()
                        .invitationsSent()
                        .invite(room, whom.asBareJid(), parts.length < 2 ? "" : parts[1]);
    }

    private ModerationCommands moderation() {
        var moderation = session.roomServices().moderation();
        return new ModerationCommands(
                changes -> moderation.people().change(room, changes),
                list -> moderation.people().list(room, list),
                moderation.voice().of(room),
                (request, isGranted) -> moderation.voice().answer(room, request, isGranted),
                () -> moderation.voice().ask(room),
                moderation.offers().removal(room),
                (messages, reason) -> moderation.removals().remove(room, messages, reason),
                moderation.offers().pause(room),
                new RegistrationCommands(
                        moderation.registrations().of(room),
                        (request, isGranted) ->
                                moderation.registrations().answer(room, request, isGranted)));
    }

    private AlertCommands alerts() {
        var flags = session.flags();
        return new AlertCommands(
                flags.flags().map(all -> all.getOrDefault(room, ChatFlags.NONE)),
                session.roomServices()
                        .channels()
                        .rooms()
                        .map(channels -> Alerts.usual(channels.contains(room))),
                choice -> flags.choose(room, choice),
                () -> flags.unmute(room));
    }
}
