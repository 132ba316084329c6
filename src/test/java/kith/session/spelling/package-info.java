@NullMarked
package kith.session.spelling;

import org.jspecify.annotations.NullMarked;
