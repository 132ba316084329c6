package kith.base;

/// How large a picture is.
///
/// @param width in px, at least 1
/// @param height in px, at least 1
public record PictureSize(int width, int height) {

    /// @throws IllegalArgumentException where a side has no length
    public PictureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " x " + height);
        }
    }

    /// Whether neither side is longer.
    public boolean isWithin(int side) {
        return width <= side && height <= side;
    }

    /// Points in all.
    public long points() {
        return (long) width * height;
    }

    /// The same picture, lying on its side.
    public PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }

    /// As it fits into a frame with its proportions kept: never larger than it is, and never
    /// without any width or height.
    public PictureSize within(double mostWidth, double mostHeight) {
        double scale = Math.min(1, Math.min(mostWidth / width, mostHeight / height));
        return new PictureSize(scaled(width, scale), scaled(height, scale));
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }
}
