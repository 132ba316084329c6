/// Tests of the dialog that makes a room.
@NullMarked
package kith.ui.newroom;

import org.jspecify.annotations.NullMarked;
