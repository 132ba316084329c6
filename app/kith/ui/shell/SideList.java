package kith.ui.shell;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/// One of the lists of the sidebar, as the filter field sees it.
///
/// @param openFirst what Enter in the filter field does
record SideList(Node view, StringProperty filter, Runnable openFirst) {}
