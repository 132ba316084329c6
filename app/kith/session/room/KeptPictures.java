package kith.session.room;

import kith.model.AccountId;
import kith.model.OccupantPicture;
import kith.store.PictureStore;
import kith.store.PictureStore.OccupantRow;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The pictures of people in rooms that are kept, by hash: so many, and of those the ones that were
/// shown last. Which there are is known without reading any. Core lane only.
final class KeptPictures {

    /// Together they are at most 64 MiB, as none is larger than
    /// [kith.xmpp.xep.Xep0054VCard#MOST_BYTES], and mostly a tenth of that.
    private static final int MOST = 250;

    private final PictureStore store;

    /// By hash, what was shown last at the end.
    private final LinkedHashMap<String, OccupantRow> kept = new LinkedHashMap<>();

    KeptPictures(PictureStore store) {
        this.store = store;
    }

    /// Reads which there are.
    void load() {
        kept.clear();
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
        var row = new OccupantRow(account, picture.whose().toString(), picture.hash());
        kept.values().stream()
                .filter(it -> it.account().equals(account) && it.whose().equals(row.whose()))
                .findFirst()
                .ifPresent(this::drop);
        store.put(row, image);
        add(row);
        if (kept.size() > MOST) {
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
    }

    private void drop(OccupantRow row) {
        kept.remove(row.hash());
    }
}
