package kith.ui.room.moderation;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Refusal;
import kith.model.RegistrationRequest;
import kith.ui.room.moderation.RegistrationViewModel.Failure;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmojiParagraph;

import java.util.List;
import java.util.Optional;

/// Who wants to be a member, under the head of a room's page: what they say of themselves, a yes
/// and a no, and why the last answer is not taken. With nothing in it, it takes no room; more than
/// a few are counted.
public final class RegistrationRequestsView extends VBox {

    /// So many at a time are shown.
    private static final int MOST = 3;

    private final RegistrationViewModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final EmojiParagraph failure = new EmojiParagraph();

    public RegistrationRequestsView(RegistrationViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("member-requests");
        failure.getStyleClass().addAll("field-error", "roles-complaint");
        failure.setMinHeight(USE_PREF_SIZE); // never cut
        var shown = new Dismissible(failure, texts.say("roles.dismiss"), model::dismiss);
        getChildren().addAll(rows, shown);
        model.requestsProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::show);
        shown.visibleProperty().subscribe(any -> takeRoom());
    }

    private void show(List<RegistrationRequest> requests) {
        rows.getChildren().setAll(requests.stream().limit(MOST).map(this::row).toList());
        if (requests.size() > MOST) {
            var more = new Label(texts.count("roles.member.more", requests.size() - MOST));
            more.getStyleClass().addAll("small", "muted");
            rows.getChildren().add(more);
        }
        takeRoom();
    }

    private void show(Optional<Failure> newest) {
        failure.setText(newest.map(it -> why(it.refusal(), name(it.nick()))).orElse(""));
    }

    private String why(Refusal refusal, String name) {
        return switch (refusal.reason()) {
            case OFFLINE -> texts.say("roles.member.offline", name);
            case FORBIDDEN, NOT_ALLOWED -> texts.say("roles.member.forbidden");
            case BAD_ADDRESS,
                    NOT_FOUND,
                    NOT_ACCEPTABLE,
                    MEMBERS_ONLY,
                    PASSWORD_NEEDED,
                    NICK_TAKEN,
                    UNAVAILABLE,
                    LIMIT,
                    NOT_SUPPORTED,
                    SERVER_NOT_REACHED,
                    TIMED_OUT,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("roles.member.other", name);
        };
    }

    private String name(String nick) {
        return nick.isEmpty() ? texts.say("roles.member.somebody") : nick;
    }

    private void takeRoom() {
        boolean isAnything = !rows.getChildren().isEmpty() || !failure.getText().isEmpty();
        setVisible(isAnything);
        setManaged(isAnything);
    }

    private HBox row(RegistrationRequest request) {
        var name = name(request.nick());
        var avatar = new Avatar(28);
        avatar.showPerson(name, name);
        var sentence = new EmojiLabel();
        sentence.setText(texts.say("roles.member.asks", name));
        sentence.setMinWidth(0);
        var words = new VBox(sentence);
        var told = told(request);
        if (!told.isEmpty()) {
            words.getChildren().add(told(told));
        }
        words.getStyleClass().add("member-words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row =
                new HBox(
                        avatar,
                        words,
                        new AnswerButton(
                                texts.say("roles.voice.allow"),
                                texts.say("roles.member.allow.name", name),
                                () -> model.answer(request, true)),
                        new AnswerButton(
                                texts.say("roles.voice.deny"),
                                texts.say("roles.member.deny.name", name),
                                () -> model.answer(request, false)));
        row.getStyleClass().add("voice-request");
        row.setAccessibleRole(AccessibleRole.PARENT);
        return row;
    }

    private static Label told(String words) {
        var label = new EmojiParagraph(words);
        label.getStyleClass().addAll("small", "muted");
        label.setMinHeight(USE_PREF_SIZE); // who decides reads all of it
        return label;
    }

    /// What they say of themselves is theirs, and so is what the room calls it.
    private String told(RegistrationRequest request) {
        return request.told().stream()
                .map(
                        field ->
                                texts.say(
                                        "roles.member.told",
                                        OneLine.of(field.title()),
                                        OneLine.of(String.join(" ", field.values()))))
                .reduce((one, other) -> one + " · " + other)
                .map(RegistrationRequestsView::brief)
                .orElse("");
    }

    /// Who decides needs no book.
    private static String brief(String words) {
        int most = 400;
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most)) + "…";
    }
}
