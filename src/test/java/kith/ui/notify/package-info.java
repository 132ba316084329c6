/// Tests of the words of notices.
@NullMarked
package kith.ui.notify;

import org.jspecify.annotations.NullMarked;
