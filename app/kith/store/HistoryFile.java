package kith.store;

import org.h2.Driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/// A database file of H2: where it is and how it is opened.
///
/// @param files H2's name of the file system
/// @param name without H2's ending, `.mv.db`
record HistoryFile(String files, Path folder, String name) {

    private static final String ENDING = ".mv.db";

    /// What H2 is told at opening.
    ///
    /// - No trace file: it would hold what people wrote.
    /// - No hook at the JVM's exit, which would close the database before the core lane is through.
    /// - 8 MB of cached pages: a window of messages needs far less, and memory is asked for by all.
    private static final String SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=8192";

    /// The history in a folder, which is made if need be.
    static HistoryFile in(Path folder) {
        try {
            return new HistoryFile(OrderedFiles.SCHEME, OwnerOnly.folder(folder), "history");
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.READ_ONLY, failure);
        }
    }

    /// Another file beside this one: `history.<mark>.mv.db`.
    HistoryFile beside(String mark) {
        return new HistoryFile(files, folder, name + "." + mark);
    }

    /// The same file, on a disk that H2 knows by a name.
    HistoryFile on(String disk) {
        return new HistoryFile(files + ":" + disk, folder, name);
    }

    Path path() {
        return folder.resolve(name + ENDING);
    }

    /// Opens the file, or makes it. The connection commits only when told.
    Connection connect() {
        try {
            if (folder.toString().indexOf(';') >= 0) { // H2 would take the rest for settings
                throw new StoreException(
                        StoreException.Kind.READ_ONLY,
                        "The history can't be in a folder with a semicolon in its name.");
            }
            OwnerOnly.file(folder, name + ENDING);
            if (!Files.isWritable(path())) { // H2 would open it, and fail at the first message
                throw new StoreException(StoreException.Kind.READ_ONLY);
            }
            return connect("jdbc:h2:%s:".formatted(files) + folder.resolve(name) + SETTINGS);
        } catch (SQLException failure) {
            throw StoreException.opening(failure);
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.READ_ONLY, failure);
        }
    }

    /// Opens a database that is nowhere but in memory and ends with its connection.
    static Connection connectInMemory() {
        try {
            return connect("jdbc:h2:mem:" + SETTINGS);
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    private static Connection connect(String url) throws SQLException {
        OrderedFiles.register();
        // No user and no password: who may read the file is the file system's to say, and hashing
        // an empty password takes a tenth of a cold start.
        var connection = Driver.load().connect(url, new Properties());
        connection.setAutoCommit(false);
        return connection;
    }
}
