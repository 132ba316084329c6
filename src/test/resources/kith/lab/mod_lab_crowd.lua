-- A host where everybody exists: it answers each presence probe, so that an account with ten thousand
-- contacts here sees ten thousand presences. Who is available and how follows from the name's bytes,
-- as in mod_lab.erl. Nobody here speaks.
local st = require "util.stanza";

local shows = { "", "away", "xa", "dnd" };

local function sum_of_bytes(name)
	local sum = 0;
	for i = 1, #name do
		sum = sum + name:byte(i);
	end
	return sum;
end

local function answer_probe(stanza)
	local presence = st.presence({ from = stanza.attr.to .. "/crowd", to = stanza.attr.from });
	local show = shows[sum_of_bytes(stanza.attr.to) % #shows + 1];
	if show ~= "" then
		presence:text_tag("show", show);
	end
	presence:text_tag("status", "One of many");
	module:send(presence);
end

module:hook("presence/bare", function (event)
	if event.stanza.attr.type == "probe" then
		answer_probe(event.stanza);
	end
	return true;
end);

for _, quiet in ipairs { "presence/full", "presence/host", "message/bare", "message/full", "message/host" } do
	module:hook(quiet, function ()
		return true;
	end);
end
