/// How someone's presence looks and what it is called, for every screen that shows people.
///
/// **Threads.** FX thread only.
///
/// **Why.** Widgets know no model and texts know no widgets; here an availability of the model gets
/// the shape of a widget and the words of the texts, once for all screens.
@NullMarked
package kith.ui.presence;

import org.jspecify.annotations.NullMarked;
