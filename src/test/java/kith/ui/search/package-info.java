/// Tests of the search.
@NullMarked
package kith.ui.search;

import org.jspecify.annotations.NullMarked;
