/// Tests of kith.ui.room: view-models without a toolkit, views on the headless platform.
@NullMarked
package kith.ui.room;

import org.jspecify.annotations.NullMarked;
