#!/usr/bin/env bash
# Good, broken and slow requests against two instances of samples/LinkService, processes of their own on the loopback interface with one PostgreSQL, for 600
# seconds or as many as the first argument says. Prints memory, threads, latencies, what was answered, and the volume of the log; the exit status is 0 only
# when nothing grew, nobody was led astray and nothing failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-600}
if ! [[ $seconds =~ ^[0-9]+$ ]] || [ "$seconds" -lt 5 ] || [ "$seconds" -gt 3600 ]; then
  echo "Usage: eng/soak.sh [seconds]; '$seconds' is not a number from 5 to 3600." >&2
  exit 2
fi

LINKERRORS_SOAK_SECONDS=$seconds dotnet test tests/LinkErrors.LinkServiceTests --nologo \
  --filter FullyQualifiedName~Instances.SoakTests --logger "console;verbosity=detailed"
