package kith.store;

import kith.model.AccountId;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// One file of a [Journal]. An entry is the length and the checksum of what follows: number,
/// account, time, text in UTF-8. Reading ends at the first that isn't whole.
///
/// Not a channel: a thread that is interrupted while it writes would close it for all.
final class JournalFile {

    private static final int HEAD = 2 * Integer.BYTES;
    private static final int NAMES = 2 * Long.BYTES + Integer.BYTES;

    private final Path path;
    private final RandomAccessFile file;
    private long size;
    private long last;

    private JournalFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /// Opens a file and reads how far it goes.
    static JournalFile existing(Path path) throws IOException {
        var opened = new JournalFile(path, new RandomAccessFile(path.toFile(), "rw"));
        opened.size = Files.size(path) - opened.replay(entry -> opened.last = entry.number());
        opened.file.seek(opened.size);
        return opened;
    }

    /// Bytes that are whole entries.
    long size() {
        return size;
    }

    /// The number of the last entry; 0 for none.
    long last() {
        return last;
    }

    /// Adds an entry, in one write. Where that fails, what was written of it is taken back.
    void append(Journal.Entry entry) throws IOException {
        var bytes = bytes(entry);
        boolean isWhole = false;
        try {
            file.write(bytes);
            isWhole = true;
            size += bytes.length;
            last = entry.number();
        } finally {
            if (!isWhole) {
                file.setLength(size);
                file.seek(size);
            }
        }
    }

    /// Gives the entries, oldest first.
    ///
    /// @return how many bytes at the end are no whole entry
    long replay(Consumer<Journal.Entry> consumer) throws IOException {
        long left = Files.size(path);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            var next = read(in, left);
            while (next.isPresent()) {
                left -= HEAD + next.get().length;
                consumer.accept(entry(next.get()));
                next = read(in, left);
            }
            return left;
        }
    }

    /// Takes out all entries.
    void clear() throws IOException {
        if (size > 0) {
            file.setLength(0);
            file.seek(0);
            size = 0;
        }
    }

    void close() throws IOException {
        file.close();
    }

    void delete() throws IOException {
        file.close();
        Files.delete(path);
    }

    private static byte[] bytes(Journal.Entry entry) {
        var text = entry.xml().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(HEAD + NAMES + text.length);
        bytes.putInt(NAMES + text.length).putInt(0);
        bytes.putLong(entry.number()).putInt(entry.account().value());
        bytes.putLong(entry.at().toEpochMilli()).put(text);
        bytes.putInt(Integer.BYTES, checksum(bytes.array(), HEAD));
        return bytes.array();
    }

    private static Optional<byte[]> read(DataInputStream in, long left) throws IOException {
        if (left < HEAD + NAMES) {
            return Optional.empty();
        }
        int length = in.readInt();
        int checksum = in.readInt();
        if (length < NAMES || length > left - HEAD) {
            return Optional.empty();
        }
        var payload = in.readNBytes(length);
        return checksum(payload, 0) == checksum ? Optional.of(payload) : Optional.empty();
    }

    private static Journal.Entry entry(byte[] payload) {
        var bytes = ByteBuffer.wrap(payload);
        return new Journal.Entry(
                bytes.getLong(),
                new AccountId(bytes.getInt()),
                Instant.ofEpochMilli(bytes.getLong()),
                new String(payload, NAMES, payload.length - NAMES, StandardCharsets.UTF_8));
    }

    private static int checksum(byte[] bytes, int from) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
