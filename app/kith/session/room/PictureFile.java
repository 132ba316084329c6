package kith.session.room;

import kith.base.PictureHead;
import kith.base.PictureHead.Kind;
import kith.base.StatedLengths;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What of a picture that somebody published is looked at before anything is made of it.
final class PictureFile {

    /// Nobody needs more for what is shown at 128 px.
    private static final int MOST_SIDE = 2_048;

    private PictureFile() {}

    /// Whether it says of itself that it is small enough to be drawn, and is of a kind that all
    /// can draw.
    static boolean isUsable(byte[] picture) {
        return PictureHead.of(picture)
                .filter(head -> head.kind() == Kind.PNG || head.kind() == Kind.JPEG)
                .filter(head -> head.size().isWithin(MOST_SIDE))
                .filter(head -> StatedLengths.fit(head.kind(), picture))
                .isPresent();
    }

    /// The SHA-1, under which it is announced (XEP-0153 §3.1).
    static String hash(byte[] picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(picture));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
