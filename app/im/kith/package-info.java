/// The program's id as a class, for desktops; the program is in [kith.Main].
@NullMarked
package im.kith;

import org.jspecify.annotations.NullMarked;
