/// Tests of kith.ui.composer: view-models without a toolkit, views on the headless platform.
@NullMarked
package kith.ui.composer;

import org.jspecify.annotations.NullMarked;
