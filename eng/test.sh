#!/usr/bin/env bash
# Runs every test: the test projects, then the packages as an application would use them. With --quick, only what needs neither
# a browser, a login, a peer, a compiler, a framework of others, a process of its own, a corpus nor the whole house: about a
# minute on two cores, once it is built.
# The last line is "N passed, N failed, N skipped"; the exit status is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What is counted below is what dotnet says in English.
export DOTNET_CLI_UI_LANGUAGE=en

if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK is missing: install the version that global.json names." >&2
  exit 1
fi

if [ "${1:-}" = --quick ]; then
  shift
  exec dotnet test LinkErrors.sln --nologo --filter \
    'FullyQualifiedName!~BrowserTests&FullyQualifiedName!~LinkServiceTests&FullyQualifiedName!~LoginTests&FullyQualifiedName!~HostTests&FullyQualifiedName!~EntityFrameworkCore&FullyQualifiedName!~Analyzers&FullyQualifiedName!~InspectorTests&FullyQualifiedName!~Tests.Authentication&FullyQualifiedName!~AnswerAtEndpoint&FullyQualifiedName!~FloorTests&FullyQualifiedName!~NamedTests&FullyQualifiedName!~ManyClients&FullyQualifiedName!~Postgre&FullyQualifiedName!~Hostile&FullyQualifiedName!~Peers&FullyQualifiedName!~TwoInstances&FullyQualifiedName!~Corpora&FullyQualifiedName!~Attack&FullyQualifiedName!~Properties&FullyQualifiedName!~Matrix&FullyQualifiedName!~EntryPointTests&FullyQualifiedName!~LabConfigurationTests' "$@"
fi

# One suite asks an OAuth server of somebody else. It needs node; without it those tests say that they were skipped.
peer=tests/LinkErrors.Client.Tests/Peers/OidcProvider
if command -v npm >/dev/null; then
  npm ci --prefix "$peer" --silent --no-audit --no-fund || echo "oidc-provider could not be installed; its tests are skipped." >&2
fi

# Two projects drive real browsers. As root on a Debian they are installed; elsewhere their tests say what they miss.
if ! { command -v chromium && command -v chromium-headless-shell && command -v WebKitWebDriver && command -v Xvfb; } >/dev/null \
    && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-headless-shell webkit2gtk-driver xvfb; } \
    >/dev/null 2>&1 || echo "The browsers could not be installed; tests that need them are skipped." >&2
fi

# Tests of the client store start a PostgreSQL of their own.
if ! { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } \
    >/dev/null 2>&1 || echo "PostgreSQL could not be installed; tests that need it are skipped." >&2
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

dotnet test LinkErrors.sln --nologo "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# dotnet test closes with one line for each project: "Passed!  - Failed: 0, Passed: 12, Skipped: 0, ...".
read -r passed failed skipped < <(awk -F'[:,]' '
  /^ *(Passed|Failed|Skipped)! +- +Failed:/ { failed += $2; passed += $4; skipped += $6 }
  END { print passed + 0, failed + 0, skipped + 0 }' "$log")

if ./eng/test-package.sh; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  status=1
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ] && [ "$status" -eq 0 ]
