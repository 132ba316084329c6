/// Tests of the list of what nobody has yet.
@NullMarked
package kith.ui.pending;

import org.jspecify.annotations.NullMarked;
