/// Tests of the tab strip.
@NullMarked
package kith.ui.tabs;

import org.jspecify.annotations.NullMarked;
