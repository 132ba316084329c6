package kith.store;

import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;

/// The store failed: a fault of the environment, or a bug; nothing a user's peer could cause.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// H2's causes may go round in a circle.
    private static final int DEEPEST = 50;

    private final Kind kind;

    StoreException(Kind kind) {
        this(kind, kind.sentence);
    }

    StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    StoreException(Kind kind, Throwable cause) {
        this(kind, kind.sentence, cause);
    }

    /// What the database said when it was to open a file: it has run no statement of ours, so a
    /// wrong one is of the file.
    static StoreException opening(SQLException failure) {
        var kind = Kind.of(failure);
        return new StoreException(kind == Kind.BUG ? Kind.DAMAGED : kind, failure);
    }

    /// What the database said, by what it means. The message is ours: H2's own may hold values.
    static StoreException of(SQLException failure) {
        return new StoreException(Kind.of(failure), failure);
    }

    public Kind kind() {
        return kind;
    }

    /// What is the matter, as far as the user or the caller can do something about it.
    public enum Kind {
        /// Another process has the file.
        LOCKED("Another Kith is using this history."),
        /// The file is not what Kith wrote.
        DAMAGED("The history is damaged."),
        /// The file or its folder can't be written.
        READ_ONLY("The history can't be written: no permission, or the disk is read-only."),
        /// Writing or reading failed: mostly, the disk is full.
        DISK("The history can't be written: the disk is full or failing."),
        /// A newer Kith wrote it.
        NEWER("The history is of a newer Kith; this one is too old for it."),
        /// A schema file that has shipped is not what it was; never in a Kith that was built right.
        SCHEMA("The history's schema is not what this Kith knows."),
        /// A statement is wrong: a bug.
        BUG("The history could not be read or written.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /// What a log and a command say; the window has texts of its own.
        public String sentence() {
            return sentence;
        }

        private static Kind of(SQLException failure) {
            return switch (failure.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> LOCKED;
                // One connection alone has the file: nobody else can be holding a row.
                case ErrorCode.FILE_CORRUPTED_1,
                        ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX,
                        ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                        ErrorCode.LOCK_TIMEOUT_1,
                        ErrorCode.DATA_CONVERSION_ERROR_1,
                        ErrorCode.INVALID_DATETIME_CONSTANT_2,
                        ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1,
                        ErrorCode.COLUMN_NOT_FOUND_1,
                        ErrorCode.FILE_VERSION_ERROR_1,
                        ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                        DAMAGED;
                case ErrorCode.DATABASE_IS_READ_ONLY,
                        ErrorCode.FILE_CREATION_FAILED_1,
                        ErrorCode.FILE_DELETE_FAILED_1,
                        ErrorCode.FILE_RENAME_FAILED_2 ->
                        READ_ONLY;
                case ErrorCode.IO_EXCEPTION_1,
                        ErrorCode.IO_EXCEPTION_2,
                        ErrorCode.OUT_OF_MEMORY,
                        ErrorCode.DATABASE_IS_CLOSED,
                        ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                        ErrorCode.OBJECT_CLOSED ->
                        DISK;
                case ErrorCode.GENERAL_ERROR_1 -> ofGeneral(failure);
                default -> BUG;
            };
        }

        /// H2 calls "general" what its page store says in the middle of a statement, often wrapped
        /// by the threads that it writes on, and whatever breaks inside it over pages that are not
        /// what it wrote.
        private static Kind ofGeneral(SQLException failure) {
            var causes =
                    Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                            .limit(DEEPEST)
                            .toList();
            var said =
                    causes.stream()
                            .filter(MVStoreException.class::isInstance)
                            .map(cause -> of((MVStoreException) cause))
                            .toList();
            if (said.isEmpty()) {
                return causes.stream().anyMatch(Error.class::isInstance) ? BUG : DAMAGED;
            }
            return said.stream()
                    .filter(kind -> kind != BUG)
                    .findFirst()
                    .orElseGet(() -> brokeOverAPage(causes.getLast()) ? DAMAGED : BUG);
        }

        /// H2 calls "internal" what breaks while it unpacks a page.
        private static boolean brokeOverAPage(Throwable cause) {
            return cause instanceof DataFormatException
                    || (cause instanceof RuntimeException && !(cause instanceof MVStoreException));
        }

        private static Kind of(MVStoreException failure) {
            return switch (failure.getErrorCode()) {
                case DataUtils.ERROR_READING_FAILED,
                        DataUtils.ERROR_WRITING_FAILED,
                        DataUtils.ERROR_CLOSED ->
                        DISK;
                case DataUtils.ERROR_FILE_CORRUPT,
                        DataUtils.ERROR_CHUNK_NOT_FOUND,
                        DataUtils.ERROR_BLOCK_NOT_FOUND,
                        DataUtils.ERROR_TRANSACTION_CORRUPT,
                        DataUtils.ERROR_SERIALIZATION,
                        DataUtils.ERROR_UNKNOWN_DATA_TYPE ->
                        DAMAGED;
                default -> BUG;
            };
        }
    }
}
