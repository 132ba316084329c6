package kith.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleWorld;
import kith.model.Refusal;
import kith.ui.join.NewChatViewModel.Phase;
import kith.ui.shell.OwnAccount;
import kith.ui.text.FieldError;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class NewChatViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final List<String> commands = new ArrayList<>();
    private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    private final NewChatViewModel chat =
            new NewChatViewModel(
                    world.accounts.get().stream().map(OwnAccount::account).toList(),
                    new NewContact(
                            key ->
                                    world.contacts.get().stream()
                                            .anyMatch(contact -> contact.chat().equals(key)),
                            (account, address, name, groups) -> {
                                commands.add("add " + address + " " + name + " " + groups);
                                return answer;
                            },
                            key -> commands.add("open " + key.peer())),
                    world.lane);

    @Test
    void aStrangerIsAddedAndTheChatOpened() {
        chat.addressProperty().set("samuel@otieno.example");
        chat.nameProperty().set(" Samuel ");
        chat.groupProperty().set("Studio");
        chat.submit();
        chat.submit();
        assertThat(commands).containsExactly("add samuel@otieno.example Samuel [Studio]");
        assertThat(chat.phaseProperty().get()).isEqualTo(new Phase.Adding());
        answer.complete(Optional.empty());
        assertThat(commands).endsWith("open samuel@otieno.example");
        assertThat(chat.phaseProperty().get()).isEqualTo(new Phase.Done());
    }

    @Test
    void whereNobodyCanBeAddedTheReasonIsSaidAndTheChatMayStartAlone() {
        chat.addressProperty().set("samuel@otieno.example");
        chat.submit();
        var refusal = Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
        answer.complete(refusal);
        assertThat(chat.phaseProperty().get()).isEqualTo(new Phase.Typing(refusal));
        assertThat(commands).noneMatch(command -> command.startsWith("open"));
        chat.addToContactsProperty().set(false);
        chat.submit();
        assertThat(commands).endsWith("open samuel@otieno.example");
    }

    @Test
    void theReasonGoesAsSoonAsTheUserTypes() {
        chat.addressProperty().set("samuel@otieno.example");
        chat.submit();
        answer.complete(Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
        chat.addressProperty().set("samuel@otieno.exampl");
        assertThat(chat.phaseProperty().get()).isEqualTo(new Phase.Typing(Optional.empty()));
    }

    @Test
    void closedItOpensNothingMore() {
        chat.addressProperty().set("samuel@otieno.example");
        chat.submit();
        chat.close();
        answer.complete(Optional.empty());
        assertThat(commands).noneMatch(command -> command.startsWith("open"));
    }

    @Test
    void aChatAloneAddsNobody() {
        chat.addressProperty().set("samuel@otieno.example");
        chat.addToContactsProperty().set(false);
        chat.submit();
        assertThat(commands).containsExactly("open samuel@otieno.example");
    }

    @Test
    void aContactIsNotAddedAgain() {
        chat.addressProperty().set("layla@cedar.example");
        assertThat(chat.knownContactProperty().get()).isTrue();
        chat.submit();
        assertThat(commands).containsExactly("open layla@cedar.example");
    }

    @Test
    void whatIsNoAddressOpensNothing() {
        chat.addressProperty().set("samuel");
        chat.leaveAddress();
        assertThat(chat.addressErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        chat.submit();
        chat.addressProperty().set("");
        chat.submit();
        assertThat(chat.addressErrorProperty().get()).isEqualTo(FieldError.MISSING);
        assertThat(commands).isEmpty();
        assertThat(chat.phaseProperty().get()).isEqualTo(new Phase.Typing(Optional.empty()));
    }
}
