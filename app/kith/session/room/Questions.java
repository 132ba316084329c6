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

/// How somebody is asked something from any thread: on the core lane, and whatever comes of it is an
/// [Answer]. What is neither an answer nor a refusal fails the stage: a bug.
final class Questions {

    private Questions() {}

    /// @return completes on the core lane
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
                                        link ->
                                                question.apply(link)
                                                        .whenComplete(
                                                                (value, failure) ->
                                                                        end(
                                                                                answer,
                                                                                value,
                                                                                failure)),
                                        () ->
                                                answer.complete(
                                                        refused(
                                                                Refusal.of(
                                                                        Refusal.Reason
                                                                                .OFFLINE)))));
        return answer;
    }

    private static <T> void end(
            CompletableFuture<Answer<T>> answer, T value, @Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(new Answer.Given<>(value));
            return;
        }
        RefusedException.in(failure)
                .ifPresentOrElse(
                        refusal -> answer.complete(refused(refusal)),
                        () -> answer.completeExceptionally(failure));
    }

    private static <T> Answer<T> refused(Refusal refusal) {
        return new Answer.Refused<>(refusal);
    }
}
