package kith.session.room;

/// What can be done with rooms beside being in them ([RoomService]): a service for each. Any
/// thread.
public record RoomServices(
        RoomMakings makings,
        RoomOwners owners,
        RoomPictures pictures,
        OccupantPictures occupantPictures,
        RoomDirectory directory,
        RoomMembership membership,
        RoomModeration moderation,
        Invitations invitations,
        InvitationsSent invitationsSent,
        Conversions conversions,
        Continuations continuations,
        RoomBookmarks bookmarks,
        Channels channels,
        ListedRooms listed,
        RoomNotices notices) {}
