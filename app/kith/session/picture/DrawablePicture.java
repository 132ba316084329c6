package kith.session.picture;

import kith.base.PictureHead;
import kith.base.PictureHead.Kind;
import kith.base.PictureSize;
import kith.base.StatedLengths;

import java.util.Optional;

/// A picture that can be drawn without filling all memory: decided by its head, before anything is
/// decoded.
final class DrawablePicture {

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
                .filter(PictureHead::isDrawable)
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

    /// Of a GIF all pictures would be drawn before the first is shown.
    private static Optional<byte[]> still(PictureHead head, byte[] file) {
        return head.kind() == Kind.GIF ? StillGif.of(file) : Optional.of(file);
    }
}
