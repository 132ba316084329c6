package kith.session.room;

import kith.model.AccountId;
import kith.model.OccupantPicture;
import kith.store.PictureStore;
import kith.store.PictureStore.OccupantRow;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The pictures of people in rooms that are kept, by hash: so many, and of those the ones that were
/// shown last. Core lane only.
final class KeptPictures {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final PictureStore store;

    /// By hash, what was shown last at the end.
    private final LinkedHashMap<String, OccupantRow> kept = new LinkedHashMap<>();

    private long bytes;

    KeptPictures(PictureStore store) {
        this.store = store;
    }

    /// Reads which there are.
    void load() {
        kept.clear();
        bytes = 0;
        store.ofOccupants().forEach(this::add);
    }

    /// A picture, which counts as shown.
    Optional<byte[]> find(String hash) {
        var row = kept.get(hash);
        if (row == null) {
            return Optional.empty();
        }
        kept.putLast(hash, row);
        return store.image(hash);
    }

    /// Keeps one, in place of what else was kept of that address. What came of two at once is kept
    /// once.
    void put(AccountId account, OccupantPicture picture, byte[] image) {
        if (kept.containsKey(picture.hash())) {
            return;
        }
        var row =
                new OccupantRow(account, picture.whose().toString(), picture.hash(), image.length);
        kept.values().stream()
                .filter(it -> it.account().equals(account) && it.whose().equals(row.whose()))
                .findFirst()
                .ifPresent(this::drop);
        store.put(row, image);
        add(row);
        while (kept.size() > MOST || bytes > MOST_BYTES) {
            var oldest = kept.firstEntry().getValue();
            drop(oldest);
            store.remove(oldest);
        }
    }

    /// The account is gone, and its rows with it.
    void forget(AccountId account) {
        kept.values().stream()
                .filter(it -> it.account().equals(account))
                .toList()
                .forEach(this::drop);
    }

    private void add(OccupantRow row) {
        kept.put(row.hash(), row);
        bytes += row.bytes();
    }

    private void drop(OccupantRow row) {
        kept.remove(row.hash());
        bytes -= row.bytes();
    }
}
