package kith.session.picture;

import kith.base.PictureHead;
import kith.base.PictureHead.Kind;
import kith.base.PictureSize;
import kith.base.StatedLengths;

import java.util.Optional;

/// A picture that can be drawn without filling all memory: decided by its head, before anything is
/// decoded.
final class DrawablePicture {

    /// Up to six bytes each are in memory while it is made small.
    private static final long MOST_POINTS = 16_000_000;

    /// Of a GIF it is nine bytes.
    private static final long MOST_POINTS_OF_GIF = 7_000_000;

    /// A JPEG in one pass is made small while it is read: it takes a few megabytes, however large
    /// it is, but time.
    private static final long MOST_POINTS_BY_LINES = 50_000_000;

    private final byte[] file;
    private final PictureSize size;

    private DrawablePicture(byte[] file, PictureSize size) {
        this.file = file;
        this.size = size;
    }

    /// Looks at the head of a file.
    ///
    /// @return empty for what is no picture, or too large a one
    static Optional<DrawablePicture> of(byte[] file) {
        return PictureHead.of(file)
                .filter(DrawablePicture::isSmall)
                .filter(head -> StatedLengths.fit(head.kind(), file))
                .flatMap(
                        head ->
                                still(head, file)
                                        .map(it -> new DrawablePicture(it, head.upright())));
    }

    /// As it is to be drawn: of moving pictures the first.
    byte[] file() {
        return file;
    }

    /// As it is seen: upright.
    PictureSize size() {
        return size;
    }

    private static boolean isSmall(PictureHead head) {
        return head.size().points() <= most(head);
    }

    private static long most(PictureHead head) {
        return switch (head.kind()) {
            case JPEG -> head.isProgressive() ? MOST_POINTS : MOST_POINTS_BY_LINES;
            case GIF -> MOST_POINTS_OF_GIF;
            case PNG, BMP -> MOST_POINTS;
        };
    }

    /// Of a GIF all pictures would be drawn before the first is shown.
    private static Optional<byte[]> still(PictureHead head, byte[] file) {
        return head.kind() == Kind.GIF ? StillGif.of(file) : Optional.of(file);
    }
}
