package kith.ui.form;

import kith.model.DataForm;

import java.util.HashMap;
import java.util.List;

/// A form that a service wants filled in: what the user has typed into it, and what is wrong with
/// that.
///
/// FX thread only.
public final class FormViewModel {

    private final DataForm form;
    private final List<FieldViewModel> fields;

    public FormViewModel(DataForm form) {
        this.form = form;
        this.fields =
                form.fields().stream()
                        .filter(each -> each.type() != DataForm.FieldType.HIDDEN)
                        .map(FieldViewModel::new)
                        .toList();
    }

    /// The form as it came.
    public DataForm form() {
        return form;
    }

    /// What of it is shown, in its order.
    public List<FieldViewModel> fields() {
        return fields;
    }

    /// Says at each field what is wrong with it.
    ///
    /// @return whether nothing is
    public boolean check() {
        fields.forEach(FieldViewModel::check);
        return fields.stream().allMatch(FieldViewModel::isRight);
    }

    /// Whether something stands in it that the service has not put there.
    public boolean isChanged() {
        return !filled().equals(form);
    }

    /// The form with what the user has typed.
    public DataForm filled() {
        var values = new HashMap<String, List<String>>();
        fields.stream()
                .filter(each -> each.field().isAsked())
                .forEach(each -> values.put(each.field().name(), each.values()));
        return form.with(values);
    }
}
