package kith.session.picture;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.MessageKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Which pictures stay on the disk when there are too many.
class KeptPicturesTest {

    private static final String URL = "https://d.birke.example/a.png";

    private final PictureFolder folder;
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    KeptPicturesTest(@TempDir Path place) {
        folder = new PictureFolder(place.resolve("pictures"));
    }

    /// The pictures that are kept, of 100 bytes at most.
    private KeptPictures kept() {
        return new KeptPictures(folder, 100, () -> now, Runnable::run);
    }

    private void put(KeptPictures kept, int row, int size) throws IOException {
        var name = name(row);
        folder.write(name, new byte[size]);
        kept.put(name, size);
        folder.use(name, now);
        now = now.plusSeconds(1);
    }

    private static String name(int row) {
        return KeptPictures.name(new MessageKey(row), URL);
    }

    private boolean isThere(KeptPictures kept, int row) {
        boolean isThere = Files.exists(folder.path(name(row)));
        assertThat(kept.find(new MessageKey(row), URL).isPresent()).isEqualTo(isThere);
        return isThere;
    }

    private List<Integer> there(KeptPictures kept, int... rows) {
        return Arrays.stream(rows).filter(it -> isThere(kept, it)).boxed().toList();
    }

    @Test
    void whatWasShownLongestAgoGoesFirst() throws IOException {
        var kept = kept();
        put(kept, 1, 40);
        put(kept, 2, 40);
        assertThat(kept.find(new MessageKey(1), URL)).contains(folder.path(name(1)));
        put(kept, 3, 40);
        assertThat(there(kept, 1, 2, 3)).containsExactly(1, 3);
    }

    @Test
    void allThatHasRoomStays() throws IOException {
        var kept = kept();
        put(kept, 1, 60);
        put(kept, 2, 40);
        put(kept, 2, 40);
        put(kept, 1, 60);
        assertThat(there(kept, 1, 2)).containsExactly(1, 2);
    }

    /// One that has come just now is shown, however large it is.
    @Test
    void aLargeOneStaysAlone() throws IOException {
        var kept = kept();
        put(kept, 1, 10);
        put(kept, 2, 150);
        assertThat(there(kept, 1, 2)).containsExactly(2);
        put(kept, 3, 10);
        assertThat(there(kept, 2, 3)).containsExactly(3);
    }

    @Test
    void afterARestartTheSameGoesFirst() throws IOException {
        var before = kept();
        put(before, 1, 40);
        put(before, 2, 40);
        now = now.plusSeconds(1);
        assertThat(before.find(new MessageKey(1), URL)).isPresent();
        var after = kept();
        after.found(folder.list());
        put(after, 3, 40);
        assertThat(there(after, 1, 2, 3)).containsExactly(1, 3);
    }

    @Test
    void whatIsTooMuchAtTheStartGoes() throws IOException {
        for (int row = 1; row <= 3; row++) {
            folder.write(name(row), new byte[40]);
            folder.use(name(row), now.plusSeconds(row));
        }
        var kept = kept();
        kept.found(folder.list());
        assertThat(there(kept, 1, 2, 3)).containsExactly(2, 3);
    }

    @Test
    void whatHasComeWhileTheFolderWasLookedAtIsTheNewest() throws IOException {
        folder.write(name(1), new byte[40]);
        var kept = kept();
        put(kept, 2, 40);
        kept.found(folder.list());
        put(kept, 3, 40);
        assertThat(there(kept, 1, 2, 3)).containsExactly(2, 3);
    }

    @Test
    void whatIsLostTakesNoRoom() throws IOException {
        var kept = kept();
        put(kept, 1, 40);
        put(kept, 2, 40);
        folder.delete(name(1));
        kept.lost(folder.path(name(1)));
        put(kept, 3, 40);
        assertThat(there(kept, 1, 2, 3)).containsExactly(2, 3);
    }

    @Test
    void aMessageIsForgottenAndNoOther() throws IOException {
        var kept = kept();
        put(kept, 1, 10);
        put(kept, 11, 10);
        kept.forget(new MessageKey(1));
        assertThat(there(kept, 1, 11)).containsExactly(11);
        kept.forgetAll();
        assertThat(folder.list()).isEmpty();
    }

    /// The store may be set back, and give a row to another message.
    @Test
    void thePictureOfAnotherPlaceIsAnotherPicture() throws IOException {
        var kept = kept();
        put(kept, 1, 10);
        assertThat(kept.find(new MessageKey(1), "https://d.birke.example/b.png")).isEmpty();
    }
}
