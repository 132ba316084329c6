/// The history given out: in forms that others read, to a command or to a file that the user has
/// chosen.
///
/// **Threads.** What is read is read page by page on the core lane; a file is written on `io`.
///
/// **Where to add.** Another form is a constant of [kith.model.HistoryFormat] and a
/// [kith.session.export.HistoryPage].
@NullMarked
package kith.session.export;

import org.jspecify.annotations.NullMarked;
