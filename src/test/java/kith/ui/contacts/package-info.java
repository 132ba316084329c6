/// Tests of the roster.
@NullMarked
package kith.ui.contacts;

import org.jspecify.annotations.NullMarked;
