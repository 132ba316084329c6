package kith.session;

import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.LocalFile;
import kith.model.Refusal;
import kith.xmpp.Download;
import kith.xmpp.RefusedException;
import kith.xmpp.SignIn;
import kith.xmpp.Transfer;
import kith.xmpp.UploadSlot;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppLink;
import kith.xmpp.XmppListener;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// A link whose server is the test: it keeps what is sent and says what it is told to.
final class ScriptedLink implements XmppLink {

    private final AccountId account;
    private final XmppListener listener;
    private final List<Stanza> sent = new ArrayList<>();
    private final List<CompletableFuture<IQ>> held = new ArrayList<>();
    private Optional<Jid> heldAt = Optional.empty();
    private final List<IQ> asked = new ArrayList<>();
    private final List<ScriptedPut> puts = new ArrayList<>();
    private final List<ScriptedGet> gets = new ArrayList<>();

    /// The service that takes files; offers nothing until a test says so.
    final ScriptedUploads uploads = new ScriptedUploads();

    private Optional<SignIn> opened = Optional.empty();
    private boolean isUp;
    private boolean isGivenUp;
    private boolean isGranting;
    private int looks;
    private boolean isActive = true;
    private boolean isAcknowledging = true;
    private int room = Integer.MAX_VALUE;
    private Refusal.Reason refusing = Refusal.Reason.NOT_FOUND;
    private Optional<StanzaError.Condition> answering =
            Optional.of(StanzaError.Condition.item_not_found);

    private Optional<RuntimeException> bug = Optional.empty();
    private Optional<Jid> bugAt = Optional.empty();
    private final List<ScriptedArchive> archives;
    private Function<IQ, Optional<CompletionStage<IQ>>> kept = _ -> Optional.empty();

    /// @param archives which are there; may change
    ScriptedLink(AccountId account, XmppListener listener, List<ScriptedArchive> archives) {
        this.account = account;
        this.listener = listener;
        this.archives = archives;
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void open(SignIn signIn) {
        opened = Optional.of(signIn);
        become(new ConnectionState.Connecting());
    }

    @Override
    public void close() {
        isUp = false;
        opened = Optional.empty();
    }

    @Override
    public void retryNow() {
        become(new ConnectionState.Connecting());
    }

    @Override
    public void lookAgain() {
        looks++;
    }

    /// How often it was told to look again.
    int looks() {
        return looks;
    }

    @Override
    public void giveUp() {
        isGivenUp = true;
    }

    boolean isUp() {
        return isUp;
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    @Override
    public boolean isAcknowledging() {
        return isAcknowledging;
    }

    /// From now on says of no message that it has it, and doesn't promise to.
    void neverAcknowledge() {
        isAcknowledging = false;
    }

    @Override
    public void setActive(boolean active) {
        isActive = active;
    }

    /// Whether the server takes us for active.
    boolean isActive() {
        return isActive;
    }

    @Override
    public boolean send(Stanza stanza) {
        boolean isTaken = isUp && sent.size() < room;
        if (isTaken) {
            sent.add(stanza);
        }
        return isTaken;
    }

    /// From now on takes only so much at a time, until [#takeSent] makes room again.
    void narrow(int stanzas) {
        room = stanzas;
    }

    /// From now on the account keeps things for its devices.
    ///
    /// @param core where answers come that were held
    void keep(ScriptedPep things, Executor core) {
        kept = request -> isUp ? things.answer(request, core) : Optional.empty();
    }

    /// From now on answers what it doesn't know as a test says.
    void answer(Function<IQ, Optional<CompletionStage<IQ>>> answers) {
        kept = answers;
    }

    /// Nothing that is asked here is known but the archives and what the account keeps, unless
    /// [#grant] was called.
    @Override
    public CompletionStage<IQ> ask(IQ request) {
        asked.add(request);
        breakOver(request);
        var failure = bug;
        bug = Optional.empty();
        failure.ifPresent(
                thrown -> {
                    throw thrown;
                });
        return archives.stream()
                .filter(archive -> archive.isAsked(request))
                .findFirst()
                .map(archive -> archive.answer(request, listener))
                .or(() -> uploads.answer(request))
                .or(() -> held(request))
                .or(() -> kept.apply(request))
                .orElseGet(() -> isGranting ? granted(request) : unknown(request));
    }

    @Override
    public Transfer put(UploadSlot slot, LocalFile file, LongConsumer progress) {
        var put = new ScriptedPut(slot, file, progress);
        puts.add(put);
        return put;
    }

    /// The files that were begun to be put somewhere.
    List<ScriptedPut> puts() {
        return puts;
    }

    @Override
    public Download get(URI place, long most) {
        var get = new ScriptedGet(place, most);
        gets.add(get);
        return get;
    }

    /// The files that were begun to be fetched.
    List<ScriptedGet> gets() {
        return gets;
    }

    private void breakOver(IQ request) {
        if (bugAt.filter(at -> at.equals(request.getTo())).isPresent()) {
            throw new IllegalStateException("a bug at " + request.getTo());
        }
    }

    /// From now on lets wait whatever is asked of an address.
    void hold(Jid address) {
        heldAt = Optional.of(address);
    }

    /// Answers the oldest question that waits.
    void answerHeld(IQ answer) {
        held.removeFirst().complete(answer);
    }

    private Optional<CompletionStage<IQ>> held(IQ request) {
        if (heldAt.filter(at -> at.equals(request.getTo())).isEmpty()) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<IQ>();
        held.add(answer);
        return Optional.of(answer);
    }

    private static CompletionStage<IQ> granted(IQ request) {
        return CompletableFuture.completedStage(IQ.createResultIQ(request));
    }

    private CompletionStage<IQ> unknown(IQ request) {
        return CompletableFuture.failedStage(
                answering
                        .map(it -> RefusedException.by(IQ.createErrorResponse(request, it)))
                        .orElseGet(() -> new RefusedException(Refusal.of(refusing))));
    }

    /// From now on answers what it doesn't know with this error.
    void refuse(StanzaError.Condition condition) {
        answering = Optional.of(condition);
    }

    /// From now on refuses in this way what it doesn't know.
    void refuse(Refusal.Reason reason) {
        answering = Optional.empty();
        refusing = reason;
    }

    /// Breaks over what is asked next.
    void breakOnce(RuntimeException failure) {
        bug = Optional.of(failure);
    }

    /// From now on breaks over whatever is asked of an address.
    void breakAt(Jid address) {
        bugAt = Optional.of(address);
    }

    /// From now on answers whatever else is asked with an empty result.
    void grant() {
        isGranting = true;
    }

    /// Who is told what it says.
    XmppListener listener() {
        return listener;
    }

    /// Lets the server say something.
    void say(XmppEvent... events) {
        listener.happened(List.of(events));
    }

    void signedIn(boolean isResumed) {
        isUp = true;
        isActive = true;
        become(new ConnectionState.Online(me(), isResumed));
    }

    void lost(ConnectionProblem.Kind kind) {
        lost(kind, "");
    }

    void lost(ConnectionProblem.Kind kind, String detail) {
        isUp = false;
        var problem = new ConnectionProblem(kind, detail);
        become(
                kind.isPassing()
                        ? new ConnectionState.Waiting(problem, java.time.Instant.EPOCH)
                        : new ConnectionState.Stopped(problem));
    }

    Optional<SignIn> opened() {
        return opened;
    }

    List<IQ> asked() {
        return asked;
    }

    /// What was sent, and forgets it.
    List<Stanza> takeSent() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /// The ids of the messages that were sent, and forgets what was sent.
    List<String> takeSentIds() {
        return takeSent().stream()
                .filter(Message.class::isInstance)
                .map(Stanza::getStanzaId)
                .toList();
    }

    private EntityFullJid me() {
        var address = opened.orElseThrow().address();
        return JidCreate.entityFullFrom(address, Resourcepart.fromOrThrowUnchecked("test"));
    }

    private void become(ConnectionState state) {
        listener.connectionChanged(state);
    }
}
