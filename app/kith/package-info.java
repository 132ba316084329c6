/// Where the program begins, and where every object is built once, by hand.
///
/// [kith.Main] starts; [kith.Wiring] builds what a session stands on and, by
/// [kith.session.SessionAssembly], the session; [kith.Window] the window on it. Whoever wants to
/// know what knows what reads those three from top to bottom. Nothing else in the program imports
/// this package.
@NullMarked
package kith;

import org.jspecify.annotations.NullMarked;
