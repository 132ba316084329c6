-- A Prosody of the lab: loopback only, everything in one folder, no limits but those of the profile.
local profile = "@profile@"
local archiving = profile ~= "NO_ARCHIVE"
local tiny = profile == "TINY_LIMITS"
local strict = profile == "STRICT_ROOMS"
local community = profile == "COMMUNITY_MODULES"
local federated = profile == "FEDERATED"

run_as_root = true
pidfile = "@folder@/prosody.pid"
data_path = "@folder@/data"
plugin_paths = { "@folder@" }
certificates = "@folder@"
log = { { levels = { min = "info" }, to = "file", filename = "@log@" } }

interfaces = { "127.0.0.1" }
local_interfaces = { "127.0.0.1" }
c2s_ports = { @port@ }
c2s_direct_tls_ports = { @directTlsPort@ }
http_interfaces = { "127.0.0.1" }
http_ports = { @controlPort@ }
https_interfaces = { "127.0.0.1" }
https_ports = { @uploadPort@ }
ssl = { key = "@key@", certificate = "@chain@", cafile = "@authority@" }
https_ssl = { key = "@key@", certificate = "@chain@" }
c2s_require_encryption = true
s2s_ports = { @federationPort@ }
s2s_require_encryption = true
s2s_secure_auth = true

authentication = "internal_hashed"
storage = profile == "LONG_ARCHIVE" and { archive = "memory", muc_log = "memory" } or "internal"
storage_archive_item_limit = 1000000000 -- by default an archive stops growing at 10,000
archive_expires_after = "never"
muc_log_expires_after = "never"
max_archive_query_results = tiny and 10 or 250
max_history_messages = 50

smacks_hibernation_time = profile == "SHORT_RESUMPTION" and 1 or 600
smacks_max_queue_size = tiny and 10 or 500
c2s_stanza_size_limit = tiny and 10000 or 262144

modules_enabled = {
  "roster", "saslauth", "tls", "disco", "presence", "message", "iq",
  "carbons", "pep", "private", "blocklist", "vcard4", "vcard_legacy", "bookmarks",
  "version", "time", "ping", "csi", "smacks", "offline", "http", "lab",
  archiving and "mam" or nil,
  federated and "s2s_auth_certs" or nil, -- s2s itself comes unasked
}
modules_disabled = { not federated and "s2s" or nil }

for _, host in ipairs { "@host@", "@second@" } do
  VirtualHost(host)

  Component("rooms." .. host)("muc")
    modules_enabled = archiving and { "muc_mam" } or {}
    if community then
      modules_enabled = { "muc_mam", "muc_moderation", "vcard_muc" }
    end
    name = "Rooms"
    muc_log_by_default = true
    restrict_room_creation = strict
    enforce_registered_nickname = strict

  Component("upload." .. host)("http_file_share")
    http_host = "localhost"
    http_external_url = "https://localhost:@uploadPort@/"
    http_paths = { file_share = "/" .. host } -- else both hosts' uploads would be at one address
    http_file_share_size_limit = tiny and 10000 or 100 * 1024 * 1024
    http_file_share_daily_quota = 1024 * 1024 * 1024

  Component("crowd." .. host)("lab_crowd")
end
