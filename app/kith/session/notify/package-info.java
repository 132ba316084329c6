/// What the user is told of while they look elsewhere, and when that is taken back.
///
/// **Threads.** Core lane only, but for what says otherwise.
///
/// **Why so.** What comes is gathered for a moment before anything is shown: what another device of
/// the user's reads meanwhile raises nothing, and a hundred messages at once are one notice. What
/// is shown is decided by what is true then, not when it came.
///
/// Whoever shows notices implements [kith.session.notify.Notices]; without one, as in the commands,
/// nothing is kept here.
///
/// **Where to add.** Something else to tell of: a [kith.session.notify.Subject] and a
/// [kith.session.notify.Notice], and the build breaks where its words are made and where the window
/// opens what was clicked.
@NullMarked
package kith.session.notify;

import org.jspecify.annotations.NullMarked;
