/// Files that the user sends: found and looked at on this computer, brought to where others can get
/// them, and told of only then.
///
/// [kith.session.file.FileService] is what the window uses. A file that is sent is a message at
/// once, in the store with the path of the file; `Uploads` brings the files there, each chat's in
/// the order in which they were sent; then the message is the outbox's as any other. So nothing is
/// lost with a line, a window or the power, and nothing is said twice: what is begun again is the
/// bringing, never the telling.
///
/// **Threads.** State on the core lane; files are read on io.
@NullMarked
package kith.session.file;

import org.jspecify.annotations.NullMarked;
