/// Tests of what the program knows.
@NullMarked
package kith.model;

import org.jspecify.annotations.NullMarked;
