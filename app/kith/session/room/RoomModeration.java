package kith.session.room;

/// What moderators, admins and owners do in rooms, and what concerns those whom they do it to.
///
/// @param people what people may do there
/// @param voice who asks to be allowed to write
/// @param registrations who wants to be a member
/// @param asked where any of them waits
/// @param offers what the rooms have for it
/// @param removals what others have said, to be removed
public record RoomModeration(
        RoomAdministration people,
        VoiceRequests voice,
        RegistrationRequests registrations,
        AskedRooms asked,
        RoomOffers offers,
        Removals removals) {}
