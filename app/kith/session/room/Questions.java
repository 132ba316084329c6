package kith.session.room;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// How somebody is asked something from any thread: on the core lane, and whatever comes of it is
/// an [Answer]. What is neither an answer nor a refusal fails the stage: a bug.
final class Questions {

    private static final Refusal OFFLINE = Refusal.of(Refusal.Reason.OFFLINE);

    private Questions() {}

    /// Asks, where the account is online. Completes on the core lane.
    static <T> CompletionStage<Answer<T>> ask(
            Links links,
            Lane core,
            AccountId account,
            Function<XmppLink, CompletionStage<T>> question) {
        var answer = new CompletableFuture<Answer<T>>();
        core.execute(
                () ->
                        links.online(account)
                                .ifPresentOrElse(
                                        link -> hear(question.apply(link), answer),
                                        () -> answer.complete(new Answer.Refused<>(OFFLINE))));
        return answer;
    }

    private static <T> void hear(CompletionStage<T> stage, CompletableFuture<Answer<T>> answer) {
        stage.whenComplete((value, failure) -> end(answer, value, failure));
    }

    private static <T> void end(
            CompletableFuture<Answer<T>> answer, T value, @Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(new Answer.Given<>(value));
            return;
        }
        var refusal = RefusedException.in(failure);
        if (refusal.isEmpty()) {
            answer.completeExceptionally(failure);
            throw new IllegalStateException(failure); // the guard hears of it
        }
        answer.complete(new Answer.Refused<>(refusal.get()));
    }
}
