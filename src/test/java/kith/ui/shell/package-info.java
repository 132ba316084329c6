/// Tests of the main window, on the sample world of the gallery.
@NullMarked
package kith.ui.shell;

import org.jspecify.annotations.NullMarked;
