/// Tests of the settings.
@NullMarked
package kith.ui.settings;

import org.jspecify.annotations.NullMarked;
