package kith.store.search;

import kith.store.OwnerOnly;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// The folder that an index is in, which only its owner can read. Any thread; blocks.
public final class IndexFolder {

    private static final String MARK = "closed-in-order";

    private final Path folder;
    private final UnaryOperator<Directory> disk;

    /// @param profile where the history is
    public IndexFolder(Path profile) {
        this(profile, UnaryOperator.identity());
    }

    /// @param disk what is between Lucene and the folder
    IndexFolder(Path profile, UnaryOperator<Directory> disk) {
        this.folder = profile.resolve("search");
        this.disk = disk;
    }

    /// Takes the mark away that whoever had the index last has left behind: from now on its changes
    /// may be unknown to the index.
    ///
    /// @return whether it was there; if not, each message has to be compared
    public boolean takeCleanMark() throws IOException {
        return Files.deleteIfExists(folder.resolve(MARK));
    }

    /// Leaves the mark: the index is closed and knows of every change.
    public void leaveCleanMark() throws IOException {
        Files.write(folder.resolve(MARK), new byte[0]);
    }

    /// Opens the index of a history; one that is damaged, of another history or of another version
    /// of Kith is thrown away, and an empty one is made.
    ///
    /// @param history names it
    /// @throws IOException where the folder can't be written
    public SearchIndex open(String history) throws IOException {
        return SearchIndex.open(directory(), history);
    }

    private Directory directory() throws IOException {
        return disk.apply(FSDirectory.open(OwnerOnly.folder(folder)));
    }
}
