@NullMarked
package kith.ui.invite;

import org.jspecify.annotations.NullMarked;
