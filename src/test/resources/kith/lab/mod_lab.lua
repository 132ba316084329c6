-- What the lab does to this server without a client: POST /lab, one JSON object for each operation.
-- The same operations as mod_lab.erl. Times are microseconds since 1970, as strings.
module:set_global();
module:depends("http");

local array = require "util.array";
local datamanager = require "util.datamanager";
local datetime = require "util.datetime";
local id = require "util.id";
local jid = require "util.jid";
local json = require "util.json";
local modulemanager = require "core.modulemanager";
local rostermanager = require "core.rostermanager";
local st = require "util.stanza";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";
local xml = require "util.xml";

local operations = {};

local function stanza_of(text)
	local stanza, problem = xml.parse(text);
	assert(stanza, problem);
	if stanza.attr.xmlns == "jabber:client" then
		stanza.attr.xmlns = nil;
	end
	return stanza;
end

local function seconds_of(micros)
	return math.floor(tonumber(micros) / 1000000); -- as exact as mod_storage_internal is
end

local function archive_of(address)
	local user, host = jid.split(address);
	local is_room = prosody.hosts[host].modules.muc ~= nil;
	return user, host, is_room and "muc_log" or "archive", is_room;
end

-- The servers answer this once everything else works too.
function operations.ping()
end

function operations.account(args)
	local user, host = jid.split(args.jid);
	-- Stored plain it is hashed at the first sign-in: ten thousand accounts in a moment.
	assert(storagemanager.open(host, "accounts"):set(user, { password = args.password }));
end

function operations.remove(args)
	local user, host = jid.split(args.jid);
	assert(usermanager.delete_user(user, host));
end

function operations.disconnect(args)
	local user, host = jid.split(args.jid);
	local account = prosody.hosts[host].sessions[user];
	for _, session in pairs(account and account.sessions or {}) do
		session:close({ condition = "reset" });
	end
end

function operations.contacts(args)
	local user, host = jid.split(args.jid);
	local roster = rostermanager.load_roster(user, host);
	for _, contact in ipairs(args.contacts) do
		local groups = {};
		for _, group in ipairs(contact.groups) do
			groups[group] = true;
		end
		roster[contact.jid] = {
			subscription = contact.subscription;
			name = contact.name ~= "" and contact.name or nil;
			groups = groups;
		};
	end
	assert(rostermanager.save_roster(user, host, roster));
	if prosody.hosts[host].sessions[user] then
		for _, contact in ipairs(args.contacts) do
			rostermanager.roster_push(user, host, contact.jid);
		end
	end
end

function operations.room(args)
	local _, host = jid.split(args.jid);
	local room = assert(prosody.hosts[host].modules.muc.create_room(args.jid));
	room:set_name(args.name);
	room:set_persistent(true);
	room:set_public(true);
	room:set_members_only(args.membersOnly);
	room:set_whois(args.nonAnonymous and "anyone" or "moderators");
	room:set_historylength(20);
	if args.password ~= "" then
		room:set_password(args.password);
	end
	if args.subject ~= "" then
		room:set_subject(args.jid, args.subject);
	end
	for list, affiliation in pairs({ owners = "owner", members = "member", banned = "outcast" }) do
		for _, person in ipairs(args[list]) do
			room:set_affiliation(true, person, affiliation);
		end
	end
	assert(room:save(true));
end

function operations.destroy(args)
	local _, host = jid.split(args.jid);
	assert(prosody.hosts[host].modules.muc.get_room_from_jid(args.jid)):destroy();
end

-- As after a fault: nobody is told, and nothing is left of it.
function operations.vanish(args)
	local _, host = jid.split(args.jid);
	local muc = prosody.hosts[host].modules.muc;
	local room = assert(muc.get_room_from_jid(args.jid));
	room._occupants = {};
	muc.forget_room(room);
	muc.delete_room(room);
end

-- Nobody is told when the service goes, nor who was in its rooms when it is back.
function operations.rooms(args)
	if args.up then
		assert(modulemanager.load(args.host, "muc"));
		if args.archiving then
			assert(modulemanager.load(args.host, "muc_mam"));
		end
	else
		local muc = prosody.hosts[args.host].modules.muc;
		for room in muc.live_rooms() do
			room._occupants = {};
		end
		if args.archiving then
			assert(modulemanager.unload(args.host, "muc_mam"));
		end
		assert(modulemanager.unload(args.host, "muc"));
	end
end

-- What there is to write is written at once.
function operations.keep()
end

-- Written as mod_storage_internal writes it, but the whole archive at once: appending one by one
-- takes a second for a thousand messages.
local function fill_file(user, host, store, past)
	local items = datamanager.list_load(user, host, store) or {};
	for _, one in ipairs(past) do
		local item = st.preserialize(one.stanza);
		item.key = id.medium();
		item.when = one.at;
		item.attr.stamp = datetime.datetime(item.when);
		item.with = one.with;
		items[#items + 1] = item;
	end
	assert(datamanager.list_store(user, host, store, items));
end

function operations.fill(args)
	local user, host, store, is_room = archive_of(args.jid);
	local past = {};
	for i, one in ipairs(args.stanzas) do
		local stanza = stanza_of(one.xml);
		local from, to = jid.bare(stanza.attr.from), jid.bare(stanza.attr.to);
		past[i] = {
			stanza = stanza;
			at = seconds_of(one.at);
			with = is_room and "message<groupchat" or from == args.jid and to or from;
		};
	end
	local _, driver = storagemanager.get_driver(host, store);
	if driver == "internal" then
		fill_file(user, host, store, past);
	else
		local archive = storagemanager.open(host, store, "archive");
		for _, one in ipairs(past) do
			assert(archive:append(user, nil, one.stanza, one.at, one.with));
		end
	end
end

function operations.offline(args)
	local user, host = jid.split(args.jid);
	local queue = storagemanager.open(host, "offline", "archive");
	for _, past in ipairs(args.stanzas) do
		assert(queue:append(user, nil, stanza_of(past.xml), seconds_of(past.at), ""));
	end
end

function operations.archive(args)
	local user, host, store = archive_of(args.jid);
	local messages = array();
	for key, stanza, at in assert(storagemanager.open(host, store, "archive"):find(user, {})) do
		messages:push({ id = key, at = string.format("%.0f", at * 1000000), xml = tostring(stanza) });
	end
	return { messages = messages };
end

function operations.route(args)
	local stanza = stanza_of(args.xml);
	prosody.core_post_stanza(prosody.hosts[jid.host(stanza.attr.from)], stanza);
end

-- Where other servers are; what isn't here is nowhere.
local peers = {};

local nowhere = { next = function(_, tell) tell(); end };

local basic = require "net.resolvers.basic";
require "net.resolvers.service".new = function(host, service, transport, extra)
	if service == "xmpp-server" and peers[host] then
		return basic.new("127.0.0.1", peers[host], transport, extra);
	end
	return nowhere;
end

function operations.peer(args)
	peers[args.host] = tonumber(args.port);
end

local function handle(event)
	event.response.headers.content_type = "application/json";
	local args = assert(json.decode(event.request.body));
	local done, answer = xpcall(operations[args["do"]], debug.traceback, args);
	if not done then
		event.response.status_code = 500;
		return tostring(answer);
	end
	return json.encode(answer or {});
end

module:provides("http", { route = { POST = handle } });
