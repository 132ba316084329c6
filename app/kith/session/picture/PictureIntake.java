package kith.session.picture;

import kith.base.Lane;
import kith.model.LocalFile;
import kith.model.MessageKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Looks at what has come, and at what is ours, and brings it into the folder of what is kept. Core
/// lane only; files are looked at and written on io.
final class PictureIntake {

    private static final Logger LOG = LoggerFactory.getLogger(PictureIntake.class);

    private final PictureFolder folder;
    private final KeptPictures kept;
    private final Drawing drawing;
    private final Executor io;
    private final Lane core;

    /// Of what has come and is being written.
    private final Set<MessageKey> taking = new HashSet<>();

    /// Files of ours that are being taken over.
    private final Map<MessageKey, Path> adopting = new HashMap<>();

    PictureIntake(
            PictureFolder folder, KeptPictures kept, Drawing drawing, Executor io, Lane core) {
        this.folder = folder;
        this.kept = kept;
        this.drawing = drawing;
        this.io = io;
        this.core = core;
    }

    /// What became of one.
    ///
    /// @param picture empty for what can't be drawn
    /// @param isKept whether there was room for it, too
    record Taken(Optional<DrawablePicture> picture, boolean isKept) {}

    /// Whether a message's picture has come and is not there yet.
    boolean isTaking(MessageKey message) {
        return taking.contains(message);
    }

    /// The file of ours that is a message's picture, as long as it is being taken over.
    Optional<Path> adopting(MessageKey message) {
        return Optional.ofNullable(adopting.get(message));
    }

    /// Takes in what has come.
    ///
    /// @param url where it lies
    /// @param taken is told on the core lane what became of it
    void take(MessageKey message, String url, byte[] file, Consumer<Taken> taken) {
        taking.add(message);
        io.execute(
                () -> {
                    var what = keep(message, url, DrawablePicture.of(file));
                    core.execute(
                            () -> {
                                taking.remove(message);
                                taken.accept(what);
                            });
                });
    }

    /// Takes over the file of a message of ours, which others can get now.
    ///
    /// @return completes on the core lane when nobody needs the file for that any more; with
    ///   nothing where it can't be read
    CompletionStage<Optional<Taken>> adopt(MessageKey message, String url, LocalFile file) {
        adopting.put(message, file.path());
        return CompletableFuture.supplyAsync(() -> adopt(message, url, file.path()), io)
                .whenCompleteAsync((_, _) -> adopting.remove(message), core);
    }

    private Optional<Taken> adopt(MessageKey message, String url, Path file) {
        try {
            return Optional.of(keep(message, url, drawing.read(file)));
        } catch (IOException unreadable) {
            LOG.info("Not taken over: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// On io.
    private Taken keep(MessageKey message, String url, Optional<DrawablePicture> picture) {
        return new Taken(picture, picture.filter(it -> keep(message, url, it)).isPresent());
    }

    /// Writes it.
    ///
    /// @return whether there was room
    private boolean keep(MessageKey message, String url, DrawablePicture picture) {
        var name = KeptPictures.name(message, url);
        try {
            folder.write(name, picture.file());
            core.execute(() -> kept.put(name, picture.file().length));
            return true;
        } catch (IOException full) {
            LOG.warn("A picture can't be kept: {}", full.getClass().getSimpleName());
            return false;
        }
    }
}
