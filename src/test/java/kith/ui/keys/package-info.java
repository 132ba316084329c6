/// Tests of the keys and what they do.
@NullMarked
package kith.ui.keys;

import org.jspecify.annotations.NullMarked;
