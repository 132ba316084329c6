/// Tests of the quick switcher.
@NullMarked
package kith.ui.switcher;

import org.jspecify.annotations.NullMarked;
