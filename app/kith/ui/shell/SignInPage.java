package kith.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.ui.signin.SignInView;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

import java.util.Optional;

/// The page around the form to sign in with: at the first start with an introduction beside it,
/// later with a way back.
final class SignInPage extends HBox {

    /// Narrower than this there is no room for the introduction, in px.
    private static final double ROOM_FOR_INTRODUCTION = 900;

    private final SignInView form;

    private SignInPage(SignInView form, Optional<Node> beside, Optional<Node> corner) {
        this.form = form;
        getStyleClass().addAll("page", "sign-in-page");
        var middle = new StackPane(form);
        middle.getStyleClass().add("sign-in-middle");
        var scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var side = new StackPane(scroll);
        corner.ifPresent(side.getChildren()::add);
        corner.ifPresent(node -> StackPane.setAlignment(node, javafx.geometry.Pos.TOP_LEFT));
        setHgrow(side, Priority.ALWAYS);
        getChildren().add(side);
        beside.ifPresent(node -> getChildren().addFirst(node));
        beside.ifPresent(this::hideWhereNarrow);
    }

    /// The page of the first start.
    static SignInPage welcome(SignInView form, Texts texts) {
        return new SignInPage(form, Optional.of(introduction(texts)), Optional.empty());
    }

    /// The page for an account more, or for one's password again.
    static SignInPage plain(SignInView form, Runnable back, Texts texts) {
        var button = new IconButton(Icon.ARROW_LEFT, texts.say("shell.back"));
        button.getStyleClass().add("corner");
        button.setOnAction(event -> back.run());
        return new SignInPage(form, Optional.empty(), Optional.of(button));
    }

    /// Moves the focus to the first field that has to be filled in.
    @Override
    public void requestFocus() {
        form.requestFocus();
    }

    private void hideWhereNarrow(Node introduction) {
        widthProperty()
                .subscribe(
                        width -> {
                            boolean hasRoom = width.doubleValue() >= ROOM_FOR_INTRODUCTION;
                            introduction.setVisible(hasRoom);
                            introduction.setManaged(hasRoom);
                        });
    }

    private static Node introduction(Texts texts) {
        var title = new Label(texts.say("welcome.title"));
        title.getStyleClass().add("welcome");
        var what = new Label(texts.say("welcome.what"));
        what.getStyleClass().addAll("lead", "muted");
        what.setWrapText(true);
        var points =
                new VBox(
                        point(
                                Icon.ACCOUNT_GROUP_OUTLINE,
                                texts.say("welcome.presence"),
                                texts.say("welcome.presence.how")),
                        point(
                                Icon.CHECK_ALL,
                                texts.say("welcome.delivery"),
                                texts.say("welcome.delivery.how")),
                        point(
                                Icon.HISTORY,
                                texts.say("welcome.history"),
                                texts.say("welcome.history.how")));
        points.getStyleClass().add("points");
        var introduction = new VBox(new KithMark(72), title, what, points);
        introduction.getStyleClass().add("introduction");
        return introduction;
    }

    private static Node point(Icon icon, String what, String how) {
        var picture = new HBox(new IconView(icon, 22));
        picture.getStyleClass().add("step-icon");
        var first = new Label(what);
        first.getStyleClass().add("strong");
        var second = new Label(how);
        second.getStyleClass().addAll("label-size", "muted");
        second.setWrapText(true);
        var point = new HBox(picture, new VBox(first, second));
        point.getStyleClass().add("point");
        return point;
    }
}
