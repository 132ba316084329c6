/// Tests of the search in this layer.
@NullMarked
package kith.session.search;

import org.jspecify.annotations.NullMarked;
