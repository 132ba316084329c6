package kith.gallery;

import kith.model.Availability;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Room;
import kith.model.RoomState;

import java.util.List;

/// The contacts and rooms of the sample world: a small print workshop and its friends.
final class SamplePeople {

    private static final List<String> STUDIO = List.of("Studio");
    private static final List<String> FAMILY = List.of("Family");
    private static final List<String> FRIENDS = List.of("Friends");

    private SamplePeople() {}

    static List<Contact> contacts() {
        return List.of(
                person(
                        "Layla Haddad",
                        "layla@cedar.example",
                        FRIENDS,
                        Availability.AVAILABLE,
                        "At the print shop until noon"),
                person(
                        "Jonas Weber",
                        "jonas@birke.example",
                        STUDIO,
                        Availability.BUSY,
                        "Konzentriert bis 11 Uhr, Notfall: anrufen"),
                person(
                        "Олена Коваленко",
                        "olena@dnipro.example",
                        FRIENDS,
                        Availability.AWAY,
                        "за кавою ☕"),
                person("佐藤 美咲", "misaki@sakura.example", FRIENDS, Availability.NOT_AVAILABLE, ""),
                person(
                        "Ana-Sofía Guimarães de Oliveira e Castro",
                        "anasofia@tejo.example",
                        FRIENDS,
                        Availability.OFFLINE,
                        ""),
                person(
                        "Tom Okafor",
                        "tom@okafor.example",
                        FRIENDS,
                        Availability.FREE_TO_CHAT,
                        "on the ferry, good signal"),
                person("Mum", "ingrid@hearth.example", FAMILY, Availability.AWAY, "in the garden"),
                person(
                        "Priya Natarajan",
                        "priya@hearth.example",
                        STUDIO,
                        Availability.AVAILABLE,
                        "Teaching until four"),
                person("Henrik Dahl", "henrik@nordlys.example", STUDIO, Availability.AVAILABLE, ""),
                person(
                        "Émile Fournier",
                        "emile@atelier.example",
                        STUDIO,
                        Availability.AWAY,
                        "Back at two"),
                new Contact(
                        SampleWorld.HEARTH,
                        SampleWorld.key("dad@hearth.example").peer(),
                        "Dad",
                        FAMILY,
                        PresenceSubscription.FROM,
                        Presence.UNKNOWN));
    }

    static List<Room> rooms() {
        return List.of(
                room(
                        "Harbour print co-op",
                        "print@rooms.hearth.example",
                        new RoomState.Joined(),
                        "Riso night Thursday 19:00",
                        14),
                room(
                        "Straßenfest 2026 – Aufbau, Strom & Getränke",
                        "fest@rooms.birke.example",
                        new RoomState.Joined(),
                        "",
                        23),
                room(
                        "XMPP newcomers",
                        "newcomers@rooms.hearth.example",
                        new RoomState.Left(),
                        "",
                        0));
    }

    private static Contact person(
            String name,
            String address,
            List<String> groups,
            Availability availability,
            String status) {
        return new Contact(
                SampleWorld.HEARTH,
                SampleWorld.key(address).peer(),
                name,
                groups,
                PresenceSubscription.BOTH,
                new Presence(availability, status));
    }

    static Room room(String name, String address, RoomState state, String subject, int people) {
        return new Room(SampleWorld.key(address), name, "Mara", state, subject, people);
    }
}
