#!/usr/bin/env bash
# Packs the libraries, adds them to fresh applications that can restore from the packed files alone, runs those with the
# README's lines, and checks that one redirects and the other reads the error. Then publishes the sample with remote logins as
# people do, trimmed and with ReadyToRun code, and with --native also native where there is a linker, and walks through its logins.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for tool in curl unzip; do
  command -v "$tool" >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$tool"; } >/dev/null \
    || { echo "$tool is missing and could not be installed" >&2; exit 1; }
done

work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# A version of its own, so that no package of the same version in the global cache is taken for it.
version="0.0.0-test$(date +%s)"
for project in LinkErrors.Core LinkErrors.Client LinkErrors.Providers LinkErrors LinkErrors.EntityFrameworkCore; do
  dotnet pack "src/$project" --configuration Release --nologo --output "$work/packages" \
    -p:Version="$version" -p:ContinuousIntegrationBuild=true >"$work/pack.log" || { cat "$work/pack.log" >&2; exit 1; }
done

for project in LinkErrors.Core LinkErrors.Client LinkErrors.Providers LinkErrors LinkErrors.EntityFrameworkCore; do
  package="$work/packages/$project.$version.nupkg"
  contents=$(unzip -l "$package")
  for file in README.md "lib/net10.0/$project.dll" "lib/net10.0/$project.xml"; do
    grep -q " $file\$" <<<"$contents" || { echo "$project has no $file" >&2; exit 1; }
  done
  if [ "$project" = LinkErrors ]; then
    for file in LinkErrors.Analyzers.dll LinkErrors.Analyzers.CodeFixes.dll; do
      grep -q " analyzers/dotnet/cs/$file\$" <<<"$contents" || { echo "$project has no $file" >&2; exit 1; }
    done
  fi
  nuspec=$(unzip -p "$package" "$project.nuspec")
  grep -q '<license type="expression">MIT</license>' <<<"$nuspec" || { echo "$project has no licence" >&2; exit 1; }
  symbols=$(unzip -l "$work/packages/$project.$version.snupkg")
  grep -q " lib/net10.0/$project.pdb\$" <<<"$symbols" || { echo "$project has no symbols" >&2; exit 1; }
done

# A fresh application outside of the repository, so that none of its props files apply, with one of the packages.
export NUGET_PACKAGES="$work/cache"
create() {
  dotnet new web --output "$1" --name "$2" >/dev/null
  cat >"$1/nuget.config" <<XML
<configuration>
  <packageSources><clear /><add key="packed" value="$work/packages" /></packageSources>
</configuration>
XML
  (cd "$1" && dotnet add package "$3" --version "$version" >/dev/null)
}

# The README's own lines below a mark.
take() {
  awk -v mark="<!-- $1 -->" '$0 == mark { found = 1; next } found && /^```/ { if (inside) exit; inside = 1; next } inside' README.md >"$2"
  [ -s "$2" ] || { echo "The README has lost its $1" >&2; exit 1; }
}

build() {
  dotnet build "$1" --nologo >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }
}

app="$work/app"
create "$app" FreshApp LinkErrors
take "app: Program.cs" "$app/Program.cs"
take "app: appsettings.json" "$app/appsettings.json"
build "$app"

client="$work/client"
create "$client" FreshClient LinkErrors.Client
take "client: Program.cs" "$client/Program.cs"
build "$client"

# Starts a command in a folder. The server says where it listens; reading that line is the wait for its start.
start() {
  rm -f "$work/output"
  mkfifo "$work/output"
  (cd "$1" && shift && exec "$@" --urls http://127.0.0.1:0 >"$work/output" 2>&1) &
  server=$!
  address=""
  while [ -z "$address" ] && read -r -t 60 line; do
    case "$line" in *"Now listening on: "*) address=${line##*listening on: } ;; esac
  done <"$work/output"
  [ -n "$address" ] || { echo "$* did not start" >&2; exit 1; }
}

stop() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=""
}

# A request, and the status and the address that it is sent to.
expect() {
  local got
  got=$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "${@:2}")
  [ "$got" = "$1" ] || { printf 'expected %s\nbut got  %s\n' "$1" "$got" >&2; exit 1; }
}

start "$app" dotnet bin/Debug/net10.0/FreshApp.dll
expect '307 https://example.com/vital/callback?state=error&error_type=provider_credential_error&error=fitbit%20did%20not%20accept%20the%20credentials.' \
  "$address/link/fitbit?client_id=wearables"

message=$(dotnet "$client/bin/Debug/net10.0/FreshClient.dll" "$address/link/fitbit")
[ "$message" = "fitbit did not accept the credentials." ] || { echo "The README's client read: $message" >&2; exit 1; }
stop
echo "packages: restored from the packed files alone, the README's applications answer and read as it says"

# Without the lock files, which know of no runtime.
unset NUGET_PACKAGES
mkdir "$work/sources"
tar -c --exclude bin --exclude obj --exclude packages.lock.json Directory.*.props global.json .editorconfig src samples/RemoteLogin | tar -x -C "$work/sources"
publish() {
  dotnet publish "$work/sources/samples/RemoteLogin" --configuration Release --use-current-runtime --nologo \
    --output "$work/$1" -p:RestorePackagesWithLockFile=false -p:RunAnalyzers=false "${@:2}" >"$work/publish.log" 2>&1
}

# One login, from the client to the provider; the rest of the arguments is what comes back with its state.
login() {
  local state
  rm -f "$work/cookies"
  state=$(curl -s -o /dev/null -c "$work/cookies" -w '%{redirect_url}' "$address/link/acme?client_id=wearables&redirect_uri=https://example.com/vital/callback&state=a%2Bb")
  case "$state" in *"&state="*) state=${state##*&state=} ;; *) echo "The login did not begin: $state" >&2; exit 1 ;; esac
  expect "$1" -b "$work/cookies" "$address/signin-acme?$2&state=$state"
}

# Nobody listens at the provider's address, so that a code cannot be redeemed.
walk() {
  start "$work/$1" ./RemoteLogin --Acme http://127.0.0.1:9
  login '302 https://example.com/vital/callback?error=access_denied&error_description=The%20request%20was%20denied.&state=a%2Bb' 'error=access_denied'
  login '302 https://example.com/vital/callback?error=server_error&error_description=Acme%20could%20not%20be%20reached%20or%20answered%20unexpectedly.&state=a%2Bb' 'code=1'
  expect '400 ' "$address/signin-acme?code=1&state=garbage"
  stop
}

for kind in "trimmed --self-contained -p:PublishTrimmed=true" "ready --no-self-contained -p:PublishReadyToRun=true"; do
  # shellcheck disable=SC2086 # the words are arguments
  publish $kind || { cat "$work/publish.log" >&2; exit 1; }
  walk "${kind%% *}"
done
native="not native, for it was not asked for with --native"
if [ "${1:-}" != --native ]; then
  :
elif publish native --self-contained -p:PublishAot=true; then
  walk native
  native="native"
elif grep -q "linker" "$work/publish.log"; then
  native="not native, for want of a linker"
else
  cat "$work/publish.log" >&2
  exit 1
fi
echo "publishing: trimmed, with ReadyToRun code, $native: the logins of samples/RemoteLogin end where they should"
