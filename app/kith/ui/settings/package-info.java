/// The page of the settings.
///
/// **Threads.** FX thread only.
///
/// **Why so.** Each setting is applied as soon as it is changed, and there is nothing to save: what
/// is chosen can be seen, and taken back where it was chosen. A setting whose feature isn't built
/// is not there.
///
/// **Where to add.** A setting: a property in [kith.ui.settings.SettingsViewModel] and a
/// [kith.ui.settings.SettingRow] in the section it belongs to. A section: its place in
/// [kith.ui.settings.Section], and the build breaks where it is made.
@NullMarked
package kith.ui.settings;

import org.jspecify.annotations.NullMarked;
