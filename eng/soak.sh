#!/usr/bin/env bash
# Good, broken and slow requests against ErrorLab, a process of its own on the loopback interface, for 300 seconds or as many as
# the first argument says. Prints memory, threads, log lines by level, wrong Locations and blank 500s; the exit status is 0 only
# when none of them is wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-300}
if ! [[ $seconds =~ ^[0-9]+$ ]] || [ "$seconds" -lt 5 ] || [ "$seconds" -gt 3600 ]; then
  echo "Usage: eng/soak.sh [seconds]; '$seconds' is not a number from 5 to 3600." >&2
  exit 2
fi

LINKERRORS_SOAK_SECONDS=$seconds dotnet test tests/LinkErrors.Tests --nologo \
  --filter FullyQualifiedName~Hostile.SoakTests --logger "console;verbosity=detailed"
