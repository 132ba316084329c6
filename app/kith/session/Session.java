package kith.session;

import kith.session.account.AccountService;
import kith.session.account.OwnPresence;
import kith.session.account.SignInService;
import kith.session.account.UserActivity;
import kith.session.archive.ArchiveSync;
import kith.session.archive.OlderMessages;
import kith.session.chat.Attention;
import kith.session.chat.ChatList;
import kith.session.chat.ChatService;
import kith.session.chat.DraftEdits;
import kith.session.chat.DraftReplies;
import kith.session.chat.Drafts;
import kith.session.chat.Flags;
import kith.session.chat.PendingMessages;
import kith.session.chat.RoomReaders;
import kith.session.chat.Tabs;
import kith.session.chat.Timelines;
import kith.session.export.ExportService;
import kith.session.export.HistoryService;
import kith.session.feed.EventFeed;
import kith.session.file.FileService;
import kith.session.notify.Notifier;
import kith.session.picture.PictureService;
import kith.session.room.RoomService;
import kith.session.room.RoomServices;
import kith.session.roster.RosterService;
import kith.session.search.SearchService;
import kith.session.spelling.SpellingService;

/// The services of the running program, which the window and the commands use alike.
///
/// Made by [SessionAssembly] for `Wiring`; whoever asked for it closes it there.
public record Session(
        AccountService accounts,
        SignInService signIns,
        OwnPresence presence,
        UserActivity activity,
        RosterService roster,
        ChatList chatList,
        ChatService chats,
        Drafts drafts,
        DraftReplies draftReplies,
        DraftEdits draftEdits,
        Flags flags,
        PendingMessages pending,
        Tabs tabs,
        Timelines timelines,
        Attention attention,
        RoomService rooms,
        RoomServices roomServices,
        RoomReaders readers,
        ArchiveSync archive,
        OlderMessages older,
        HistoryService history,
        ExportService exports,
        SearchService search,
        SpellingService spelling,
        EventFeed feed,
        FileService files,
        PictureService pictures,
        Notifier notifier,
        Faults faults,
        Preferences preferences) {}
