package kith.store.dictionary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The folders in which dictionaries are looked for. Blocks. Any thread.
public final class DictionaryFolders {

    private static final Logger LOG = LoggerFactory.getLogger(DictionaryFolders.class);

    /// Office programs have a folder for each language, and some of these have folders.
    private static final int DEPTH = 3;

    /// Far more files than there are where dictionaries are kept.
    private static final int MOST_FILES = 5000;

    /// More languages than anybody wants to choose from.
    private static final int MOST = 300;

    private final List<Path> folders;

    /// @param folders where two have the same dictionary, that of the first counts; one that isn't
    ///   there has none
    public DictionaryFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
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

    /// A link in it is followed to a file, never to a folder: that might be above.
    private static List<Path> affixFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder.toRealPath(), DEPTH)) {
            return new ArrayList<>(
                    files.limit(MOST_FILES)
                            .filter(file -> file.getFileName().toString().endsWith(".aff"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList());
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.debug("No dictionaries from {}", folder, unreadable);
            return List.of();
        }
    }
}
