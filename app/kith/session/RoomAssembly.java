package kith.session;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Message;
import kith.session.account.Links;
import kith.session.account.OwnPresence;
import kith.session.account.Turns;
import kith.session.feed.EventFeed;
import kith.session.room.AskedRooms;
import kith.session.room.Channels;
import kith.session.room.Continuations;
import kith.session.room.Conversions;
import kith.session.room.Invitations;
import kith.session.room.InvitationsSent;
import kith.session.room.ListedRooms;
import kith.session.room.NickChanges;
import kith.session.room.OccupantPictures;
import kith.session.room.RegistrationRequests;
import kith.session.room.Removals;
import kith.session.room.RoomAdministration;
import kith.session.room.RoomBookmarks;
import kith.session.room.RoomDescriptions;
import kith.session.room.RoomDirectory;
import kith.session.room.RoomEntrance;
import kith.session.room.RoomEvents;
import kith.session.room.RoomMakings;
import kith.session.room.RoomMembership;
import kith.session.room.RoomModeration;
import kith.session.room.RoomNotices;
import kith.session.room.RoomOffers;
import kith.session.room.RoomOwners;
import kith.session.room.RoomPictures;
import kith.session.room.RoomPresence;
import kith.session.room.RoomService;
import kith.session.room.RoomServices;
import kith.session.room.RoomVisits;
import kith.session.room.SubjectChanges;
import kith.session.room.VoiceRequests;
import kith.session.roster.RosterService;
import kith.store.MessageStore;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Builds the services of rooms, by hand, top to bottom, as [SessionAssembly] does those of all
/// else. A new one gets its line in [#of], and a component of [RoomServices] if the window or a
/// command uses it. Core lane only, once it is built.
///
/// @param turns of all that change the account's bookmarks
record RoomAssembly(
        RoomVisits visits,
        RoomEntrance entrance,
        RoomService service,
        RoomEvents events,
        RoomServices services,
        Turns turns) {

    /// So many messages of a chat are looked through for the thread that is to go on in a group.
    private static final int RECENT = 20;

    /// So much that is private is passed over to find what was said to all.
    private static final int MOST_PRIVATE = 200;

    static RoomAssembly of(
            SessionEnvironment environment,
            Stores stores,
            Links links,
            OwnPresence presence,
            RosterService roster,
            EventFeed feed) {
        var core = environment.core();
        var timer = environment.timer();
        var clock = environment.clock();
        var extensions = environment.extensions();
        var visits = new RoomVisits(stores.rooms(), feed, core, timer, clock);
        var entrance =
                new RoomEntrance(
                        visits,
                        links,
                        extensions,
                        room -> lastSaid(stores.messages(), room),
                        timer,
                        clock);
        var subjects = new SubjectChanges(links, extensions.xep0045Rooms(), timer);
        var nicks = new NickChanges(links, extensions.xep0045Rooms(), timer);
        var service = new RoomService(visits, entrance, subjects, nicks, core);
        var asked = new AskedRooms(core);
        var voice = new VoiceRequests(links, extensions.xep0045Voice(), visits, asked, timer, core);
        var registrations =
                new RegistrationRequests(
                        links, extensions.xep0045Approval(), visits, asked, timer, core);
        var offers = new RoomOffers(core);
        var makings = new RoomMakings(visits, links, extensions, timer, new SecureRandom(), core);
        var pictures =
                new RoomPictures(
                        stores.pictures(),
                        links,
                        extensions.xep0054VCard(),
                        visits::isKnown,
                        timer,
                        core,
                        environment.io());
        var occupantPictures =
                new OccupantPictures(
                        stores.pictures(),
                        visits,
                        links,
                        extensions.xep0054VCard(),
                        timer,
                        clock,
                        core,
                        environment.io());
        var roomPresence = new RoomPresence(visits, links, presence.presence()::get);
        presence.presence().watch(core, roomPresence::changed);
        var notices = new RoomNotices(core, timer, clock);
        var channels = new Channels(stores.channels(), core);
        var events =
                new RoomEvents(
                        visits,
                        entrance,
                        subjects,
                        nicks,
                        makings,
                        new RoomDescriptions(links, extensions.xep0030Disco()),
                        voice,
                        registrations,
                        offers,
                        roomPresence,
                        notices,
                        channels);
        var directory = new RoomDirectory(links, extensions, core);
        var membership = new RoomMembership(links, extensions.xep0045Registration(), core);
        var people = new RoomAdministration(links, extensions.xep0045Admin(), visits, core);
        var moderation =
                new RoomModeration(
                        people,
                        voice,
                        registrations,
                        asked,
                        offers,
                        new Removals(
                                links,
                                extensions.xep0425Moderation(),
                                offers,
                                stores.messages()::find,
                                core));
        var continuations = new Continuations(stores.continuations(), visits, clock, core);
        var invitations =
                new Invitations(
                        stores.invitations(),
                        visits,
                        continuations,
                        roster::name,
                        links,
                        extensions.xep0045Invitations(),
                        clock,
                        core);
        var invitationsSent =
                new InvitationsSent(
                        visits,
                        roster::name,
                        links,
                        extensions.xep0030Disco(),
                        extensions.xep0249Invitations(),
                        extensions.xep0045Invitations(),
                        core);
        var conversions =
                new Conversions(
                        makings,
                        people,
                        invitationsSent,
                        continuations,
                        visits,
                        chat -> stores.messages().newest(chat, RECENT),
                        links,
                        extensions,
                        core);
        var turns = new Turns();
        var bookmarks =
                RoomBookmarks.of(
                        stores.bookmarks(),
                        visits,
                        entrance,
                        service,
                        nicks,
                        links,
                        extensions,
                        turns,
                        environment.db()::afterCommit,
                        core);
        return new RoomAssembly(
                visits,
                entrance,
                service,
                events,
                new RoomServices(
                        makings,
                        new RoomOwners(links, extensions.xep0045Config(), core),
                        pictures,
                        occupantPictures,
                        directory,
                        membership,
                        moderation,
                        invitations,
                        invitationsSent,
                        conversions,
                        continuations,
                        bookmarks,
                        channels,
                        ListedRooms.of(service.rooms(), bookmarks.rooms(), core),
                        notices),
                turns);
    }

    /// When the newest that was said to all in a room was sent. What came in private meanwhile says
    /// nothing of what the room has since. Where nothing else came lately, more than that is asked
    /// for than is missing.
    private static Optional<Instant> lastSaid(MessageStore messages, ChatKey room) {
        return IntStream.of(1, MOST_PRIVATE)
                .mapToObj(count -> messages.newest(room, count).reversed())
                .map(RoomAssembly::lastSaid)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> lastSaid(List<Message> newestFirst) {
        return newestFirst.stream().filter(it -> !it.isPrivate()).findFirst().map(Message::at);
    }

    /// Reads what the store has of an account's rooms.
    void load(AccountId account) {
        visits.load(account);
        services.invitations().load(account);
        services.continuations().load(account);
    }

    /// Reads what it has of all accounts' rooms.
    void load() {
        services.pictures().load();
        services.occupantPictures().load();
        services.bookmarks().load();
        services.channels().load();
    }

    /// The account is gone.
    void forget(AccountId account) {
        events.forget(account);
        services.pictures().forget(account);
        services.occupantPictures().forget(account);
        services.invitations().forget(account);
        services.invitationsSent().forget(account);
        services.continuations().forget(account);
        services.bookmarks().forget(account);
        turns.forget(account);
        services.channels().forget(account);
    }

    /// The store may have lost what it was given.
    void storeLost() {
        services.pictures().storeLost();
        services.occupantPictures().storeLost();
        services.continuations().storeLost();
        services.bookmarks().storeLost();
        services.channels().storeLost();
    }
}
