/// Tests of the search in this layer.
@NullMarked
package kith.store.search;

import org.jspecify.annotations.NullMarked;
