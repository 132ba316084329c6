package kith.base;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the head of a file says of the picture in it, of the kinds that can be shown: PNG (ISO/IEC
/// 15948 §11.2.2), JPEG (ITU-T T.81 §B.2.2, turned as Exif 2.3 §4.6.4 says), GIF 89a §18, BMP. It
/// is read before the picture is: a small file can hold one that fills all memory.
///
/// @param size as it is stored, before it is turned
/// @param turn how it is to be turned to be upright, by Exif's numbers: 1 (not at all) to 8
/// @param isProgressive whether it is a JPEG that comes in several passes, by its details or its
///   colours: all of them are held while it is drawn
public record PictureHead(Kind kind, PictureSize size, int turn, boolean isProgressive) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int IHDR = 0x49484452;
    private static final int MOST_SEGMENTS = 200;
    private static final int UPRIGHT = 1;

    /// Up to six bytes each are in memory while it is made small.
    private static final long MOST_POINTS = 16_000_000;

    /// Of a GIF it is nine bytes.
    private static final long MOST_POINTS_OF_GIF = 7_000_000;

    /// A JPEG in one pass is made small while it is read: it takes a few megabytes, however large
    /// it is, but time.
    private static final long MOST_POINTS_BY_LINES = 50_000_000;

    /// What is known by its first bytes.
    public enum Kind {
        PNG,
        JPEG,
        GIF,
        BMP
    }

    /// Whether it has so few points that it can be drawn small without taking much memory, which is
    /// up to 100 MB.
    public boolean isDrawable() {
        return size.points()
                <= switch (kind) {
                    case JPEG -> isProgressive ? MOST_POINTS : MOST_POINTS_BY_LINES;
                    case GIF -> MOST_POINTS_OF_GIF;
                    case PNG, BMP -> MOST_POINTS;
                };
    }

    /// As it is seen: upright.
    public PictureSize upright() {
        return turn > 4 ? size.turned() : size;
    }

    /// The same of what is in memory.
    public static Optional<PictureHead> of(byte[] file) {
        try {
            return of(new ByteArrayInputStream(file));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Reads as far as that is said; blocks as the stream does.
    ///
    /// @return empty where it is no picture of these kinds, or ends before it says so
    /// @throws IOException where the stream can't be read
    public static Optional<PictureHead> of(InputStream file) throws IOException {
        try {
            return read(new DataInputStream(file));
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
        in.skipNBytes(4); // length of the first chunk
        return in.readInt() == IHDR
                ? plain(Kind.PNG, in.readInt(), in.readInt())
                : Optional.empty();
    }

    /// Over all that stands before the frame, among it pictures in the picture.
    private static Optional<PictureHead> jpeg(DataInputStream in) throws IOException {
        int turn = UPRIGHT;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            int kind = segment(in);
            if (!hasLength(kind)) {
                return Optional.empty();
            }
            int length = length(in);
            if (isFrame(kind)) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                int width = in.readUnsignedShort();
                boolean isProgressive = (kind & 3) == 2 || isByColors(in);
                return head(Kind.JPEG, width, height, turn, isProgressive);
            }
            if (kind == 0xe1) { // APP1
                turn = ExifTurn.in(in.readNBytes(length)).orElse(turn);
            } else {
                in.skipNBytes(length);
            }
        }
        return Optional.empty();
    }

    /// @return its marker; 0 where there is none
    private static int segment(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            return 0;
        }
        int kind = in.readUnsignedByte();
        while (kind == 0xff) { // filled up
            kind = in.readUnsignedByte();
        }
        return kind;
    }

    private static int length(DataInputStream in) throws IOException {
        return Math.max(0, in.readUnsignedShort() - 2);
    }

    /// Not TEM, RST, SOI and EOI, of which none has a place in a head: whoever takes what follows
    /// them for a length doesn't see the picture that others see.
    private static boolean hasLength(int kind) {
        return kind >= 0xc0 && (kind < 0xd0 || kind > 0xd9);
    }

    /// SOF, but not what shares its numbers: Huffman tables, arithmetic coding.
    private static boolean isFrame(int kind) {
        return kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
    }

    /// Whether the first scan (§B.2.3) after a frame doesn't have all of its colours, which the
    /// frame tells of next.
    private static boolean isByColors(DataInputStream in) throws IOException {
        try {
            int colors = in.readUnsignedByte();
            in.skipNBytes(3L * colors);
            for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
                int kind = segment(in);
                if (!hasLength(kind)) {
                    return true;
                }
                int length = length(in);
                if (kind == 0xda) { // SOS
                    return in.readUnsignedByte() < colors;
                }
                in.skipNBytes(length);
            }
            return true;
        } catch (EOFException cut) {
            return false; // there is nothing to draw
        }
    }

    private static Optional<PictureHead> gif(DataInputStream in) throws IOException {
        var rest = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        return rest.equals("F87a") || rest.equals("F89a")
                ? plain(Kind.GIF, little(in), little(in))
                : Optional.empty();
    }

    private static int little(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }

    /// A height below zero is of one that begins at its top.
    private static Optional<PictureHead> bmp(DataInputStream in) throws IOException {
        in.skipNBytes(16);
        int width = Integer.reverseBytes(in.readInt());
        return plain(Kind.BMP, width, Math.abs(Integer.reverseBytes(in.readInt())));
    }

    private static Optional<PictureHead> plain(Kind kind, int width, int height) {
        return head(kind, width, height, UPRIGHT, false);
    }

    private static Optional<PictureHead> head(
            Kind kind, int width, int height, int turn, boolean isProgressive) {
        return width > 0 && height > 0
                ? Optional.of(
                        new PictureHead(kind, new PictureSize(width, height), turn, isProgressive))
                : Optional.empty();
    }
}
