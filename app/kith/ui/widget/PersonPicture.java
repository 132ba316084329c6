package kith.ui.widget;

/// The picture that somebody announces.
///
/// @param whose where they are asked for it
/// @param hash by which it is known, whoever has it
public record PersonPicture(String whose, String hash) {}
