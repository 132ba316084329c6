package kith.xmpp;

import kith.model.AccountId;
import kith.model.LocalFile;
import kith.model.Refusal;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/// A link that keeps what is sent and answers what a test says.
public final class CapturingLink implements XmppLink {

    private final List<Stanza> sent = new ArrayList<>();
    private final List<CompletableFuture<IQ>> waiting = new ArrayList<>();

    @Override
    public AccountId account() {
        return new AccountId(1);
    }

    @Override
    public void open(SignIn signIn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retryNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void lookAgain() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void giveUp() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAcknowledging() {
        return true;
    }

    @Override
    public void setActive(boolean isActive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean send(Stanza stanza) {
        return sent.add(stanza);
    }

    @Override
    public CompletionStage<IQ> ask(IQ request) {
        sent.add(request);
        var answer = new CompletableFuture<IQ>();
        waiting.add(answer);
        return answer;
    }

    @Override
    public Transfer put(UploadSlot slot, LocalFile file, LongConsumer progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Download get(URI place, long most) {
        throw new UnsupportedOperationException();
    }

    /// What was sent and asked, in order.
    public List<Stanza> sent() {
        return List.copyOf(sent);
    }

    public Stanza last() {
        return sent.getLast();
    }

    /// The last stanza as it goes over the wire, without its id.
    public String lastXml() {
        return last().toXML().toString().replaceFirst(" id='[^']*'", "");
    }

    /// Answers the last question.
    public void answer(String xml) {
        waiting.removeLast().complete(Xml.stanza(IQ.class, xml));
    }

    /// Answers the question that waits longest.
    public void answerFirst(String xml) {
        waiting.removeFirst().complete(Xml.stanza(IQ.class, xml));
    }

    /// Refuses the last question.
    public void refuse(Refusal refusal) {
        waiting.removeLast().completeExceptionally(new RefusedException(refusal));
    }
}
