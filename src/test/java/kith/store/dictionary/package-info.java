@NullMarked
package kith.store.dictionary;

import org.jspecify.annotations.NullMarked;
