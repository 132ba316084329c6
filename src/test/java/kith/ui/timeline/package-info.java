/// Tests of the timeline: rows without a toolkit, the view on the headless platform.
@NullMarked
package kith.ui.timeline;

import org.jspecify.annotations.NullMarked;
