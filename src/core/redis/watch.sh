# Runs a server for as long as the app lives. Arguments: the server's program.
# The server reads its settings (with the password) from descriptor 3. The app holds the other end of
# our standard input: when the app ends in whatever way, reading ends, and the server is killed.
exec 4<&0
"$@" - <&3 3<&- 4<&- &
server=$!
exec 3<&-
(
  while read -r _; do :; done
  kill -9 "$server"
) <&4 4<&- 2>/dev/null >/dev/null &
reader=$!
exec 4<&- </dev/null
trap 'kill -9 "$server" 2>/dev/null' TERM INT HUP
wait "$server"
code=$?
kill -9 "$reader" 2>/dev/null
exit "$code"
