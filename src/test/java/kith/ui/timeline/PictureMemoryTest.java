package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import kith.base.LargePictureFiles;
import kith.base.PictureFiles;
import kith.store.OtherJvm;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The largest pictures that are drawn at all, in little memory: two at once fit into Kith's heap
/// beside all else (H55). Heap is what the JVM is given; what is beside it, the process grows by.
class PictureMemoryTest {

    private static final List<String> OPTIONS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw");

    @TempDir Path folder;

    static Stream<Arguments> largest() {
        return Stream.of(
                arguments("jpeg", 16, "640x480", 30, LargePictureFiles.jpeg(8_000, 6_000, false)),
                arguments("jpeg in passes", 16, "480x480", 110, passes()),
                arguments("png", 96, "480x480", 110, LargePictureFiles.png(4_000, 4_000)),
                arguments("gif", 96, "480x480", 110, LargePictureFiles.gif(2_640, 2_640)),
                arguments("bmp", 96, "480x480", 110, LargePictureFiles.bmp(4_000, 4_000)));
    }

    private static byte[] passes() {
        return LargePictureFiles.jpeg(4_000, 4_000, true);
    }

    /// @param heap all that the JVM has for it, MB
    /// @param most by so much may the process grow, MB
    @ParameterizedTest(name = "{0}")
    @MethodSource("largest")
    void h55TheLargestPictureIsDrawnInLittleMemory(
            String kind, int heap, String size, int most, byte[] file) throws Exception {
        var drawn = draw(heap, file);
        assertThat(drawn).as(kind).matches(size + " \\d+ MB");
        assertThat(Integer.parseInt(drawn.split("[ x]", -1)[2])).as(kind).isLessThan(most);
    }

    private String draw(int heap, byte[] file) throws IOException, InterruptedException {
        var small = Files.write(folder.resolve("small"), PictureFiles.plain("png", 9, 9, 0));
        var large = Files.write(folder.resolve("large"), file);
        var options = Stream.concat(Stream.of("-Xmx" + heap + "m"), OPTIONS.stream()).toList();
        var main = DrawnInLittleMemory.class.getName();
        var process =
                OtherJvm.of(main, options, small.toString(), large.toString())
                        .redirectErrorStream(true)
                        .start();
        var printed = process.getInputStream().readAllBytes();
        process.waitFor();
        return new String(printed, StandardCharsets.UTF_8).strip();
    }
}
