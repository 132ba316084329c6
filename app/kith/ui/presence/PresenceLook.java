package kith.ui.presence;

import kith.model.Availability;
import kith.model.OccupantPicture;
import kith.model.Presence;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.PersonPicture;
import kith.ui.widget.PresenceShape;

import java.util.Optional;

/// The shape and the words of presence, and whose picture stands beside it.
public final class PresenceLook {

    private final Texts texts;

    public PresenceLook(Texts texts) {
        this.texts = texts;
    }

    /// The mark. What isn't known looks like offline: nobody is shown as there who may not be.
    public static PresenceShape shape(Availability availability) {
        return switch (availability) {
            case FREE_TO_CHAT -> PresenceShape.FREE_TO_CHAT;
            case AVAILABLE -> PresenceShape.AVAILABLE;
            case AWAY -> PresenceShape.AWAY;
            case NOT_AVAILABLE -> PresenceShape.NOT_AVAILABLE;
            case BUSY -> PresenceShape.DO_NOT_DISTURB;
            case OFFLINE, UNKNOWN -> PresenceShape.OFFLINE;
        };
    }

    /// The name of the state: “Away”.
    public String name(Availability availability) {
        return switch (availability) {
            case FREE_TO_CHAT -> texts.say("availability.freeToChat");
            case AVAILABLE -> texts.say("availability.available");
            case AWAY -> texts.say("availability.away");
            case NOT_AVAILABLE -> texts.say("availability.notAvailable");
            case BUSY -> texts.say("availability.busy");
            case OFFLINE -> texts.say("availability.offline");
            case UNKNOWN -> texts.say("availability.unknown");
        };
    }

    /// State and status text on one line: “Away · in the garden”.
    public String line(Presence presence) {
        var name = name(presence.availability());
        return presence.status().isBlank()
                ? name
                : texts.say("availability.withStatus", name, oneLine(presence.status()));
    }

    /// What a list of people says under a name: the status text alone where the state is the usual
    /// one, which the mark says already.
    public String note(Presence presence) {
        boolean isUsual = presence.availability() == Availability.AVAILABLE;
        return isUsual && !presence.status().isBlank()
                ? oneLine(presence.status())
                : line(presence);
    }

    /// Puts the mark on a picture, or takes it away where no presence is shared.
    public void mark(Avatar avatar, Optional<Presence> presence) {
        presence.map(Presence::availability)
                .ifPresentOrElse(
                        availability ->
                                avatar.showPresence(shape(availability), name(availability)),
                        avatar::clearPresence);
    }

    /// What an avatar shows of somebody in a room who announces a picture.
    public static Optional<PersonPicture> picture(Optional<OccupantPicture> announced) {
        return announced.map(it -> new PersonPicture(it.whose().toString(), it.hash()));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
