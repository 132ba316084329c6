/// Tests of the lists of chats and rooms.
@NullMarked
package kith.ui.chats;

import org.jspecify.annotations.NullMarked;
