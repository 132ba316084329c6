%% What the lab does to this server without a client: POST /lab, one JSON object for each operation.
%% The same operations as mod_lab.lua. Times are microseconds since 1970, as strings.
%% Also the crowd: a host where everybody exists and answers presence probes (mod_lab_crowd.lua).
-module(mod_lab).
-export([start/2, stop/1, reload/3, depends/2, mod_options/1, mod_doc/0, process/2]).

-include_lib("p1_xmpp/include/xmpp.hrl").
-include("ejabberd_http.hrl").
-include("mod_mam.hrl").
-include("mod_offline.hrl").
-include("mod_roster.hrl").

start(Host, _Options) ->
    Name = gen_mod:get_module_proc(Host, ?MODULE),
    register(Name, spawn(fun() -> crowd(Host) end)),
    ok.

stop(Host) ->
    exit(whereis(gen_mod:get_module_proc(Host, ?MODULE)), shutdown).

reload(_Host, _New, _Old) -> ok.
depends(_Host, _Options) -> [].
mod_options(_Host) -> [].
mod_doc() -> #{}.

process(_Path, #request{data = Data}) ->
    #{<<"do">> := Operation} = Args = jiffy:decode(Data, [return_maps]),
    try do(Operation, Args) of
        Answer when is_map(Answer) -> {200, [], jiffy:encode(Answer)};
        _ -> {200, [], <<"{}">>}
    catch
        Class:Reason:Stack ->
            {500, [], iolist_to_binary(io_lib:format("~p ~p ~p", [Class, Reason, Stack]))}
    end.

%% The servers answer this once everything else works too.
do(<<"ping">>, _) ->
    ok;

do(<<"account">>, #{<<"jid">> := Jid, <<"password">> := Password}) ->
    {User, Host, _} = ljid(Jid),
    ok = ejabberd_auth:try_register(User, Host, Password);

do(<<"remove">>, #{<<"jid">> := Jid}) ->
    {User, Host, _} = ljid(Jid),
    ok = ejabberd_auth:remove_user(User, Host);

do(<<"disconnect">>, #{<<"jid">> := Jid}) ->
    {User, Host, _} = ljid(Jid),
    ejabberd_sm:kick_user(User, Host);

do(<<"contacts">>, #{<<"jid">> := Jid, <<"contacts">> := Contacts}) ->
    {User, Host, _} = ljid(Jid),
    lists:foreach(fun(Contact) -> add_contact(User, Host, Contact) end, Contacts);

do(<<"room">>, #{<<"jid">> := Jid} = Args) ->
    {Room, RoomsHost, _} = ljid(Jid),
    #{<<"owners">> := Owners, <<"members">> := Members, <<"banned">> := Banned} = Args,
    Password = maps:get(<<"password">>, Args),
    Options = [{title, maps:get(<<"name">>, Args)},
               {subject, maps:get(<<"subject">>, Args)},
               {subject_author, <<"lab">>},
               {password, Password},
               {password_protected, Password =/= <<>>},
               {members_only, maps:get(<<"membersOnly">>, Args)},
               {anonymous, not maps:get(<<"nonAnonymous">>, Args)},
               {persistent, true},
               {public, true},
               {mam, gen_mod:is_loaded(server_of(RoomsHost), mod_mam)},
               {affiliations, affiliations(owner, Owners) ++ affiliations(member, Members)
                              ++ affiliations(outcast, Banned)}],
    ok = mod_muc:create_room(RoomsHost, Room, jid:make(server_of(RoomsHost)), <<"lab">>, Options);

do(<<"destroy">>, #{<<"jid">> := Jid}) ->
    {Room, RoomsHost, _} = ljid(Jid),
    {ok, Process} = mod_muc:find_online_room(Room, RoomsHost),
    mod_muc_room:destroy(Process);

%% As after a fault: nobody is told, and nothing is left of it.
do(<<"vanish">>, #{<<"jid">> := Jid}) ->
    {Room, RoomsHost, _} = ljid(Jid),
    {ok, Process} = mod_muc:find_online_room(Room, RoomsHost),
    Monitor = monitor(process, Process),
    exit(Process, kill),
    receive {'DOWN', Monitor, process, _, _} -> ok end,
    {atomic, _} = mod_muc:forget_room(server_of(RoomsHost), RoomsHost, Room),
    mod_muc:room_destroyed(RoomsHost, Room, Process, server_of(RoomsHost));

%% Who is in a room is told when the service goes, as ejabberd does.
do(<<"rooms">>, #{<<"host">> := RoomsHost, <<"up">> := false}) ->
    ok = gen_mod:stop_module_keep_config(server_of(RoomsHost), mod_muc);

do(<<"rooms">>, #{<<"host">> := RoomsHost, <<"up">> := true}) ->
    ok = gen_mod:start_module(server_of(RoomsHost), mod_muc);

do(<<"keep">>, #{}) ->
    ok = mnesia:sync_log();

do(<<"fill">>, #{<<"jid">> := Jid, <<"stanzas">> := Stanzas}) ->
    {User, Host, _} = Owner = ljid(Jid),
    lists:foreach(
        fun(#{<<"at">> := At, <<"xml">> := Xml}) ->
            Packet = element(Xml),
            From = ljid(fxml:get_tag_attr_s(<<"from">>, Packet)),
            Row = past(Owner, From, Packet),
            Micros = free_id({User, Host}, binary_to_integer(At)),
            mnesia:dirty_write(Row#archive_msg{id = integer_to_binary(Micros),
                                               timestamp = misc:usec_to_now(Micros)})
        end, Stanzas);

do(<<"offline">>, #{<<"jid">> := Jid, <<"stanzas">> := Stanzas}) ->
    {User, Host, _} = ljid(Jid),
    lists:foreach(
        fun(#{<<"at">> := At, <<"xml">> := Xml}) ->
            #xmlel{attrs = Attributes} = Packet = element(Xml),
            ok = mod_offline:store_offline_msg(
                #offline_msg{us = {User, Host},
                             timestamp = misc:usec_to_now(binary_to_integer(At)),
                             expire = never,
                             from = jid:decode(fxml:get_attr_s(<<"from">>, Attributes)),
                             to = jid:decode(Jid),
                             packet = Packet})
        end, Stanzas);

do(<<"archive">>, #{<<"jid">> := Jid}) ->
    {User, Host, _} = Owner = ljid(Jid),
    Rows = lists:keysort(#archive_msg.timestamp, mnesia:dirty_read(archive_msg, {User, Host})),
    #{messages => [archived(Owner, Row) || Row <- Rows]};

%% Starts ejabberd anew, and with it what answers here.
do(<<"join">>, #{<<"node">> := Node}) ->
    spawn(fun() ->
              group_leader(whereis(init), self()), %% else it ends with ejabberd
              ok = ejabberd_cluster:join(binary_to_atom(Node))
          end),
    ok;

do(<<"nodes">>, _) ->
    #{nodes => length(ejabberd_cluster:get_nodes())};

%% Where another server is, DNS has said already.
do(<<"peer">>, _) ->
    ok;

do(<<"route">>, #{<<"xml">> := Xml}) ->
    %% Children stay as they are, so that they may be as wrong as the test wants.
    ejabberd_router:route(xmpp:decode(element(Xml), ?NS_CLIENT, [ignore_els])).

add_contact(User, Host, #{<<"jid">> := Jid, <<"name">> := Name, <<"groups">> := Groups,
                          <<"subscription">> := Subscription}) ->
    Contact = ljid(Jid),
    State = binary_to_existing_atom(Subscription),
    {atomic, _} = mod_roster:set_roster(
        #roster{usj = {User, Host, Contact}, us = {User, Host}, jid = Contact, name = Name,
                groups = Groups, subscription = State}),
    case ejabberd_sm:get_user_resources(User, Host) of
        [] -> ok;
        _ ->
            Item = #roster_item{jid = jid:make(Contact), name = Name, groups = Groups,
                                subscription = State},
            mod_roster:push_item(jid:make(User, Host), Item#roster_item{subscription = none}, Item)
    end.

affiliations(Affiliation, Jids) ->
    [{jid:remove_resource(ljid(Jid)), {Affiliation, <<>>}} || Jid <- Jids].

%% A row as mod_mam_mnesia keeps it, but for its time.
past({User, Host, _}, {_, _, Nick} = From, Packet) ->
    case is_rooms_host(Host) of
        true ->
            #archive_msg{us = {User, Host}, peer = From, bare_peer = jid:remove_resource(From),
                         packet = Packet, nick = Nick, type = groupchat};
        false ->
            Peer = case jid:remove_resource(From) of
                {User, Host, _} -> ljid(fxml:get_tag_attr_s(<<"to">>, Packet));
                _ -> From
            end,
            #archive_msg{us = {User, Host}, peer = Peer, bare_peer = jid:remove_resource(Peer),
                         packet = Packet}
    end.

%% The id is the time in microseconds and the order too: two messages can't have the same.
free_id(Owner, Micros) ->
    Last = get({last, Owner}),
    Free = case is_integer(Last) andalso Last >= Micros of
        true when Last - Micros < 1000000 -> Last + 1;
        _ -> Micros
    end,
    put({last, Owner}, Free),
    Free.

archived({_, Host, _} = Owner, #archive_msg{id = Id, timestamp = At, packet = Packet, nick = Nick}) ->
    Xml = case xmpp:is_stanza(Packet) of
        true -> xmpp:encode(Packet, ?NS_CLIENT);
        false -> Packet
    end,
    %% In a room's archive the stanza bears the sender's real address; who reads it gets this one.
    Seen = case is_rooms_host(Host) of
        true ->
            From = jid:encode(jid:replace_resource(jid:make(Owner), Nick)),
            #xmlel{attrs = Attributes} = Xml,
            Others = [Each || {Name, _} = Each <- Attributes, Name =/= <<"from">>, Name =/= <<"to">>],
            Xml#xmlel{attrs = [{<<"from">>, From} | Others]};
        false ->
            Xml
    end,
    #{id => Id, at => integer_to_binary(misc:now_to_usec(At)), xml => fxml:element_to_binary(Seen)}.

crowd(Host) ->
    ejabberd_router:register_route(<<"crowd.", Host/binary>>, Host),
    crowd().

crowd() ->
    receive
        {route, #presence{type = probe, from = Asking, to = Asked}} ->
            Shows = {undefined, away, xa, dnd},
            Bytes = binary_to_list(jid:encode(Asked)),
            Show = element(lists:sum(Bytes) rem tuple_size(Shows) + 1, Shows),
            ejabberd_router:route(#presence{from = jid:replace_resource(Asked, <<"crowd">>), to = Asking,
                                            show = Show, status = [#text{data = <<"One of many">>}]});
        {route, #iq{type = Type} = Request} when Type == get; Type == set ->
            ejabberd_router:route_error(Request, xmpp:err_service_unavailable());
        _ ->
            ok
    end,
    crowd().

element(Xml) ->
    #xmlel{} = fxml_stream:parse_element(Xml).

ljid(Jid) ->
    jid:tolower(jid:decode(Jid)).

is_rooms_host(<<"rooms.", _/binary>>) -> true;
is_rooms_host(_) -> false.

server_of(<<"rooms.", Host/binary>>) -> Host.
