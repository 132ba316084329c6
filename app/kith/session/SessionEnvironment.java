package kith.session;

import kith.base.BatchLane;
import kith.base.Timer;
import kith.session.account.LinkMaker;
import kith.session.account.Passwords;
import kith.session.export.HistoryPages;
import kith.store.Db;
import kith.store.dictionary.DictionaryFolders;
import kith.store.search.IndexFolder;
import kith.xmpp.xep.XmppExtensions;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// What a session stands on and is given: its threads and its time, its disk, its servers.
///
/// @param core owns all state of the session
/// @param io runs what blocks
/// @param dictionaries where there are some to check spelling by
/// @param links makes an account's link to its server
/// @param pages the forms in which history is given out
/// @param index where the history's search index is
/// @param kept where files are kept that are still to be sent
/// @param pictures where the pictures that messages are, once they were shown, are kept
public record SessionEnvironment(
        BatchLane core,
        Executor io,
        Timer timer,
        InstantSource clock,
        Faults faults,
        Db db,
        IndexFolder index,
        DictionaryFolders dictionaries,
        Path kept,
        Path pictures,
        InboundReplay inbound,
        Passwords passwords,
        XmppExtensions extensions,
        LinkMaker links,
        HistoryPages pages) {}
