/// Pictures of Kith: every screen and every widget on made-up state, light and dark, as PNG files
/// under `target/gallery/`.
///
/// A picture is not compared by machine: these tests fail when a screen can't be built, and people
/// look at what they leave.
@NullMarked
package kith.gallery;

import org.jspecify.annotations.NullMarked;
