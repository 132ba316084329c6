/// Tests of the list of shortcuts.
@NullMarked
package kith.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
