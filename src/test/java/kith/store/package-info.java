/// Tests of the store, on real H2 files and in memory.
@NullMarked
package kith.store;

import org.jspecify.annotations.NullMarked;
