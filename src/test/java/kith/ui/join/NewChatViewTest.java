package kith.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.Labeled;

import kith.gallery.SampleWorld;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.shell.OwnAccount;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

class NewChatViewTest {

    private final FxRobot robot = new FxRobot();
    private final SampleWorld world = SampleWorld.full();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    private final NewChatViewModel model =
            new NewChatViewModel(
                    world.accounts.get().stream().map(OwnAccount::account).toList(),
                    new NewContact(
                            key -> false,
                            (account, address, name, groups) -> answer,
                            key -> done.add("open")),
                    world.lane);
    private final OnStage window = new OnStage(600, 600, this::page);

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void offlineItStaysOpenAndSaysWhy() {
        submit();
        assertThat(act()).isEqualTo("Adding…");
        refuse(Reason.OFFLINE);
        assertThat(error())
                .isEqualTo(
                        "No connection to hearth.example, so nobody can be added."
                                + " Try again later, or start the chat without adding them.");
        assertThat(act()).isEqualTo("Start chat");
        assertThat(done).isEmpty();
    }

    @Test
    void whoWasAddedHasAChat() {
        submit();
        FxThread.run(() -> answer.complete(Optional.empty()));
        assertThat(done).containsExactly("open", "close");
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsSaid(Reason reason) {
        submit();
        refuse(reason);
        assertThat(error()).isNotBlank().doesNotContain("{");
    }

    private Parent page() {
        return new NewChatView(model, () -> done.add("close"), world.texts);
    }

    private void submit() {
        FxThread.run(
                () -> {
                    model.addressProperty().set("samuel@otieno.example");
                    model.submit();
                });
    }

    private void refuse(Reason reason) {
        FxThread.run(() -> answer.complete(Optional.of(Refusal.of(reason))));
        window.settle();
    }

    private String error() {
        return robot.lookup(".field-error").queryAs(Labeled.class).getText();
    }

    private String act() {
        return robot.lookup(".button:default").queryAs(Labeled.class).getText();
    }
}
