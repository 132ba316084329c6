/// The pictures that messages are: whether they may be fetched, fetched, looked at before anything
/// is made of them, and kept on this computer.
///
/// [kith.session.picture.PictureService] is what the window uses: it wants the pictures that are in
/// sight, and no others. A picture is fetched by itself only where its sender knows the user
/// anyway: of strangers, and where anybody may be, it waits for the user's word. What has come is
/// taken for what its first bytes say that it is (`DrawablePicture`), never for what it is called,
/// and is drawn only if that needs little memory.
///
/// **Threads.** State on the core lane; files are read, written and drawn on io.
///
/// What is kept may be lost at any time: it is fetched again. It is in a folder of its own, by the
/// row of its message and where it came from, and goes with its message.
@NullMarked
package kith.session.picture;

import org.jspecify.annotations.NullMarked;
