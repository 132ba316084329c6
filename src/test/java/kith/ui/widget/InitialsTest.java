package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Jonas Weber, JW",
        "mum, M",
        "Ana-Sofía Guimarães de Oliveira, AS",
        "Straßenfest 2026 – Aufbau, S2",
        "zé_ninguém, ZN",
        "Олена Коваленко, ОК",
        "e\u0301mile fournier, E\u0301F",
        "🎉 party room, PR",
        "ليلى حداد, ل",
        "佐藤 美咲, 佐",
        "'🎉', ''",
        "'', ''"
    })
    void areTheFirstGraphemesOfTwoWords(String name, String initials) {
        assertThat(Initials.of(name, 2)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"Jonas Weber, J", "佐藤, 佐"})
    void areOneWhereThereIsNoRoom(String name, String initials) {
        assertThat(Initials.of(name, 1)).isEqualTo(initials);
    }
}
