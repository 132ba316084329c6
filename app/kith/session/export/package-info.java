/// The history given out, to a command or to a file that the user has chosen. How it is written
/// down is [kith.session.export.HistoryPage]: the forms are the command line's, which has the
/// library for one of them, and [kith.Wiring] hands them over.
///
/// **Threads.** What is read is read page by page on the core lane; a file is written on `io`.
///
/// **Where to add.** Another form is a constant of [kith.model.HistoryFormat]; the build breaks at
/// the [kith.session.export.HistoryPages] that there are.
@NullMarked
package kith.session.export;

import org.jspecify.annotations.NullMarked;
