/// What the user sees: one folder per screen, each an `XView` that is bound to an `XViewModel`.
///
/// **Threads.** Everything here runs on the toolkit's thread, which is the lane
/// `kith.ui.fx.FxLane`. State comes down as `Live` values of the services, commands go up and
/// answer nothing but a refusal, where they can be refused and it would show nowhere else; what
/// they did comes back down as state.
///
/// **Why so.** A view-model knows services and no scene, so its test needs no toolkit; a view knows
/// its view-model and no service, so the gallery can draw it on made-up state. Screens share
/// nothing sideways: what two of them need lives in `widget` (controls that know no model), `text`
/// (words, times, numbers), `form`, `presence`, `keys` or `fx`.
///
/// **Where to add.** A screen: a folder with its view-model (tested first) and its view, a style
/// sheet `resources/kith/ui/<screen>.css`, keys in `strings.properties`, a record in
/// `kith.ui.shell.Route`, a picture in the gallery.
@NullMarked
package kith.ui;

import org.jspecify.annotations.NullMarked;
