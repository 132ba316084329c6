package kith.ui.newroom;

import kith.model.NewRoom.Kind;
import kith.ui.text.FieldError;
import kith.ui.text.Texts;

/// The sentences of the dialog for a new room.
final class NewRoomSentences {

    private final Texts texts;

    NewRoomSentences(Texts texts) {
        this.texts = texts;
    }

    String kind(Kind kind) {
        return switch (kind) {
            case PRIVATE_GROUP -> texts.say("newroom.kind.privateGroup");
            case PUBLIC_CHANNEL -> texts.say("newroom.kind.publicChannel");
        };
    }

    /// What such a room is.
    String how(Kind kind) {
        return switch (kind) {
            case PRIVATE_GROUP -> texts.say("newroom.kind.privateGroup.how");
            case PUBLIC_CHANNEL -> texts.say("newroom.kind.publicChannel.how");
        };
    }

    String name(FieldError error) {
        return error == FieldError.NONE ? "" : texts.say("newroom.name.missing");
    }

    String nick(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("newroom.nick.missing");
            case MALFORMED -> texts.say("newroom.nick.malformed");
        };
    }

    String address(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("newroom.address.missing");
            case MALFORMED -> texts.say("newroom.address.malformed");
        };
    }
}
