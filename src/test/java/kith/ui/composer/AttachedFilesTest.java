package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ListChangeListener;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ChosenFile;
import kith.model.MessageKey;
import kith.model.SendKey;
import kith.model.UploadSupport;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// What is chosen, what of it can be sent, and what goes when.
class AttachedFilesTest {

    private static final BareJid LAYLA = JidCreate.bareFromOrThrowUnchecked("layla@birke.example");

    private final SampleFiles sample = new SampleFiles();
    private final ComposerViewModel model = page();
    private final AttachedFiles files = model.files();

    @Test
    void whatIsChosenGoesBeforeTheWords() {
        choose("a.txt", "b.txt");
        assertThat(sample.asked).containsExactly("want");
        assertThat(model.canSendBinding().get()).isTrue();
        model.draftProperty().set("Both");
        model.send();
        assertThat(sample.asked).containsExactly("want", "send a.txt", "send b.txt", "Both");
        assertThat(files.chosen()).isEmpty();
        assertThat(model.draftProperty().get()).isEmpty();
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void filesGoWithoutWords() {
        choose("a.txt");
        model.send();
        assertThat(sample.asked).containsExactly("want", "send a.txt");
    }

    @Test
    void oneThatCanNotBeSentHoldsAllBack() {
        model.draftProperty().set("Both");
        choose("a.txt", "large.mov");
        assertThat(model.canSendBinding().get()).isFalse();
        model.send();
        assertThat(sample.asked).containsExactly("want");
        files.remove(files.chosen().getLast());
        assertThat(model.canSendBinding().get()).isTrue();
        choose("a folder");
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void whatTheServerTakesDecidesAlsoWhenItIsKnownLater() {
        sample.support(new UploadSupport.Unknown());
        choose("large.mov");
        assertThat(model.canSendBinding().get()).isTrue();
        sample.support(new UploadSupport.Offered(Optional.of(999L)));
        assertThat(model.canSendBinding().get()).isFalse();
        sample.support(new UploadSupport.Offered(Optional.of(1_000L)));
        assertThat(model.canSendBinding().get()).isTrue();
        sample.support(new UploadSupport.None());
        assertThat(model.canSendBinding().get()).isFalse();
        sample.support(new UploadSupport.Offered(Optional.empty()));
        assertThat(model.canSendBinding().get()).isTrue();
    }

    @Test
    void oneIsChosenOnce() {
        choose("a.txt");
        choose("a.txt", "b.txt");
        assertThat(files.chosen()).extracting(ChosenFile::name).containsExactly("a.txt", "b.txt");
    }

    @Test
    void whatIsChangedGoesWithoutThem() {
        choose("a.txt");
        model.edit(new MessageKey(1), "Lovly");
        model.draftProperty().set("Lovely");
        model.send();
        assertThat(sample.asked).containsExactly("want", "change Lovely");
        assertThat(files.chosen()).hasSize(1);
    }

    @Test
    void aPictureIsKeptUntilItIsSentOrLeftOut() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        model.send();
        assertThat(sample.asked).containsExactly("want", "send Picture.png");
        model.close();
        assertThat(sample.asked).doesNotContain("release Picture.png");
    }

    @Test
    void aPictureThatIsLeftOutIsReleased() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        choose("a.txt");
        assertThat(files.drop()).isTrue();
        assertThat(sample.asked).contains("release Picture.png").doesNotContain("release a.txt");
        assertThat(files.drop()).isFalse();
    }

    /// As when its chat goes into a window of its own, or many others were looked at meanwhile.
    @Test
    void whatIsChosenIsThereOnTheNextPage() {
        choose("a.txt");
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        model.close();
        assertThat(sample.asked).doesNotContain("release Picture.png");
        var next = page();
        assertThat(next.files().chosen())
                .extracting(ChosenFile::name)
                .containsExactly("a.txt", "Picture.png");
        assertThat(next.canSendBinding().get()).isTrue();
        next.send();
        assertThat(sample.asked).endsWith("send a.txt", "send Picture.png");
        assertThat(page().files().chosen()).isEmpty();
    }

    @Test
    void twoPagesShowTheSame() {
        var other = page();
        choose("a.txt", "b.txt");
        other.files().remove(other.files().chosen().getFirst());
        assertThat(files.chosen()).extracting(ChosenFile::name).containsExactly("b.txt");
        model.send();
        assertThat(other.files().chosen()).isEmpty();
        other.send();
        assertThat(sample.asked).containsOnlyOnce("send b.txt");
    }

    @Test
    void whatIsFoundOnceThePageIsClosedIsThereOnTheNext() {
        sample.hold();
        choose("a.txt");
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        model.close();
        sample.goOn();
        assertThat(page().files().chosen())
                .extracting(ChosenFile::name)
                .containsExactlyInAnyOrder("a.txt", "Picture.png");
    }

    @Test
    void whatCanNotBeSentOnceThePageIsClosedIsThereOnTheNext() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        sample.fillDisk();
        sample.hold();
        model.send();
        model.close();
        sample.goOn();
        var next = page();
        assertThat(next.files().chosen()).hasSize(1);
        next.files().drop();
        assertThat(sample.asked).contains("release Picture.png");
    }

    @Test
    void manyAtOnceAreSaidOnce() {
        var said = new AtomicInteger();
        files.chosen().addListener((ListChangeListener<ChosenFile>) _ -> said.incrementAndGet());
        choose(IntStream.range(0, 50).mapToObj(i -> i + ".txt").toArray(String[]::new));
        assertThat(said).hasValue(1);
        files.drop();
        assertThat(said).hasValue(2);
    }

    @Test
    void whatIsChosenGoesWithItsAccount() {
        var released = new ArrayList<String>();
        var chats = new ChatFiles(file -> released.add(file.name()));
        var mara = new AccountId(1);
        var layla = new ChatKey(mara, LAYLA);
        var other = new ChatKey(new AccountId(2), LAYLA);
        var kept = new ChosenFile.Usable(SampleFiles.file("Picture.png", 50), true);
        chats.of(layla).addKept(kept);
        chats.of(layla).add(List.of(new ChosenFile.Usable(SampleFiles.file("a.txt", 5), false)));
        var gone = chats.of(other);
        gone.addKept(kept);
        assertThat(chats.of(layla).all()).hasSize(2);
        chats.retain(Set.of(mara));
        assertThat(released).containsExactly("Picture.png");
        assertThat(chats.of(layla).all()).hasSize(2);
        assertThat(chats.of(other).all()).isEmpty();
        gone.addKept(kept); // one that was still being kept
        assertThat(gone.all()).isEmpty();
        assertThat(released).hasSize(2);
    }

    @Test
    void aPictureThatCanNotBeKeptIsComplainedOf() {
        sample.fillDisk();
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        assertThat(files.chosen()).isEmpty();
        assertThat(files.failedProperty().get()).isTrue();
        assertThat(files.drop()).isTrue();
        assertThat(files.failedProperty().get()).isFalse();
    }

    @Test
    void whatCanNotBeSentComesBack() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        sample.fillDisk();
        model.send();
        assertThat(files.chosen()).hasSize(1);
        assertThat(sample.asked).doesNotContain("release Picture.png");
        files.drop();
        assertThat(sample.asked).contains("release Picture.png");
    }

    /// A page of the one chat.
    private ComposerViewModel page() {
        return new ComposerViewModel(
                new ComposerCommands(
                        text -> CompletableFuture.completedStage(sample.asked.add(text)),
                        (message, text) ->
                                CompletableFuture.completedStage(
                                        sample.asked.add("change " + text)),
                        EditCommands.NONE,
                        ReplyCommands.NONE,
                        isTyping -> {},
                        new DraftCommands(given -> () -> {}, text -> {}, () -> {}, text -> {}),
                        SlashCommands.PLAIN,
                        new Cell<>(new ImmediateLane(), SendKey.ENTER)),
                sample.commands(),
                List.of(),
                new ManualTimer(),
                new ImmediateLane());
    }

    private static byte[] picture() {
        return new byte[50];
    }

    private void choose(String... names) {
        files.add(List.of(names).stream().map(name -> Path.of("/tmp", name)).toList());
    }
}
