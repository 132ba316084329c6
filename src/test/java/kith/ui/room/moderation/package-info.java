/// Tests of kith.ui.room.moderation: view-models without a toolkit, views on the headless platform.
@NullMarked
package kith.ui.room.moderation;

import org.jspecify.annotations.NullMarked;
