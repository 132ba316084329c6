package kith.ui.roomsettings;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomSettings;
import kith.ui.form.FormViewModel;
import kith.ui.roomsettings.RoomSettingsViewModel.Phase;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class RoomSettingsViewModelTest {

    private static final DataForm FORM =
            new DataForm(
                    "Configuration",
                    List.of("Fill this in."),
                    List.of(
                            field("FORM_TYPE", FieldType.HIDDEN, "", "roomconfig"),
                            field("x-hats", FieldType.BOOLEAN, "Enable hats", "0"),
                            field("", FieldType.FIXED, "", "Access"),
                            list("muc#roomconfig_whois", "moderators", "anyone", "martians"),
                            field("muc#roomconfig_roomdesc", FieldType.TEXT_SINGLE, "D", "Honey"),
                            field("muc#roomconfig_roomname", FieldType.TEXT_SINGLE, "N", "Bees")),
                    true);

    private final List<DataForm> saved = new ArrayList<>();
    private CompletableFuture<RoomSettings> given = new CompletableFuture<>();
    private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    private final RoomSettingsViewModel model =
            new RoomSettingsViewModel(
                    "Bees",
                    () -> given,
                    form -> {
                        saved.add(form);
                        return answer;
                    },
                    new ImmediateLane());

    @Test
    void whatIsKnownComesFirstInOwnWords() {
        var shown = new KnownFields(Texts.of(Locale.UK)).arrange(FORM);
        assertThat(shown.fields())
                .extracting(
                        field -> field.type() == FieldType.FIXED ? field.value() : field.label())
                .containsExactly(
                        "About",
                        "Name",
                        "What it is about",
                        "Who sees whom",
                        "Who sees people’s addresses",
                        "What else this server offers",
                        "Enable hats");
        assertThat(shown.field("muc#roomconfig_whois").orElseThrow().options())
                .containsExactly(
                        new Option("Moderators", "moderators"),
                        new Option("Everyone", "anyone"),
                        new Option("martians", "martians"));
    }

    @Test
    void whatIsNotShownGoesBackAsItCame() {
        given.complete(new RoomSettings.Form(FORM));
        var answers = new FormViewModel(new KnownFields(Texts.of(Locale.UK)).arrange(model.form()));
        answers.fields().stream()
                .filter(field -> field.field().name().equals("muc#roomconfig_roomname"))
                .forEach(field -> field.type("Bees & trees"));
        model.save(answers.filled());
        assertThat(saved).containsExactly(FORM.with("muc#roomconfig_roomname", "Bees & trees"));
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Saving());
        answer.complete(Optional.empty());
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Saved());
    }

    @Test
    void whatTheRoomDoesNotTakeCanBeChangedAgain() {
        given.complete(new RoomSettings.Form(FORM));
        model.save(FORM);
        var refusal = Optional.of(Refusal.of(Reason.NOT_ACCEPTABLE));
        answer.complete(refusal);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Editing(refusal));
    }

    @Test
    void aRoomThatSaysNothingCanBeAskedAgain() {
        var refusal = Refusal.of(Reason.TIMED_OUT);
        given.complete(new RoomSettings.Refused(refusal));
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Unknown(refusal));
        model.save(FORM);
        assertThat(saved).isEmpty();
        given = CompletableFuture.completedFuture(new RoomSettings.Form(FORM));
        model.load();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Editing(Optional.empty()));
    }

    private static Field field(String name, FieldType type, String label, String value) {
        return new Field(name, type, label, "", false, List.of(value), List.of(), true);
    }

    private static Field list(String name, String... values) {
        var options = List.of(values).stream().map(each -> new Option(each, each)).toList();
        return new Field(
                name, FieldType.LIST_SINGLE, "Whois", "", false, List.of(values[0]), options, true);
    }
}
