package kith.session.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.session.picture.PictureFolder.Kept;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/// The files of pictures on the disk, whatever happens to them there.
class PictureFolderTest {

    private static final String A = "1-" + "a".repeat(32);
    private static final String B = "22-" + "b".repeat(32);
    private static final String C = "333-" + "c".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir Path around;
    private Path place;
    private PictureFolder folder;

    @BeforeEach
    void set() {
        place = around.resolve("data").resolve("pictures");
        folder = new PictureFolder(place);
    }

    private void write(String name, int size) throws IOException {
        folder.write(name, new byte[size]);
    }

    @Test
    void aFolderThatIsNotThereHasNothingAndIsNotMade() {
        assertThat(folder.list()).isEmpty();
        folder.use(A, NOW);
        folder.delete(A);
        assertThat(around).isEmptyDirectory();
    }

    @Test
    void whatWasUsedLastIsTheLast() throws IOException {
        write(A, 1);
        write(B, 2);
        write(C, 3);
        folder.use(B, NOW);
        folder.use(C, NOW.plusSeconds(1));
        folder.use(A, NOW.plusSeconds(2));
        assertThat(folder.list()).containsExactly(new Kept(B, 2), new Kept(C, 3), new Kept(A, 1));
        folder.delete(C);
        assertThat(folder.list()).containsExactly(new Kept(B, 2), new Kept(A, 1));
    }

    @Test
    void whatIsWrittenIsThereWholeAndNothingBesideIt() throws IOException {
        folder.write(A, new byte[] {1, 2, 3});
        assertThat(folder.path(A)).hasBinaryContent(new byte[] {1, 2, 3});
        folder.write(A, new byte[] {4});
        assertThat(folder.path(A)).hasBinaryContent(new byte[] {4});
        assertThat(place).isDirectoryContaining(it -> it.equals(folder.path(A)));
        assertThat(names()).containsExactly(A);
    }

    /// A folder where the file is to be can't be replaced by it.
    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        Files.createDirectories(folder.path(A).resolve("in the way"));
        assertThatThrownBy(() -> write(A, 5)).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly(A);
    }

    @Test
    void aFolderThatCannotBeMadeIsAnIoError() throws IOException {
        Files.writeString(around.resolve("data"), "in the way");
        assertThatThrownBy(() -> write(A, 5)).isInstanceOf(IOException.class);
        assertThat(folder.list()).isEmpty();
    }

    @Test
    void whatAPowerCutLeftIsRemoved() throws IOException {
        write(A, 1);
        Files.write(place.resolve("0b2f6c6e-9d4e-4a63-9c53-0d3a5d0f2b11"), new byte[7]);
        Files.write(place.resolve(A + ".part"), new byte[7]);
        assertThat(folder.list()).containsExactly(new Kept(A, 1));
        assertThat(names()).containsExactly(A);
    }

    /// As of a user who looks around there.
    @Test
    void whatCannotBeRemovedIsInNobodysWay() throws IOException {
        Files.createDirectories(place.resolve("mine").resolve("deeper"));
        Files.createDirectories(place.resolve(B).resolve("deeper"));
        write(A, 1);
        write(C, 3);
        assertThat(folder.list()).containsExactlyInAnyOrder(new Kept(A, 1), new Kept(C, 3));
        assertThat(place.resolve("mine").resolve("deeper")).exists();
    }

    @Test
    void whatALinkLeadsToIsNotTouched() throws IOException {
        write(A, 1);
        var outside = Files.write(around.resolve("letter.txt"), new byte[9]);
        Files.createSymbolicLink(place.resolve("other"), outside);
        Files.createSymbolicLink(place.resolve(B), outside);
        assertThat(folder.list()).containsExactly(new Kept(A, 1));
        assertThat(outside).hasSize(9);
        assertThat(names()).containsExactly(A);
    }

    @Test
    void whatIsBesideTheFolderIsNotTouched() throws IOException {
        write(A, 1);
        var beside = Files.write(around.resolve("data").resolve(B), new byte[9]);
        folder.list();
        folder.delete(B);
        assertThat(beside).exists();
    }

    @Test
    void nobodyElseMayLookInside() throws IOException {
        write(A, 1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(place)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }
}
