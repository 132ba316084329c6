package kith.ui.roomsettings;

import kith.ui.text.Texts;

import java.util.Optional;

/// Kith's own words for what rooms can be set up with.
final class FieldWords {

    private final Texts texts;

    FieldWords(Texts texts) {
        this.texts = texts;
    }

    /// What a field is called; empty for one that Kith doesn't know.
    Optional<String> name(String field) {
        return switch (FieldGroup.word(field)) {
            case "roomname" -> Optional.of(texts.say("roomsettings.field.name"));
            case "roomdesc" -> Optional.of(texts.say("roomsettings.field.description"));
            case "lang" -> Optional.of(texts.say("roomsettings.field.language"));
            case "membersonly" -> Optional.of(texts.say("roomsettings.field.membersOnly"));
            case "allowinvites", "allowmemberinvites" ->
                    Optional.of(texts.say("roomsettings.field.invites"));
            case "passwordprotectedroom" ->
                    Optional.of(texts.say("roomsettings.field.hasPassword"));
            case "roomsecret" -> Optional.of(texts.say("roomsettings.field.password"));
            case "publicroom" -> Optional.of(texts.say("roomsettings.field.listed"));
            case "maxusers" -> Optional.of(texts.say("roomsettings.field.mostPeople"));
            case "whois" -> Optional.of(texts.say("roomsettings.field.addresses"));
            case "getmemberlist" -> Optional.of(texts.say("roomsettings.field.memberList"));
            case "presencebroadcast" -> Optional.of(texts.say("roomsettings.field.presence"));
            case "moderatedroom" -> Optional.of(texts.say("roomsettings.field.moderated"));
            case "changesubject" -> Optional.of(texts.say("roomsettings.field.subject"));
            case "allowpm" -> Optional.of(texts.say("roomsettings.field.privateMessages"));
            case "persistentroom" -> Optional.of(texts.say("roomsettings.field.persistent"));
            case "enablearchiving", "mam" -> Optional.of(texts.say("roomsettings.field.archive"));
            case "enablelogging" -> Optional.of(texts.say("roomsettings.field.logging"));
            case "historylength", "maxhistoryfetch" ->
                    Optional.of(texts.say("roomsettings.field.history"));
            case "defaulthistorymessages" ->
                    Optional.of(texts.say("roomsettings.field.usualHistory"));
            case "roomowners" -> Optional.of(texts.say("roomsettings.field.owners"));
            case "roomadmins" -> Optional.of(texts.say("roomsettings.field.admins"));
            default -> Optional.empty();
        };
    }

    /// What an answer is called; empty for one that Kith doesn't know.
    Optional<String> option(String field, String value) {
        boolean isOfPeople =
                switch (FieldGroup.word(field)) {
                    case "whois", "allowpm", "getmemberlist", "presencebroadcast" -> true;
                    default -> false;
                };
        return isOfPeople ? people(value) : Optional.empty();
    }

    private Optional<String> people(String value) {
        return switch (value) {
            case "anyone" -> Optional.of(texts.say("roomsettings.people.anyone"));
            case "moderators", "moderator" ->
                    Optional.of(texts.say("roomsettings.people.moderators"));
            case "participants", "participant" ->
                    Optional.of(texts.say("roomsettings.people.participants"));
            case "visitor" -> Optional.of(texts.say("roomsettings.people.visitors"));
            case "none", "nobody" -> Optional.of(texts.say("roomsettings.people.nobody"));
            default -> Optional.empty();
        };
    }
}
