/// Tests of the popover that emoji are chosen from.
@NullMarked
package kith.ui.widget.emoji;

import org.jspecify.annotations.NullMarked;
