package kith.xmpp.xep;

import kith.xmpp.XmppExtension;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Every protocol extension that Kith knows, in the order in which they read what comes in. The one
/// place to add a new one.
public final class XmppExtensions {

    private final Rfc6121Messages messages = new Rfc6121Messages();
    private final Xep0115Caps caps = new Xep0115Caps(this::features);
    private final Rfc6121Presence presence = new Rfc6121Presence(caps);
    private final Rfc6121Roster roster = new Rfc6121Roster();
    private final Xep0030Disco disco = new Xep0030Disco(this::features, caps);
    private final Xep0045Creation roomCreation = new Xep0045Creation(disco);
    private final Xep0045Rooms rooms = new Xep0045Rooms(disco);
    private final Xep0045Config roomConfig = new Xep0045Config();
    private final Xep0054VCard vCard = new Xep0054VCard();
    private final Xep0045Admin admin = new Xep0045Admin();
    private final Xep0045Voice voice = new Xep0045Voice();
    private final Xep0045Approval approval = new Xep0045Approval();
    private final Xep0045Invitations roomInvitations = new Xep0045Invitations();
    private final Xep0048Bookmarks oldBookmarks = new Xep0048Bookmarks();
    private final Xep0066Oob outOfBand = new Xep0066Oob();
    private final Xep0085ChatStates chatStates = new Xep0085ChatStates();
    private final Xep0092Version version = new Xep0092Version();
    private final Xep0184Receipts receipts = new Xep0184Receipts();
    private final Xep0199Ping ping = new Xep0199Ping();
    private final Xep0249Invitations directInvitations = new Xep0249Invitations();
    private final Xep0280Carbons carbons = new Xep0280Carbons();
    private final Xep0308Correction correction = new Xep0308Correction();
    private final Xep0313Archive archive = new Xep0313Archive(disco);
    private final Xep0333Markers markers = new Xep0333Markers();
    private final Xep0363Upload upload = new Xep0363Upload(disco);
    private final Xep0372References references = new Xep0372References();
    private final Xep0380Encryption encryption = new Xep0380Encryption();
    private final Xep0393Styling styling = new Xep0393Styling();
    private final Xep0402Bookmarks bookmarks = new Xep0402Bookmarks(disco);
    private final Xep0402Rooms bookmarkedRooms = new Xep0402Rooms(disco);
    private final Xep0410SelfPing selfPing = new Xep0410SelfPing(disco);
    private final Xep0424Retraction retraction = new Xep0424Retraction();
    private final Xep0425Moderation moderation = new Xep0425Moderation();
    private final Xep0428Fallback fallback = new Xep0428Fallback();
    private final Xep0444Reactions reactions = new Xep0444Reactions();
    private final Xep0446FileMetadata fileMetadata = new Xep0446FileMetadata();
    private final Xep0447FileSharing fileSharing = new Xep0447FileSharing();
    private final Xep0461Replies replies = new Xep0461Replies();
    private final Xep0486RoomPictures roomPictures = new Xep0486RoomPictures();
    private final Xep0490ReadPositions readPositions = new Xep0490ReadPositions(disco);
    private final Xep0500SlowMode slowMode = new Xep0500SlowMode();

    private final Xep0045Status roomStatus = new Xep0045Status();
    private final Xep0045Services roomServices = new Xep0045Services(disco);
    private final Xep0045Search roomSearch = new Xep0045Search();
    private final Xep0045Registration roomRegistration = new Xep0045Registration();
    private final Xep0433ChannelSearch channelSearch = new Xep0433ChannelSearch();

    private final List<XmppExtension> all =
            List.of(
                    messages,
                    presence,
                    roster,
                    disco,
                    roomCreation,
                    rooms,
                    roomConfig,
                    roomStatus,
                    voice,
                    approval,
                    roomInvitations,
                    oldBookmarks,
                    outOfBand,
                    chatStates,
                    version,
                    receipts,
                    ping,
                    directInvitations,
                    carbons,
                    correction,
                    archive,
                    markers,
                    upload,
                    references,
                    encryption,
                    styling,
                    bookmarks,
                    bookmarkedRooms,
                    selfPing,
                    retraction,
                    moderation,
                    fallback,
                    reactions,
                    fileMetadata,
                    fileSharing,
                    replies,
                    roomPictures,
                    readPositions,
                    slowMode);

    /// All, in order.
    public List<XmppExtension> all() {
        return all;
    }

    /// What we tell others that we support, sorted (XEP-0115 §5.1).
    public Set<String> features() {
        var features = new TreeSet<String>();
        all.forEach(each -> features.addAll(each.features()));
        return features;
    }

    public Rfc6121Messages rfc6121Messages() {
        return messages;
    }

    public Rfc6121Presence rfc6121Presence() {
        return presence;
    }

    public Rfc6121Roster rfc6121Roster() {
        return roster;
    }

    public Xep0030Disco xep0030Disco() {
        return disco;
    }

    public Xep0045Rooms xep0045Rooms() {
        return rooms;
    }

    public Xep0045Creation xep0045Creation() {
        return roomCreation;
    }

    public Xep0045Config xep0045Config() {
        return roomConfig;
    }

    public Xep0054VCard xep0054VCard() {
        return vCard;
    }

    public Xep0045Services xep0045Services() {
        return roomServices;
    }

    public Xep0045Search xep0045Search() {
        return roomSearch;
    }

    public Xep0045Registration xep0045Registration() {
        return roomRegistration;
    }

    public Xep0433ChannelSearch xep0433ChannelSearch() {
        return channelSearch;
    }

    public Xep0045Admin xep0045Admin() {
        return admin;
    }

    public Xep0045Voice xep0045Voice() {
        return voice;
    }

    public Xep0045Approval xep0045Approval() {
        return approval;
    }

    public Xep0045Invitations xep0045Invitations() {
        return roomInvitations;
    }

    public Xep0048Bookmarks xep0048Bookmarks() {
        return oldBookmarks;
    }

    public Xep0085ChatStates xep0085ChatStates() {
        return chatStates;
    }

    public Xep0184Receipts xep0184Receipts() {
        return receipts;
    }

    public Xep0199Ping xep0199Ping() {
        return ping;
    }

    public Xep0249Invitations xep0249Invitations() {
        return directInvitations;
    }

    public Xep0280Carbons xep0280Carbons() {
        return carbons;
    }

    public Xep0313Archive xep0313Archive() {
        return archive;
    }

    public Xep0333Markers xep0333Markers() {
        return markers;
    }

    public Xep0363Upload xep0363Upload() {
        return upload;
    }

    public Xep0402Bookmarks xep0402Bookmarks() {
        return bookmarks;
    }

    public Xep0402Rooms xep0402Rooms() {
        return bookmarkedRooms;
    }

    public Xep0410SelfPing xep0410SelfPing() {
        return selfPing;
    }

    public Xep0425Moderation xep0425Moderation() {
        return moderation;
    }

    public Xep0490ReadPositions xep0490ReadPositions() {
        return readPositions;
    }
}
