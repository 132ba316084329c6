package kith.store.dictionary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The folders in which dictionaries are looked for. Blocks. Any thread.
public final class DictionaryFolders {

    private static final Logger LOG = LoggerFactory.getLogger(DictionaryFolders.class);

    /// Office programs have a folder for each language, and some of these have folders.
    private static final int DEPTH = 3;

    /// Far more dictionaries than there are.
    private static final int MOST_FILES = 5000;

    /// Far more other files than there are where dictionaries are kept.
    private static final int MOST_OTHERS = 100_000;

    /// More languages than anybody wants to choose from.
    private static final int MOST = 300;

    private final List<Path> folders;

    /// @param folders where two have the same dictionary, that of the first counts; one that isn't
    ///   there has none
    public DictionaryFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// The one that counts before all others.
    public Path first() {
        return folders.getFirst().toAbsolutePath();
    }

    /// What the dictionaries are called: `en_GB`. Nothing in them was read.
    ///
    /// @return immutable, in order
    public List<String> names() {
        return List.copyOf(find().keySet());
    }

    /// Reads one.
    ///
    /// @return empty where there is none of that name, or it can't be read
    public Optional<WordBook> open(String name) {
        var files = Optional.ofNullable(find().get(name));
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(files.get().read());
        } catch (UnreadableDictionaryException damaged) {
            LOG.warn("The dictionary {} can't be read", files.get().words(), damaged);
            return Optional.empty();
        }
    }

    private Map<String, DictionaryFiles> find() {
        var found = new TreeMap<String, DictionaryFiles>();
        for (var folder : folders) {
            for (var affixes : affixFiles(folder)) {
                var file = affixes.getFileName().toString();
                var name = file.substring(0, file.length() - ".aff".length());
                var words = affixes.resolveSibling(name + ".dic");
                if (found.size() < MOST && !name.isBlank() && Files.isRegularFile(words)) {
                    found.putIfAbsent(name, new DictionaryFiles(affixes, words));
                }
            }
        }
        return found;
    }

    /// A link in it is followed to a file, never to a folder: that might be above. What can't be
    /// looked at hides nothing else.
    private static List<Path> affixFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new AffixFiles();
        try {
            Files.walkFileTree(
                    folder.toRealPath(), EnumSet.noneOf(FileVisitOption.class), DEPTH, found);
        } catch (IOException unreadable) {
            LOG.debug("No dictionaries from {}", folder, unreadable);
        }
        return found.inOrder();
    }

    /// Those that were come upon.
    private static final class AffixFiles extends SimpleFileVisitor<Path> {

        private final List<Path> files = new ArrayList<>();
        private int others;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(".aff") && Files.isRegularFile(file)) {
                files.add(file);
            } else {
                others++;
            }
            return files.size() < MOST_FILES && others < MOST_OTHERS
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            LOG.debug("{} can't be looked at", file, unreadable);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unreadable) {
            return FileVisitResult.CONTINUE; // the rest of it can't be looked at
        }

        List<Path> inOrder() {
            return files.stream().sorted().toList();
        }
    }
}
