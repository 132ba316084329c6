package kith.ui.shell;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

import kith.model.AccountId;
import kith.ui.text.Texts;
import kith.ui.widget.Banner;
import kith.ui.widget.Icon;

import java.util.Optional;
import java.util.function.Consumer;

/// The window's one banner, in the place that the page in front has for it.
final class ConnectionBanner {

    private final ConnectionViewModel model;
    private final Consumer<AccountId> signInAgain;
    private final Texts texts;
    private Optional<Pane> place = Optional.empty();
    private Optional<Notice> shown = Optional.empty();
    private Optional<Banner> banner = Optional.empty();

    ConnectionBanner(ConnectionViewModel model, Consumer<AccountId> signInAgain, Texts texts) {
        this.model = model;
        this.signInAgain = signInAgain;
        this.texts = texts;
        model.noticeProperty().subscribe(this::show);
    }

    /// Moves the banner to another place.
    void moveTo(Pane newest) {
        place.ifPresent(old -> old.getChildren().clear());
        place = Optional.of(newest);
        banner.ifPresent(newest.getChildren()::setAll);
    }

    /// A countdown changes the sentence alone, so that the focus may stay on the action.
    private void show(Optional<Notice> notice) {
        boolean isSameButText =
                notice.map(Notice::remedy).equals(shown.map(Notice::remedy))
                        && notice.map(Notice::kind).equals(shown.map(Notice::kind));
        if (isSameButText) {
            notice.ifPresent(newest -> banner.ifPresent(it -> it.setText(newest.text())));
        } else {
            banner = notice.map(this::make);
            place.ifPresent(
                    pane -> {
                        pane.getChildren().clear();
                        banner.ifPresent(pane.getChildren()::add);
                    });
        }
        shown = notice;
    }

    private Banner make(Notice notice) {
        var made = new Banner(kind(notice), icon(notice), notice.text(), actions(notice));
        if (!notice.detail().isBlank()) {
            Tooltip.install(made, new Tooltip(notice.detail()));
        }
        return made;
    }

    private Hyperlink[] actions(Notice notice) {
        return switch (notice.remedy()) {
            case Notice.Remedy.None none -> new Hyperlink[0];
            case Notice.Remedy.RetryNow retry ->
                    links(Banner.action(texts.say("connection.retryNow"), model::retryNow));
            case Notice.Remedy.TryAgain again ->
                    links(
                            Banner.action(
                                    texts.say("connection.tryAgain"), () -> model.tryAgain(again)));
            case Notice.Remedy.SignIn signIn ->
                    links(
                            Banner.action(
                                    texts.say("connection.signInAgain"),
                                    () -> signInAgain.accept(signIn.account())));
        };
    }

    private static Hyperlink[] links(Hyperlink... links) {
        return links;
    }

    private static Banner.Kind kind(Notice notice) {
        return switch (notice.kind()) {
            case CONNECTING -> Banner.Kind.INFO;
            case WAITING -> Banner.Kind.WARNING;
            case STOPPED -> Banner.Kind.DANGER;
        };
    }

    private static Icon icon(Notice notice) {
        return switch (notice.kind()) {
            case CONNECTING -> Icon.CLOUD_SYNC_OUTLINE;
            case WAITING -> Icon.CLOUD_OFF_OUTLINE;
            case STOPPED ->
                    notice.remedy() instanceof Notice.Remedy.SignIn
                            ? Icon.KEY_ALERT_OUTLINE
                            : Icon.CLOUD_ALERT_OUTLINE;
        };
    }
}
