package kith.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.ui.form.FieldViewModel.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;

class FormViewModelTest {

    @Test
    void whatNobodyTouchedGoesBackAsItCame() {
        var form =
                form(
                        field(FieldType.BOOLEAN, "true"),
                        field(FieldType.LIST_SINGLE, "not offered"),
                        field(FieldType.TEXT_MULTI, "a", "", "b"));
        var model = new FormViewModel(form);
        assertThat(model.filled()).isEqualTo(form);
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void hiddenFieldsAreNotShownButStay() {
        var form = form(field(FieldType.HIDDEN, "kept"));
        var model = new FormViewModel(form);
        assertThat(model.fields()).isEmpty();
        assertThat(model.filled()).isEqualTo(form);
    }

    @Test
    void linesOfATextAreValues() {
        var model = one(field(FieldType.TEXT_MULTI, "before"));
        model.type("one\n\ntwo");
        assertThat(model.valuesProperty().get()).containsExactly("one", "", "two");
        model.type("");
        assertThat(model.valuesProperty().get()).isEmpty();
    }

    @Test
    void addressesAreALineEachAndOnce() {
        var model = one(field(FieldType.JID_MULTI));
        model.type(" layla@cedar.example \n\nlayla@cedar.example\nmara@hearth.example");
        assertThat(model.valuesProperty().get())
                .containsExactly("layla@cedar.example", "mara@hearth.example");
    }

    @Test
    void oneOfAListReplacesAnother() {
        var model = one(list(FieldType.LIST_SINGLE, "a"));
        model.choose("b", true);
        assertThat(model.valuesProperty().get()).containsExactly("b");
    }

    @Test
    void severalOfAListKeepItsOrder() {
        var model = one(list(FieldType.LIST_MULTI, "c"));
        model.choose("a", true);
        assertThat(model.valuesProperty().get()).containsExactly("a", "c");
        model.choose("c", false);
        assertThat(model.valuesProperty().get()).containsExactly("a");
    }

    @Test
    void whatIsRequiredHasToBeThere() {
        var form =
                new FormViewModel(
                        form(
                                new Field(
                                        "f",
                                        FieldType.TEXT_SINGLE,
                                        "",
                                        "",
                                        true,
                                        List.of(),
                                        List.of(),
                                        true)));
        assertThat(form.check()).isFalse();
        var field = form.fields().getFirst();
        assertThat(field.problemProperty().get()).isEqualTo(Problem.MISSING);
        field.type("there");
        assertThat(field.problemProperty().get()).isEqualTo(Problem.NONE);
        assertThat(form.check()).isTrue();
        assertThat(form.isChanged()).isTrue();
    }

    @Test
    void whereAnAddressIsAskedItHasToBeOne() {
        var form = new FormViewModel(form(field(FieldType.JID_SINGLE)));
        form.fields().getFirst().type("@@");
        assertThat(form.check()).isFalse();
        assertThat(form.fields().getFirst().problemProperty().get()).isEqualTo(Problem.NO_ADDRESS);
        form.fields().getFirst().type("");
        assertThat(form.check()).isTrue();
    }

    @Test
    void whatDidNotComeWholeStays() {
        var cut =
                new Field(
                        "f", FieldType.TEXT_SINGLE, "", "", true, List.of("be…"), List.of(), false);
        var form = new FormViewModel(form(cut));
        form.fields().getFirst().type("other");
        assertThat(form.filled()).isEqualTo(form.form());
    }

    private static FieldViewModel one(Field field) {
        return new FormViewModel(form(field)).fields().getFirst();
    }

    private static DataForm form(Field... fields) {
        return new DataForm("", List.of(), List.of(fields), true);
    }

    private static Field field(FieldType type, String... values) {
        return new Field(type.name(), type, "", "", false, List.of(values), List.of(), true);
    }

    private static Field list(FieldType type, String... values) {
        var options = List.of(new Option("A", "a"), new Option("B", "b"), new Option("C", "c"));
        return new Field(type.name(), type, "", "", false, List.of(values), options, true);
    }
}
