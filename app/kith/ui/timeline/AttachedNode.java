package kith.ui.timeline;

/// What a bubble shows of a file, in place of words.
sealed interface AttachedNode permits FileTile, PictureTile {

    /// Keeps room free for the time at the end of its last line, in px.
    void keepFree(double width);

    /// What stands behind the time, in px.
    double behindTime();
}
