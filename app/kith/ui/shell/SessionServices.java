package kith.ui.shell;

import kith.session.Faults;
import kith.session.Preferences;
import kith.session.account.AccountService;
import kith.session.account.OwnPresence;
import kith.session.account.SignInService;
import kith.session.account.UserActivity;
import kith.session.archive.ArchiveSync;
import kith.session.archive.OlderMessages;
import kith.session.chat.Attention;
import kith.session.chat.ChatList;
import kith.session.chat.ChatService;
import kith.session.chat.Drafts;
import kith.session.chat.Flags;
import kith.session.chat.PendingMessages;
import kith.session.chat.Tabs;
import kith.session.chat.Timelines;
import kith.session.export.ExportService;
import kith.session.room.RoomService;
import kith.session.room.RoomServices;
import kith.session.roster.RosterService;
import kith.session.search.SearchService;

/// What the window's view-models need of the session.
public record SessionServices(
        AccountService accounts,
        SignInService signIns,
        OwnPresence presence,
        UserActivity activity,
        RosterService roster,
        RoomService rooms,
        RoomServices roomServices,
        ArchiveSync archive,
        OlderMessages older,
        SearchService search,
        ChatList chats,
        ChatService chatting,
        Drafts drafts,
        Flags flags,
        PendingMessages pending,
        Tabs tabs,
        Timelines timelines,
        Attention attention,
        Preferences preferences,
        ExportService exports,
        Faults faults) {}
