package kith.ui.form;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;

import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.stream.Stream;

/// One question of a form, and what the user answers to it so far.
///
/// FX thread only.
public final class FieldViewModel {

    /// What is wrong with an answer; `form.problem.<problem>` in the texts.
    public enum Problem {
        NONE,
        /// There has to be one.
        MISSING,
        /// It is no address.
        NO_ADDRESS
    }

    private final Field field;
    private final ObjectProperty<List<String>> values;
    private final ReadOnlyObjectWrapper<Problem> problem =
            new ReadOnlyObjectWrapper<>(Problem.NONE);

    FieldViewModel(Field field) {
        this.field = field;
        values = new SimpleObjectProperty<>(field.values());
        values.subscribe(now -> problem.set(Problem.NONE));
    }

    /// The question.
    public Field field() {
        return field;
    }

    /// The answer, as the form will have it.
    public ObjectProperty<List<String>> valuesProperty() {
        return values;
    }

    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The answer as words, a line for each value.
    public String text() {
        return String.join("\n", values.get());
    }

    /// Answers with what was typed. Lines count where there may be several, empty ones in a text
    /// only.
    public void type(String typed) {
        if (typed.equals(text())) {
            return; // also where the service's own breaks the rules for lines
        }
        values.set(
                switch (field.type()) {
                    case TEXT_MULTI -> typed.isEmpty() ? List.of() : typed.lines().toList();
                    case JID_MULTI -> addresses(typed).distinct().toList();
                    case JID_SINGLE -> addresses(typed).limit(1).toList();
                    case BOOLEAN,
                            FIXED,
                            HIDDEN,
                            LIST_MULTI,
                            LIST_SINGLE,
                            TEXT_PRIVATE,
                            TEXT_SINGLE ->
                            List.of(typed);
                });
    }

    /// Answers yes or no.
    public void turn(boolean isOn) {
        values.set(List.of(isOn ? "1" : "0"));
    }

    /// Whether an option is chosen.
    public boolean isChosen(String value) {
        return values.get().contains(value);
    }

    /// Chooses an option, beside others where there may be several, or takes that back.
    public void choose(String value, boolean isWanted) {
        boolean areSeveral = field.type() == FieldType.LIST_MULTI;
        values.set(
                field.options().stream()
                        .map(DataForm.Option::value)
                        .filter(
                                each ->
                                        each.equals(value)
                                                ? isWanted
                                                : areSeveral && isChosen(each))
                        .toList());
    }

    /// Says what is wrong with the answer.
    void check() {
        problem.set(field.isAsked() ? found() : Problem.NONE);
    }

    private Problem found() {
        var said = values.get().stream().filter(each -> !each.isBlank()).toList();
        boolean isMissing =
                field.isRequired() && field.type() != FieldType.BOOLEAN && said.isEmpty();
        boolean isAddress =
                field.type() == FieldType.JID_SINGLE || field.type() == FieldType.JID_MULTI;
        boolean isWrong =
                isAddress && said.stream().anyMatch(each -> JidCreate.fromOrNull(each) == null);
        return isMissing ? Problem.MISSING : isWrong ? Problem.NO_ADDRESS : Problem.NONE;
    }

    boolean isRight() {
        return problem.get() == Problem.NONE;
    }

    List<String> values() {
        return values.get();
    }

    private static Stream<String> addresses(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
