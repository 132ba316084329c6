package kith.session.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the head of a file says of the picture in it, of the kinds that can be shown: PNG (ISO/IEC
/// 15948 §11.2.2), JPEG (ITU-T T.81 §B.2.2), GIF 89a §18, BMP. It is read before the picture is: a
/// small file can hold one that fills all memory.
///
/// @param width points
/// @param height points
record PictureHead(int width, int height) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_SEGMENTS = 200;

    /// Points in all.
    long points() {
        return (long) width * height;
    }

    /// Blocks.
    ///
    /// @return empty where it is no picture of these kinds
    static Optional<PictureHead> of(Path path) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            return read(in).filter(head -> head.width > 0 && head.height > 0);
        } catch (EOFException cut) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHead> read(DataInputStream in) throws IOException {
        int first = in.readUnsignedShort();
        return switch (first) {
            case 0x8950 -> png(in);
            case 0xffd8 -> jpeg(in);
            case 0x4749 -> gif(in); // GI
            case 0x424d -> bmp(in); // BM
            default -> Optional.empty();
        };
    }

    private static Optional<PictureHead> png(DataInputStream in) throws IOException {
        for (int at = 2; at < PNG.length; at++) {
            if (in.readByte() != PNG[at]) {
                return Optional.empty();
            }
        }
        in.skipNBytes(8); // length and name of the first chunk
        return Optional.of(new PictureHead(in.readInt(), in.readInt()));
    }

    /// Over all that stands before the frame, among it pictures in the picture.
    private static Optional<PictureHead> jpeg(DataInputStream in) throws IOException {
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            if (in.readUnsignedByte() != 0xff) {
                return Optional.empty();
            }
            int kind = in.readUnsignedByte();
            while (kind == 0xff) { // filled up
                kind = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            if (isFrame(kind)) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                return Optional.of(new PictureHead(in.readUnsignedShort(), height));
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
        return Optional.empty();
    }

    /// SOF, but not what shares its numbers: Huffman tables, arithmetic coding.
    private static boolean isFrame(int kind) {
        return kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
    }

    private static Optional<PictureHead> gif(DataInputStream in) throws IOException {
        var rest = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        return rest.equals("F87a") || rest.equals("F89a")
                ? Optional.of(new PictureHead(little(in), little(in)))
                : Optional.empty();
    }

    private static int little(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }

    /// A height below zero is of one that begins at its top.
    private static Optional<PictureHead> bmp(DataInputStream in) throws IOException {
        in.skipNBytes(16);
        int width = Integer.reverseBytes(in.readInt());
        return Optional.of(new PictureHead(width, Math.abs(Integer.reverseBytes(in.readInt()))));
    }
}
