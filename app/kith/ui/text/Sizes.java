package kith.ui.text;

import java.text.NumberFormat;

/// How Kith writes how large files are: `240 KB`, `13.4 MB`, `21 MB`. A kilobyte has 1,024 bytes,
/// as the limits of servers do.
public final class Sizes {

    private static final int STEP = 1_024;

    /// From here on a part of one says nothing.
    private static final int WHOLE_FROM = 100;

    private final Texts texts;

    public Sizes(Texts texts) {
        this.texts = texts;
    }

    /// A size.
    ///
    /// @param bytes at least 0
    public String of(long bytes) {
        return unit(bytes, unitOf(bytes));
    }

    /// How much of it is there: `13.4 of 21 MB`.
    ///
    /// @param part in bytes, at most the whole
    public String of(long part, long whole) {
        return texts.say("size.part", number(part, unitOf(whole)), of(whole));
    }

    private String unit(long bytes, int unit) {
        var number = number(bytes, unit);
        return switch (unit) {
            case 0 -> texts.say("size.bytes", number);
            case 1 -> texts.say("size.kilobytes", number);
            case 2 -> texts.say("size.megabytes", number);
            default -> texts.say("size.gigabytes", number);
        };
    }

    private static int unitOf(long bytes) {
        int unit = 0;
        for (long left = bytes; left >= STEP && unit < 3; left /= STEP) {
            unit++;
        }
        return unit;
    }

    private String number(long bytes, int unit) {
        double many = bytes / Math.pow(STEP, unit);
        var format = NumberFormat.getInstance(texts.locale());
        format.setMaximumFractionDigits(unit < 2 || many >= WHOLE_FROM ? 0 : 1);
        return format.format(many);
    }
}
