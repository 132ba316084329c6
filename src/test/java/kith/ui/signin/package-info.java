/// Tests of signing in.
@NullMarked
package kith.ui.signin;

import org.jspecify.annotations.NullMarked;
