/// Tests of the dialogs for a new chat and for a room.
@NullMarked
package kith.ui.join;

import org.jspecify.annotations.NullMarked;
