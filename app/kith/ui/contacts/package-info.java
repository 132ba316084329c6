/// The roster in the sidebar: people by group with their presence, and who asks to become one.
///
/// **Threads.** FX thread only.
///
/// **Why so.** A roster may have ten thousand people, and each presence makes a new list of them.
/// The rows are made anew at each change and patched into what is shown by their keys: the list
/// view sees only what moved. What sorting costs most, the collation keys of the names, is kept.
///
/// The list is made when the user first looks at it, not when the window opens.
@NullMarked
package kith.ui.contacts;

import org.jspecify.annotations.NullMarked;
