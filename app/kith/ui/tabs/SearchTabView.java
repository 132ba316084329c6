package kith.ui.tabs;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

/// The tab of the search: magnifier, what is looked for, and a button to close it.
final class SearchTabView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final TabStripViewModel model;
    private final Texts texts;
    private final EmojiLabel title = new EmojiLabel();
    private final IconButton close;
    private boolean isBrief;
    private boolean isSelected;

    SearchTabView(TabStripViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("tab", "search-tab");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        title.getStyleClass().add("tab-title");
        close = new IconButton(Icon.CLOSE, 14, texts.say("tabs.closeSearch"));
        close.withShortcut(texts.say("tabs.close.keys"));
        close.getStyleClass().add("tab-close");
        close.setFocusTraversable(false);
        close.setOnAction(event -> model.closeSearch());
        getChildren().addAll(new IconView(Icon.MAGNIFY, 18), title, close);
        setOnMouseClicked(this::clicked);
    }

    void show(SearchTab tab) {
        isSelected = tab.isSelected();
        var words = tab.title().isBlank() ? texts.say("tabs.search") : tab.title();
        title.setText(words);
        setAccessibleText(texts.say("tabs.search.name", words));
        pseudoClassStateChanged(SELECTED, isSelected);
        setFocusTraversable(isSelected);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        setBrief(isBrief);
    }

    /// Shows the magnifier alone, where there is little room and the tab isn't selected.
    void setBrief(boolean isBrief) {
        this.isBrief = isBrief;
        boolean isWhole = !isBrief || isSelected;
        title.setVisible(isWhole);
        title.setManaged(isWhole);
        close.setVisible(isWhole);
        close.setManaged(isWhole);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? isSelected
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            model.closeSearch();
        } else if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            model.showSearch();
        }
    }
}
