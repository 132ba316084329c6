package kith.ui.signin;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.PasswordTextField;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.model.ConnectionProblem;
import kith.ui.signin.SignInViewModel.Phase;
import kith.ui.text.FieldError;
import kith.ui.text.Problems;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.FormField;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

import java.util.Objects;
import java.util.Optional;

/// The form to sign in with: address and password, where the password is kept, and, folded away,
/// where the server is.
public final class SignInView extends VBox {

    private static final char MASK = '•';

    private final SignInViewModel model;
    private final Texts texts;
    private final Problems problems;
    private final CustomTextField address = new CustomTextField();
    private final PasswordTextField password = new PasswordTextField("", MASK);
    private final Button submit = new Button();
    private final Button cancel = new Button();
    private final BusyRing busy;
    private final Label problem = new Label();
    private final HBox problemBox = new HBox(new IconView(Icon.ALERT_CIRCLE_OUTLINE, 18), problem);
    private final TextField port = new TextField();
    private final VBox fields = new VBox();
    private final ProxyFields proxy;

    public SignInView(SignInViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.problems = new Problems(texts);
        this.proxy = new ProxyFields(model.proxy(), texts, MASK);
        getStyleClass().add("sign-in");
        getStylesheets().add(stylesheet());
        busy = new BusyRing(texts.say("signin.trying"));
        RightToLeft.wrap(problem);
        problemBox.getStyleClass().add("problem");
        fields.getStyleClass().add("fields");
        fields.getChildren().addAll(addressField(), passwordField(), keeping(), problemBox);
        getChildren().addAll(heading(), fields, buttons());
        if (!model.isAddressFixed() || isThroughProxy()) {
            getChildren().add(options());
        }
        setMaxHeight(USE_PREF_SIZE);
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to the first field that has to be filled in.
    @Override
    public void requestFocus() {
        (model.addressProperty().get().isEmpty() ? address : password).requestFocus();
    }

    private static String stylesheet() {
        var resource = SignInView.class.getResource("/kith/ui/signin.css");
        return Objects.requireNonNull(resource).toExternalForm();
    }

    private Node heading() {
        var title =
                new Label(
                        texts.say(model.isAddressFixed() ? "signin.title.again" : "signin.title"));
        title.getStyleClass().add("title");
        var how = new Label(texts.say(model.isAddressFixed() ? "signin.how.again" : "signin.how"));
        how.getStyleClass().add("muted");
        RightToLeft.wrap(how);
        var heading = new VBox(title, how);
        heading.getStyleClass().add("heading");
        return heading;
    }

    private Node addressField() {
        address.getStyleClass().add("large");
        address.setLeft(new IconView(Icon.AT, 18));
        address.setPromptText(texts.say("signin.address.prompt"));
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setDisable(model.isAddressFixed());
        var field = new FormField(texts.say("signin.address"), address);
        field.onLeave(model::leaveAddress);
        model.addressErrorProperty()
                .subscribe(
                        error ->
                                field.setError(
                                        switch (error) {
                                            case NONE -> "";
                                            case MISSING -> texts.say("signin.address.missing");
                                            case MALFORMED -> texts.say("signin.address.malformed");
                                        }));
        return field;
    }

    private Node passwordField() {
        password.getStyleClass().add("large");
        password.setLeft(new IconView(Icon.KEY_OUTLINE, 18));
        var eye = new IconButton(Icon.EYE_OUTLINE, 18, texts.say("signin.password.show"));
        eye.getStyleClass().add("tiny");
        eye.setOnAction(event -> password.setRevealPassword(!password.getRevealPassword()));
        password.revealPasswordProperty()
                .subscribe(
                        isShown -> {
                            if (isShown) {
                                eye.show(Icon.EYE_OFF_OUTLINE, texts.say("signin.password.hide"));
                            } else {
                                eye.show(Icon.EYE_OUTLINE, texts.say("signin.password.show"));
                            }
                        });
        password.setRight(eye);
        password.passwordProperty().subscribe(model.passwordProperty()::set);
        var field = new FormField(texts.say("signin.password"), password);
        model.passwordErrorProperty()
                .subscribe(
                        error ->
                                field.setError(
                                        error == FieldError.NONE
                                                ? ""
                                                : texts.say("signin.password.missing")));
        return field;
    }

    private Node keeping() {
        var stay = new CheckBox(texts.say("signin.stay"));
        stay.selectedProperty().bindBidirectional(model.staySignedInProperty());
        stay.setDisable(!model.canKeepPassword());
        var where =
                new Label(
                        texts.say(
                                model.canKeepPassword()
                                        ? "signin.stay.keyRing"
                                        : "signin.stay.noKeyRing"));
        where.getStyleClass().addAll("small", "muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(stay, space, where);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node buttons() {
        submit.setDefaultButton(true);
        submit.getStyleClass().add("large");
        submit.setMaxWidth(Double.MAX_VALUE);
        submit.setOnAction(event -> submit());
        HBox.setHgrow(submit, Priority.ALWAYS);
        cancel.setText(texts.say("signin.cancel"));
        cancel.getStyleClass().add("large");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> giveUp());
        var row = new HBox(submit, cancel);
        row.getStyleClass().add("buttons");
        return row;
    }

    private boolean isThroughProxy() {
        return model.proxy().kindProperty().get().isPresent();
    }

    /// Where the server is, for the few whose domain doesn't say it, and the proxy on the way. An
    /// account that is known has its server, and only what it needs a password for can be changed.
    private Node options() {
        if (model.isAddressFixed()) {
            return folded(texts.say("signin.options.again"), proxy);
        }
        var content = new VBox(server(), proxy);
        content.getStyleClass().add("proxy-options");
        return folded(texts.say("signin.options"), content);
    }

    private Node server() {
        var host = new TextField();
        host.setPromptText(texts.say("signin.host.prompt"));
        host.textProperty().bindBidirectional(model.hostProperty());
        port.setPromptText("5222");
        port.textProperty().bindBidirectional(model.portProperty());
        port.getStyleClass().add("port");
        var hostField = new FormField(texts.say("signin.host"), host);
        HBox.setHgrow(hostField, Priority.ALWAYS);
        var portField = new FormField(texts.say("signin.port"), port).onLeave(model::leavePort);
        model.portErrorProperty()
                .subscribe(
                        error ->
                                portField.setError(
                                        error == FieldError.NONE
                                                ? ""
                                                : texts.say("signin.port.malformed")));
        var content = new HBox(hostField, portField);
        content.getStyleClass().add("server");
        return content;
    }

    /// What is in use is unfolded from the start.
    private Node folded(String name, Node content) {
        var arrow = new IconView(Icon.CHEVRON_RIGHT, 18);
        var head = new Button(name, arrow);
        head.getStyleClass().setAll("fold");
        unfold(isThroughProxy(), content, arrow);
        head.setOnAction(event -> unfold(!content.isVisible(), content, arrow));
        return new VBox(head, content);
    }

    private static void unfold(boolean isOpen, Node content, IconView arrow) {
        content.setVisible(isOpen);
        content.setManaged(isOpen);
        arrow.show(isOpen ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT);
    }

    private void show(Phase phase) {
        boolean isTrying = phase instanceof Phase.Trying;
        fields.setDisable(isTrying);
        proxy.setDisable(isTrying);
        submit.setText(texts.say(isTrying ? "signin.trying" : "signin.submit"));
        submit.setGraphic(isTrying ? busy : null);
        cancel.setVisible(isTrying);
        cancel.setManaged(isTrying);
        var failure =
                phase instanceof Phase.Typing(var failed)
                        ? failed
                        : Optional.<SignInViewModel.Failure>empty();
        problem.setText(failure.map(this::sentence).orElse(""));
        problemBox.setVisible(failure.isPresent());
        problemBox.setManaged(failure.isPresent());
        failure.ifPresent(this::focusAfter);
    }

    private void submit() {
        model.submit();
        if (model.addressErrorProperty().get() != FieldError.NONE) {
            address.requestFocus();
        } else if (model.passwordErrorProperty().get() != FieldError.NONE) {
            password.requestFocus();
        } else if (model.portErrorProperty().get() != FieldError.NONE) {
            port.requestFocus();
        } else {
            proxy.focusWrong();
        }
    }

    private void giveUp() {
        if (model.phaseProperty().get() instanceof Phase.Trying) {
            model.cancel();
            password.requestFocus(); // it was on what is gone now
        }
    }

    /// The focus went when the fields were disabled; it comes back to where the user goes on.
    private void focusAfter(SignInViewModel.Failure failure) {
        if (isAboutPassword(failure.problem()) || model.isAddressFixed()) {
            password.requestFocus();
            password.selectAll();
        } else {
            address.requestFocus();
            address.end();
        }
    }

    private String sentence(SignInViewModel.Failure failure) {
        return problems.whatAndHow(failure.problem().kind(), failure.address(), failure.tried());
    }

    private static boolean isAboutPassword(ConnectionProblem problem) {
        return problem.kind() == ConnectionProblem.Kind.WRONG_PASSWORD;
    }
}
