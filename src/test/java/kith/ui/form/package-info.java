/// Tests of the forms that services want filled in.
@NullMarked
package kith.ui.form;

import org.jspecify.annotations.NullMarked;
