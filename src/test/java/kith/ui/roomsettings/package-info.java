/// Tests of what an owner does with a room.
@NullMarked
package kith.ui.roomsettings;

import org.jspecify.annotations.NullMarked;
