/// Tests of kith.ui.chat: view-models without a toolkit, views on the headless platform.
@NullMarked
package kith.ui.chat;

import org.jspecify.annotations.NullMarked;
