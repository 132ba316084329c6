package kith.ui.signin;

import atlantafx.base.controls.PasswordTextField;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Proxy;
import kith.ui.text.FieldError;
import kith.ui.text.Texts;
import kith.ui.widget.FormField;
import kith.ui.widget.SegmentedControl;

import java.util.List;
import java.util.Optional;

/// Which proxy to go through: none, or of what kind, where, and with what name and password.
final class ProxyFields extends VBox {

    /// As the segments stand.
    private static final List<Optional<Proxy.Kind>> KINDS =
            List.of(Optional.empty(), Optional.of(Proxy.Kind.SOCKS5), Optional.of(Proxy.Kind.HTTP));

    private final ProxyViewModel model;
    private final Texts texts;
    private final TextField host = new TextField();
    private final TextField port = new TextField();
    private final PasswordTextField password;

    ProxyFields(ProxyViewModel model, Texts texts, char mask) {
        this.model = model;
        this.texts = texts;
        this.password = new PasswordTextField("", mask);
        getStyleClass().add("proxy");
        var rest = new VBox(place(), access());
        rest.getStyleClass().add("proxy-rest");
        model.kindProperty()
                .subscribe(
                        kind -> {
                            rest.setVisible(kind.isPresent());
                            rest.setManaged(kind.isPresent());
                            port.setPromptText(
                                    kind.map(it -> String.valueOf(it.usualPort())).orElse(""));
                        });
        getChildren().addAll(kind(), rest);
    }

    /// Moves the focus to the first field that is wrong; does nothing where none is.
    void focusWrong() {
        if (model.hostErrorProperty().get() != FieldError.NONE) {
            host.requestFocus();
        } else if (model.portErrorProperty().get() != FieldError.NONE) {
            port.requestFocus();
        } else if (model.passwordErrorProperty().get() != FieldError.NONE) {
            password.requestFocus();
        }
    }

    private Node kind() {
        var choice =
                new SegmentedControl(
                        List.of(
                                texts.say("signin.proxy.none"),
                                texts.say("signin.proxy.socks5"),
                                texts.say("signin.proxy.http")));
        choice.setAccessibleText(texts.say("signin.proxy"));
        choice.select(KINDS.indexOf(model.kindProperty().get()));
        choice.selectedIndexProperty()
                .subscribe(index -> model.kindProperty().set(KINDS.get(index.intValue())));
        var label = new Label(texts.say("signin.proxy"));
        label.getStyleClass().add("field-label");
        var both = new VBox(label, choice);
        both.getStyleClass().add("form-field");
        return both;
    }

    private Node place() {
        host.textProperty().bindBidirectional(model.hostProperty());
        port.textProperty().bindBidirectional(model.portProperty());
        port.getStyleClass().add("port");
        var hostField = new FormField(texts.say("signin.proxy.host"), host);
        HBox.setHgrow(hostField, Priority.ALWAYS);
        model.hostErrorProperty()
                .subscribe(
                        error -> hostField.setError(sentence(error, "signin.proxy.host.missing")));
        var portField =
                new FormField(texts.say("signin.proxy.port"), port).onLeave(model::leavePort);
        model.portErrorProperty()
                .subscribe(error -> portField.setError(sentence(error, "signin.port.malformed")));
        return row(hostField, portField);
    }

    private Node access() {
        var user = new TextField();
        user.setPromptText(texts.say("signin.proxy.user.prompt"));
        user.textProperty().bindBidirectional(model.userProperty());
        var userField = new FormField(texts.say("signin.proxy.user"), user);
        HBox.setHgrow(userField, Priority.ALWAYS);
        password.passwordProperty().subscribe(model.passwordProperty()::set);
        var passwordField = new FormField(texts.say("signin.proxy.password"), password);
        HBox.setHgrow(passwordField, Priority.ALWAYS);
        model.passwordErrorProperty()
                .subscribe(
                        error ->
                                passwordField.setError(
                                        sentence(error, "signin.proxy.password.missing")));
        return row(userField, passwordField);
    }

    private static Node row(Node... fields) {
        var row = new HBox(fields);
        row.getStyleClass().add("proxy-row");
        return row;
    }

    private String sentence(FieldError error, String key) {
        return error == FieldError.NONE ? "" : texts.say(key);
    }
}
