package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ChosenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Files that the user chooses: what is found out of them before they are sent.
class ChosenFilesTest extends FilesFixture {

    @Test
    void whatIsChosenIsLookedAt() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));
        var gone = folder.resolve("gone.txt");
        var chosen =
                session.files
                        .look(List.of(film.path(), folder, empty, gone))
                        .toCompletableFuture()
                        .join();
        assertThat(chosen)
                .containsExactly(
                        new ChosenFile.Usable(film, false),
                        new ChosenFile.Unusable(
                                folder.getFileName().toString(), ChosenFile.Reason.FOLDER),
                        new ChosenFile.Unusable("empty", ChosenFile.Reason.EMPTY),
                        new ChosenFile.Unusable("gone.txt", ChosenFile.Reason.UNREADABLE));
    }

    /// A small file can hold a picture that fills all memory.
    @ParameterizedTest
    @CsvSource({
        "a.png,89504e470d0a1a0a0000000d494844520000000300000002,true",
        "bomb.png,89504e470d0a1a0a0000000d494844520000c3500000c350,false",
        "none.png,89504e470d0a1a0a0000000d494844520000000000000002,false",
        "below.png,89504e470d0a1a0a0000000d49484452ffffffff00000002,false",
        "cut.png,89504e470d0a1a0a0000000d49484452,false",
        "words.png,776f726473,false",
        "a.jpg,ffd8ffe100040102ffffc2000b0800020003,true",
        "bomb.jpg,ffd8ffe100040102ffc0000b08fffffffe,false",
        "tables.jpg,ffd8ffc4000b0800020003,false",
        "odd.jpg,ffd800,false",
        "a.gif,47494638396103000200,true",
        "bomb.gif,474946383961ffffffff,false",
        "a.bmp,424d000000000000000000000000280000000300000002000000,true",
        "down.bmp,424d0000000000000000000000002800000003000000feffffff,true",
        "bomb.bmp,424d00000000000000000000000028000000ffff00ffff000000,false",
        "a.txt,89504e470d0a1a0a0000000d494844520000000300000002,false"
    })
    void aPictureIsOneThatCanBeShown(String name, String head, boolean isPicture)
            throws IOException {
        var path = Files.write(folder.resolve(name), HexFormat.of().parseHex(head));
        assertThat(look(path).isPicture()).isEqualTo(isPicture);
    }

    @Test
    void aPictureInALargeFileIsNotShown() throws IOException {
        var head = HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000300000002");
        var path = Files.write(folder.resolve("a.png"), Arrays.copyOf(head, 21_000_000));
        assertThat(look(path).isPicture()).isFalse();
    }

    @Test
    void aNameIsMadeFitToBeSeen() throws IOException {
        var strange = file("a\u202Egpj\n.exe", "x");
        assertThat(strange.name()).isEqualTo("agpj.exe");
    }
}
