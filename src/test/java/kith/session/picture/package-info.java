/// Tests of what is kept of pictures, and of what can be drawn.
@NullMarked
package kith.session.picture;

import org.jspecify.annotations.NullMarked;
