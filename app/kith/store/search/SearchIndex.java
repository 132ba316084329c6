package kith.store.search;

import kith.model.AccountId;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.SearchTerm;
import kith.model.TextRange;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The index of the words of all messages.
///
/// Written by one thread at a time, searched by any; all blocks. What is written is found at once,
/// and is on the disk with the next [#commit]. After a failure to write, it can only be closed.
public final class SearchIndex implements Closeable {

    /// Of what is in it and how it is taken apart.
    static final String VERSION = "5";

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /// How much is collected in memory before it is written.
    private static final double MEGABYTES = 8;

    /// So many are looked at in any case; of more, only how many there are, which is quicker.
    private static final int COUNTED = 1_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String history;
    private final long row;

    private SearchIndex(Directory directory, IndexWriter writer, String history, long row)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.history = history;
        this.row = row;
    }

    /// See [IndexFolder#open].
    static SearchIndex open(Directory directory, String history) throws IOException {
        try {
            var known = read(directory, history);
            if (known != null) {
                return known;
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
            if (!isDamage(damaged)) {
                throw damaged;
            }
            LOG.info("the search index is damaged, and made anew");
            LOG.debug("damaged", damaged);
        }
        empty(directory);
        return write(directory, history, 0, OpenMode.CREATE);
    }

    /// Whether the files are not what was once written, and not just out of reach now: then they
    /// may be whole, and are there again later.
    private static boolean isDamage(Exception failure) {
        return !(failure instanceof IOException)
                || failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException;
    }

    /// Reads the whole of it, which takes a moment: Lucene itself would notice damage only when it
    /// comes upon it.
    private static @Nullable SearchIndex read(Directory directory, String history)
            throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return null;
        }
        Map<String, String> said;
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            said = reader.getIndexCommit().getUserData();
        }
        boolean isOurs = VERSION.equals(said.get("version")) && history.equals(said.get("history"));
        if (!isOurs) {
            return null;
        }
        long row = Long.parseLong(Objects.requireNonNullElse(said.get("row"), "0"));
        return write(directory, history, row, OpenMode.APPEND);
    }

    private static SearchIndex write(Directory directory, String history, long row, OpenMode mode)
            throws IOException {
        var config =
                new IndexWriterConfig(new FoldingAnalyzer(true))
                        .setOpenMode(mode)
                        .setIndexSort(Order.NEWEST.sort()) // the newest are found without the rest
                        .setRAMBufferSizeMB(MEGABYTES)
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setCommitOnClose(false);
        var writer = new IndexWriter(directory, config);
        boolean isOpen = false;
        try {
            var index = new SearchIndex(directory, writer, history, row);
            isOpen = true;
            return index;
        } finally {
            if (!isOpen) {
                IOUtils.closeWhileHandlingException(writer); // else its lock stays
            }
        }
    }

    private static void empty(Directory directory) throws IOException {
        for (var file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /// The row up to which it knew all messages when it was opened, from 1; 0 for none.
    public long row() {
        return row;
    }

    /// Takes in messages that it doesn't have.
    public void add(List<Message> messages) throws IOException {
        for (var message : messages) {
            writer.addDocument(Documents.of(message));
        }
    }

    /// Takes in what messages are now that it may have.
    public void put(List<Message> messages) throws IOException {
        for (var message : messages) {
            writer.updateDocument(Documents.key(message.key()), Documents.of(message));
        }
    }

    /// Forgets messages.
    public void remove(List<MessageKey> messages) throws IOException {
        for (var message : messages) {
            writer.deleteDocuments(Documents.key(message));
        }
    }

    /// Forgets all of an account.
    public void remove(AccountId account) throws IOException {
        writer.deleteDocuments(Documents.account(account));
    }

    /// Makes a part of it what the store has: puts what is new or otherwise, and forgets what isn't
    /// there.
    ///
    /// @param from the row after which the part begins
    /// @param to the last row of the part
    /// @param messages all that the store has there
    public void compare(long from, long to, List<Message> messages) throws IOException {
        var known = prints(from, to);
        var changed = new ArrayList<Message>();
        for (var message : messages) {
            var print = known.remove(message.key());
            if (print == null || print != Documents.print(message)) {
                changed.add(message);
            }
        }
        put(changed);
        remove(List.copyOf(known.keySet()));
    }

    private Map<MessageKey, Long> prints(long from, long to) throws IOException {
        var prints = new HashMap<MessageKey, Long>();
        searchers.maybeRefreshBlocking();
        var searcher = searchers.acquire();
        try {
            var range = LongPoint.newRangeQuery(Documents.ROW, from + 1, to);
            int most = (int) Math.min(to - from, Integer.MAX_VALUE); // one of each row
            var hits = searcher.search(range, most).scoreDocs;
            for (var hit : hits) {
                var leaf = leaf(searcher, hit.doc);
                var rows = DocValues.getSortedNumeric(leaf.reader(), Documents.ROW);
                var values = DocValues.getNumeric(leaf.reader(), Documents.PRINT);
                int doc = hit.doc - leaf.docBase;
                if (rows.advanceExact(doc) && values.advanceExact(doc)) {
                    prints.put(new MessageKey(rows.nextValue()), values.longValue());
                }
            }
        } finally {
            searchers.release(searcher);
        }
        return prints;
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }

    /// Brings all to the disk.
    ///
    /// @param upTo the row up to which it knows all messages
    public void commit(long upTo) throws IOException {
        var said = Map.of("version", VERSION, "history", history, "row", Long.toString(upTo));
        writer.setLiveCommitData(said.entrySet());
        writer.commit();
    }

    /// Looks for messages. Any thread.
    ///
    /// @param skip how many to leave out, of those that come first
    /// @param limit how many to give at most
    /// @throws IOException where it can't be read, or is closed
    public Found search(IndexQuery asked, Order order, int skip, int limit) throws IOException {
        try {
            searchers.maybeRefreshBlocking(); // another may be about to see what is new
            var searcher = searchers.acquire();
            try {
                return search(searcher, asked, order, skip, limit);
            } finally {
                searchers.release(searcher);
            }
        } catch (AlreadyClosedException closed) {
            throw new IOException(closed);
        }
    }

    private static Found search(
            IndexSearcher searcher, IndexQuery asked, Order order, int skip, int limit)
            throws IOException {
        var query = LuceneQuery.of(asked);
        var collecting = new TopFieldCollectorManager(order.sort(), skip + limit, null, COUNTED);
        var top = searcher.search(query, collecting);
        var keys = new ArrayList<MessageKey>();
        for (int at = skip; at < top.scoreDocs.length; at++) {
            var fields = ((FieldDoc) top.scoreDocs[at]).fields;
            keys.add(new MessageKey((Long) fields[fields.length - 1]));
        }
        return new Found(List.copyOf(keys), total(searcher, query, top.totalHits));
    }

    private static int total(IndexSearcher searcher, Query query, TotalHits hits)
            throws IOException {
        return hits.relation() == TotalHits.Relation.EQUAL_TO
                ? (int) hits.value()
                : searcher.count(query);
    }

    /// Where in a text is what is looked for; in order, apart from each other. Needs no index.
    public static List<TextRange> marks(String text, List<SearchTerm> terms) {
        return Marks.in(text, terms);
    }

    /// Closes it; what wasn't committed is lost.
    @Override
    public void close() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
