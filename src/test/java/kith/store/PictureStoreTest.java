package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures are many megabytes together: a start reads none.
class PictureStoreTest {

    private final Profile profile = Profile.inMemory();

    @AfterEach
    void close() {
        profile.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PictureStore.UNUSED, PictureStore.OF_OCCUPANTS})
    void whatAStartAsksIsAnsweredByIndexes(String sql) {
        var plan =
                profile.in(
                        () ->
                                profile.db()
                                        .find("EXPLAIN " + sql, row -> row.getString(1))
                                        .orElseThrow());
        assertThat(plan)
                .contains("\"PICTURE_OF\"")
                .doesNotContain("PICTURE.tableScan", "OCTET_LENGTH");
    }

    @Test
    void aStartLetsGoOfWhatNobodyHas() {
        var stranger = profile.chat(Profile.ROMEO);
        var known = profile.chat(Profile.ROOM);
        profile.run(
                db -> {
                    var pictures = new PictureStore(db);
                    pictures.put(stranger, "a".repeat(40), new byte[] {1});
                    pictures.put(known, "b".repeat(40), new byte[] {2});
                    db.update(
                            "INSERT INTO picture (hash, image) VALUES (?, ?)",
                            "c".repeat(40),
                            new byte[] {3});
                    var room = new Room(known, "Balcony", "Juliet", RoomState.LEFT, "", 0);
                    new RoomStore(db).put(new StoredRoom(room, true, true));
                });
        profile.run(db -> new PictureStore(db).removeStrangers());
        var left =
                profile.in(
                        () ->
                                profile.db()
                                        .query(
                                                "SELECT hash FROM picture",
                                                row -> row.getString(1)));
        assertThat(left).containsExactly("b".repeat(40));
    }
}
