package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A profile that is closed and opened again between writing and reading.
///
/// Two samples of each record differ in each component, so a component that is new and not stored
/// fails: it must be given to the constructors of both, and one of the two comes back wrong.
abstract class RoundTripFixture {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00.001Z");
    static final Instant MIDNIGHT = Instant.parse("1999-12-31T23:59:59.999Z");

    @TempDir Path folder;
    Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.at(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    static Message his(ChatKey chat, String id, long position, Content content) {
        var ids = new MessageIds(id, Optional.empty(), Optional.empty());
        return message(chat, ids, Profile.HIM, NOON, position, content, Delivery.RECEIVED);
    }

    Map<ChatKey, String> stored() {
        return profile.in(() -> new DraftStore(profile.db()).all());
    }

    Message store(Message message, Chat.Kind kind) {
        return profile.in(
                () -> {
                    var chat = new Chats(profile.db()).ensure(message.chat(), kind);
                    var chats = new Chats(profile.db());
                    var corrections = new Corrections(profile.db());
                    var references = new References(profile.db());
                    return new MessageTable(
                                    profile.db(),
                                    corrections,
                                    new Reactions(profile.db(), chats, corrections, references),
                                    new Retractions(profile.db(), chats, references))
                            .add(chat, message);
                });
    }

    static Message message(
            ChatKey chat,
            MessageIds ids,
            Author author,
            Instant at,
            long position,
            Content content,
            Delivery delivery) {
        return new Message(new MessageKey(0), chat, ids, author, at, position, content, delivery);
    }

    static void differInEverything(Record one, Record other, String... but) {
        for (var component : one.getClass().getRecordComponents()) {
            if (!Set.of(but).contains(component.getName())) {
                assertThat(value(component, one))
                        .as("%s of the samples", component)
                        .isNotEqualTo(value(component, other));
            }
        }
        assertThat(
                        Arrays.stream(one.getClass().getRecordComponents())
                                .map(RecordComponent::getName))
                .containsAll(List.of(but));
    }

    static Object value(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(component.getName(), failure);
        }
    }
}
