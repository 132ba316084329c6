/// The main window: sidebar, tabs, the page of the selected chat, and what lies over them.
///
/// **Threads.** FX thread only.
///
/// **Why so.** The shell knows every screen by its view-model and makes each when it is first
/// shown, through [kith.ui.shell.ViewModels]: the first frame pays for what is in it and nothing
/// else. The page of a chat is made elsewhere, behind [kith.ui.shell.ChatPages]: the shell keeps
/// pages and shows them, it doesn't know what is in them. A chat's own window
/// ([kith.ui.shell.ChatStage]) shows such a page and nothing else; its keys that aren't about that
/// page are for the main window.
///
/// **Where to add.** A screen is a record in [kith.ui.shell.Route]; the build then breaks at
/// [kith.ui.shell.Router], which is told how to show it. A shortcut of the whole window is a
/// constant of [kith.ui.keys.KeyAction]; the build then breaks at [kith.ui.shell.Shortcuts], which
/// is told what it does.
@NullMarked
package kith.ui.shell;

import org.jspecify.annotations.NullMarked;
