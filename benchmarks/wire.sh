#!/usr/bin/env bash
# What an error costs on the wire: each contender on Kestrel, one after another on the same cores, asked by wrk over loopback with
# 64 connections. Prints requests per second, and the server's processor time per request, against the pre-encoded limit. Several
# rounds take turns, so that whatever else the machine does meets all contenders; the best round of each counts.
#   ./benchmarks/wire.sh [rounds] [seconds] [contender ...]
# Needs wrk (Debian: apt-get install wrk).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=${1:-3}
seconds=${2:-5}
contenders=(limit hand-written "${@:3}")
if [ "$#" -lt 3 ]; then
  contenders+=(exception-handler thrown returned minimal answering controller-filter controller controller-answering)
  contenders+=(exception-handler-logged exception-handler-telling-logged problem-details-logged thrown-logged)
fi
declare -A paths=([controller-filter]=/filtered [controller]=/link [controller-answering]=/answering)
query='?client_id=acme&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=xyz-123'
server=benchmarks/LinkErrors.Benchmarks/bin/Release/net10.0/LinkErrors.Benchmarks.dll

if ! command -v wrk >/dev/null; then
  echo "wrk is missing: apt-get install wrk." >&2
  exit 1
fi

dotnet build benchmarks/LinkErrors.Benchmarks -c Release --nologo -v q >&2
results=$(mktemp)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -f "$results"' EXIT

# Ticks of processor time, user and kernel, that a process has used.
used() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

ask() { wrk -t1 -c64 -d"${1}s" -H 'Accept: text/html' -H 'Sec-Fetch-Mode: navigate' "http://127.0.0.1:$port${paths[$contender]:-/}$query"; }

port=15080
for ((round = 1; round <= rounds; round++)); do
  for contender in "${contenders[@]}"; do
    port=$((port + 1))
    dotnet "$server" serve "$contender" "$port" >/dev/null 2>&1 &
    pid=$!
    for ((try = 0; try < 100; try++)); do
      curl -s -o /dev/null "http://127.0.0.1:$port/" && break
      sleep 0.1
    done

    # Tier 1 compiles in the background; with both cores it is done when the measuring begins.
    ask 8 >/dev/null
    before=$(used "$pid")
    answer=$(ask "$seconds")
    after=$(used "$pid")
    kill "$pid" && wait "$pid" 2>/dev/null || true
    pid=
    awk -v name="$contender" -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" '
      /requests in/ { total = $1 }
      /Requests\/sec/ { rate = $2 }
      END { printf "%s %.0f %.3f\n", name, rate, ticks / hertz * 1e6 / total }' <<<"$answer" >>"$results"
  done
done

echo "| contender | requests/s of the limit | processor time per request above the limit, of hand-written | requests/s | µs |"
echo "|---|--:|--:|--:|--:|"
awk -v order="${contenders[*]}" '
  !($1 in rate) || $2 > rate[$1] { rate[$1] = $2 }
  !($1 in time) || $3 < time[$1] { time[$1] = $3 }
  END {
    count = split(order, names, " ")
    for (i = 1; i <= count; i++) {
      name = names[i]
      printf "| %s | %.2f × | %.2f × | %d | %.2f |\n", name, rate[name] / rate["limit"],
        (time[name] - time["limit"]) / (time["hand-written"] - time["limit"]), rate[name], time[name]
    }
  }' "$results"
