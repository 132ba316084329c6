package kith.session.picture;

import kith.model.MessageKey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Which pictures are kept on this computer, of which messages: so many bytes, and of those the
/// ones that were shown last. Core lane only; the disk is touched on io.
final class KeptPictures {

    private final PictureFolder folder;
    private final long most;
    private final InstantSource clock;
    private final Executor io;

    /// Bytes by name, what was shown last at the end.
    private final LinkedHashMap<String, Long> kept = new LinkedHashMap<>();

    private long bytes;

    /// @param most bytes in all; a single one may be larger
    KeptPictures(PictureFolder folder, long most, InstantSource clock, Executor io) {
        this.folder = folder;
        this.most = most;
        this.clock = clock;
        this.io = io;
    }

    /// What was there at the start; older than what has come since.
    void found(List<PictureFolder.Kept> there) {
        var since = new LinkedHashMap<>(kept);
        kept.clear();
        bytes = 0;
        there.forEach(it -> put(it.name(), it.size()));
        since.forEach(this::put);
        shrink();
    }

    /// The file of a message's picture, which counts as shown.
    Optional<Path> find(MessageKey message, String url) {
        var name = name(message, url);
        var size = kept.get(name);
        if (size == null) {
            return Optional.empty();
        }
        kept.putLast(name, size);
        var now = clock.instant();
        io.execute(() -> folder.use(name, now));
        return Optional.of(folder.path(name));
    }

    /// It is there.
    void put(String name, long size) {
        drop(name);
        kept.putLast(name, size);
        bytes += size;
        shrink();
    }

    /// A file isn't there any more.
    void lost(Path file) {
        drop(file.getFileName().toString());
    }

    /// A message is gone, and what is kept of it.
    void forget(MessageKey message) {
        var of = message.row() + "-";
        kept.keySet().stream().filter(it -> it.startsWith(of)).toList().forEach(this::delete);
    }

    void forgetAll() {
        List.copyOf(kept.keySet()).forEach(this::delete);
    }

    /// What the file of a message's picture is called: nothing of it is anybody else's choice. The
    /// row alone would be another message's where the store was set back.
    static String name(MessageKey message, String url) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(url.getBytes(StandardCharsets.UTF_8));
            return message.row() + "-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private void shrink() {
        while (bytes > most && kept.size() > 1) {
            delete(kept.firstEntry().getKey());
        }
    }

    private void delete(String name) {
        drop(name);
        io.execute(() -> folder.delete(name));
    }

    private void drop(String name) {
        Optional.ofNullable(kept.remove(name)).ifPresent(size -> bytes -= size);
    }
}
