package kith.session;

import kith.store.AccountStore;
import kith.store.ArchiveStore;
import kith.store.BookmarkStore;
import kith.store.ChannelStore;
import kith.store.ChatStore;
import kith.store.ContinuationStore;
import kith.store.Db;
import kith.store.DraftStore;
import kith.store.FlagStore;
import kith.store.InvitationStore;
import kith.store.MessageStore;
import kith.store.NoteStore;
import kith.store.PictureStore;
import kith.store.ReadStore;
import kith.store.RoomReaderStore;
import kith.store.RoomStore;
import kith.store.RosterStore;
import kith.store.SettingStore;
import kith.store.SharedFlagStore;
import kith.store.SpellingStore;
import kith.store.TabStore;
import kith.store.UploadStore;

/// What a session keeps in its database, a store for each group of tables.
record Stores(
        AccountStore accounts,
        ArchiveStore archives,
        BookmarkStore bookmarks,
        ChannelStore channels,
        ChatStore chats,
        ContinuationStore continuations,
        DraftStore drafts,
        FlagStore flags,
        InvitationStore invitations,
        MessageStore messages,
        NoteStore notes,
        PictureStore pictures,
        ReadStore reads,
        RoomReaderStore roomReaders,
        RoomStore rooms,
        RosterStore rosters,
        SettingStore settings,
        SharedFlagStore sharedFlags,
        SpellingStore spellings,
        TabStore tabs,
        UploadStore uploads) {

    static Stores of(Db db) {
        var messages = new MessageStore(db);
        return new Stores(
                new AccountStore(db),
                new ArchiveStore(db),
                new BookmarkStore(db),
                new ChannelStore(db),
                new ChatStore(db),
                new ContinuationStore(db),
                new DraftStore(db),
                new FlagStore(db),
                new InvitationStore(db),
                messages,
                new NoteStore(db),
                new PictureStore(db),
                new ReadStore(db, messages),
                new RoomReaderStore(db),
                new RoomStore(db),
                new RosterStore(db),
                new SettingStore(db),
                new SharedFlagStore(db),
                new SpellingStore(db),
                new TabStore(db),
                new UploadStore(db));
    }
}
