/// The controls Kith's screens are made of. They know no model: a screen hands them plain values,
/// names for screen readers included.
///
/// **Threads.** FX thread only.
///
/// **Why.** Shape, colour and size of a thing are decided once. Colours and sizes are not in the
/// code: a widget has style classes, and `resources/kith/ui/kith.css` says how they look, in em and
/// looked-up colours. What CSS cannot say, such as the hole in a picture for the presence mark, is
/// here.
///
/// **Not here:** AtlantaFX has buttons, fields, switches, menus and dialogs, and JavaFX the lists;
/// they are used as they are, with a style class.
///
/// Add here what two screens need, with its states in `kith.gallery.ControlsGalleryTest`, or in
/// `kith.gallery.IndicatorsGalleryTest` where it only shows something.
@NullMarked
package kith.ui.widget;

import org.jspecify.annotations.NullMarked;
