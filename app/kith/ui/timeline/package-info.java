/// The messages of one chat, oldest at the top: day dividers, bubbles in groups, marks, and where
/// the reader is in them.
///
/// **Threads.** FX thread only.
///
/// **Why so.** A chat may have 100,000 messages; what is here is a window of some hundred.
/// [kith.ui.timeline.TimelineRows] turns it into immutable rows with stable keys, a pure function
/// that is tested without a toolkit; [kith.ui.timeline.TimelineViewModel] patches the rows in, so
/// that a tick that changes touches one row; [kith.ui.timeline.TimelineView] builds cells only for
/// what is on screen, and keeps the line that is being read where it is when older pages come in
/// above.
///
/// **What is selected.** In one message its words ([kith.ui.timeline.TextSelection]), by the mouse
/// or with a caret from the keyboard; it is held by the message and drawn into whatever node that
/// has, and lasts until the words change. Over several messages it is whole ones that are picked
/// ([kith.ui.timeline.Picks]), also by a drag from one to another.
///
/// **Where to add.** A new kind of line: a case of [kith.ui.timeline.TimelineRow], which the build
/// then asks for in `TimelineRows` and `TimelineCell`. Something more on a message: a component of
/// `TimelineRow.Bubble`, shown by `BubbleNode`. Something to do with a message: `TimelineMenu`, and
/// where it is often done a [kith.ui.timeline.BarAction] of the bar, in `TimelineInput`.
@NullMarked
package kith.ui.timeline;

import org.jspecify.annotations.NullMarked;
