#!/usr/bin/env bash
# Packs the libraries and the templates and looks into the packages. Makes fresh applications of the README's lines and of the templates, which can
# restore from the packed files alone, runs them and checks their answers. Then publishes the sample with remote logins as people do, trimmed and
# with ReadyToRun code, and with --native also native where there is a linker, and walks through its logins.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What is looked for below is what dotnet says in English, and no proxy knows an application of this machine.
export DOTNET_CLI_UI_LANGUAGE=en
export no_proxy="${no_proxy:+$no_proxy,}127.0.0.1,localhost"
export NO_PROXY="${NO_PROXY:+$NO_PROXY,}127.0.0.1,localhost"

for tool in curl unzip; do
  command -v "$tool" >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$tool"; } >/dev/null \
    || { echo "$tool is missing and could not be installed" >&2; exit 1; }
done

work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# A version of its own, so that no package of the same version in the global cache is taken for it.
version="$(sed -n 's#.*<VersionPrefix>\(.*\)</VersionPrefix>#\1#p' Directory.Build.props)-test$(date +%s)"
repository=https://git.example/linkerrors
dotnet pack LinkErrors.Packages.slnf --configuration Release --nologo --output "$work/packages" \
  -p:Version="$version" -p:RepositoryUrl="$repository" -p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false >"$work/pack.log" || { cat "$work/pack.log" >&2; exit 1; }

# What every package has: its licence, its icon, the README with links that lead somewhere from a gallery, and what has changed.
check() {
  local package="$work/packages/$1.$version.nupkg" contents nuspec file
  contents=$(unzip -l "$package")
  for file in README.md icon.png "${@:2}"; do
    grep -q " $file\$" <<<"$contents" || { echo "$1 has no $file" >&2; exit 1; }
  done
  nuspec=$(unzip -p "$package" "$1.nuspec")
  for text in '<license type="expression">MIT</license>' '<icon>icon.png</icon>' '<releaseNotes>## '; do
    grep -qF "$text" <<<"$nuspec" || { echo "The nuspec of $1 has no $text" >&2; exit 1; }
  done
  unzip -p "$package" README.md >"$work/readme.md"
  if grep -oE '\]\([^)]*\)' "$work/readme.md" | grep -vE '\]\((https?:|#)'; then
    echo "The README of $1 has links that lead nowhere" >&2
    exit 1
  fi
  grep -qF "]($repository/raw/v$version/docs/images/lab.png)" "$work/readme.md" || { echo "The README of $1 has no picture" >&2; exit 1; }
  # But for its links, it is the README.
  diff <(sed "s#$repository/[a-z]*/v$version/##g" "$work/readme.md") README.md >&2 || { echo "The README of $1 is another" >&2; exit 1; }
}

for project in LinkErrors.Core LinkErrors.Client LinkErrors.Providers LinkErrors LinkErrors.EntityFrameworkCore LinkErrors.Testing; do
  check "$project" "lib/net10.0/$project.dll" "lib/net10.0/$project.xml"
  symbols=$(unzip -l "$work/packages/$project.$version.snupkg")
  grep -q " lib/net10.0/$project.pdb\$" <<<"$symbols" || { echo "$project has no symbols" >&2; exit 1; }
done
check LinkErrors analyzers/dotnet/cs/LinkErrors.Analyzers.dll analyzers/dotnet/cs/LinkErrors.Analyzers.CodeFixes.dll
check LinkErrors.Templates content/linkservice/.template.config/template.json content/linkerrors-api/.template.config/template.json

# Fresh applications outside of the repository, so that none of its props files apply, which can restore from the packed files alone.
apps="$work/apps"
mkdir "$apps"
cat >"$apps/nuget.config" <<XML
<configuration>
  <packageSources><clear /><add key="packed" value="$work/packages" /></packageSources>
</configuration>
XML
# sed -i and a line break in a replacement are not the same everywhere.
edit() {
  sed "$1" "$2" >"$work/edited"
  mv "$work/edited" "$2"
}
create() {
  dotnet new web --no-restore --output "$apps/$1" --name "$1" >/dev/null
  edit "s#</Project>#<ItemGroup><PackageReference Include=\"$2\" Version=\"$version\" /></ItemGroup></Project>#" "$apps/$1/$1.csproj"
}

# The README's own lines below a mark.
take() {
  awk -v mark="<!-- $1 -->" '$0 == mark { found = 1; next } found && /^```/ { if (inside) exit; inside = 1; next } inside' README.md >"$2"
  [ -s "$2" ] || { echo "The README has lost its $1" >&2; exit 1; }
}

create FreshApp LinkErrors
take "app: Program.cs" "$apps/FreshApp/Program.cs"
take "app: appsettings.json" "$apps/FreshApp/appsettings.json"
create FreshClient LinkErrors.Client
take "client: Program.cs" "$apps/FreshClient/Program.cs"

# The templates, installed apart from those of whoever runs this. One application gets a mistake, of which the analyzers in the package tell.
new() { dotnet new "$@" --debug:custom-hive "$work/hive" >"$work/new.log" 2>&1 || { cat "$work/new.log" >&2; exit 1; }; }
new install "$work/packages/LinkErrors.Templates.$version.nupkg"
new linkservice --output "$apps/my-links"
new linkerrors-api --output "$apps/DeviceApi"
new linkerrors-api --output "$apps/Mistaken" --dialect loop
edit 's/"loop"/"lop"/' "$apps/Mistaken/Program.cs"

cat >"$apps/apps.slnx" <<'XML'
<Solution>
  <Project Path="FreshApp/FreshApp.csproj" />
  <Project Path="FreshClient/FreshClient.csproj" />
  <Project Path="my-links/my-links.csproj" />
  <Project Path="DeviceApi/DeviceApi.csproj" />
  <Project Path="Mistaken/Mistaken.csproj" />
</Solution>
XML
NUGET_PACKAGES="$work/cache" dotnet build "$apps/apps.slnx" --nologo >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }
# ASP0000 is of the README's client, which is built as a web application only here, where nothing else can be restored.
warnings=$(sed -nE 's/.*: warning ([A-Z]+[0-9]+): .*\/([A-Za-z-]+)\.csproj\]$/\1 \2/p' "$work/build.log" | sort -u | paste -sd' ' -)
[ "$warnings" = "ASP0000 FreshClient LE0002 Mistaken" ] || { echo "The fresh applications were built with these warnings: $warnings" >&2; exit 1; }

# Starts a command in a folder. The server says where it listens; reading that line is the wait for its start.
start() {
  rm -f "$work/output"
  mkfifo "$work/output"
  (cd "$1" && shift && ASPNETCORE_URLS=http://127.0.0.1:0 exec "$@" >"$work/output" 2>&1) &
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

run() { start "$apps/$1" dotnet "bin/Debug/net10.0/$1.dll" "${@:2}"; }

run FreshApp
expect '307 https://example.com/vital/callback?state=error&error_type=provider_credential_error&error=fitbit%20did%20not%20accept%20the%20credentials.' \
  "$address/link/fitbit?client_id=wearables"

message=$(dotnet "$apps/FreshClient/bin/Debug/net10.0/FreshClient.dll" "$address/link/fitbit")
[ "$message" = "fitbit did not accept the credentials." ] || { echo "The README's client read: $message" >&2; exit 1; }
stop
left=$address
echo "packages: restored from the packed files alone, the README's applications answer and read as it says"

# Begins a login at a provider, as the client asks for it, and takes the state that is sent to the provider. No cookie is Secure here, where is no https:
# curl keeps it all the same, and some browsers do not.
begin() {
  rm -f "$work/cookies"
  state=$(curl -s -o /dev/null -c "$work/cookies" -w '%{redirect_url}' "$address/link/$1?$2&state=a%2Bb")
  case "$state" in *"&state="*) state=${state##*&state=} ;; *) echo "The login did not begin: $state" >&2; exit 1 ;; esac
  if awk -F'\t' '$4 == "TRUE" { found = 1 } END { exit !found }' "$work/cookies"; then
    echo "The login of $1 depends on a Secure cookie" >&2
    exit 1
  fi
}

# A whole login: the provider, the client's request, the provider's answer, and where that leads.
login() {
  begin "$1" "$2"
  expect "$4" -b "$work/cookies" "$address/signin-$1?$3&state=$state"
}

# The template's stand-in for a provider answers where the application itself listens, at the port that the last one has left.
run my-links --environment Development --urls "$left" --Provider:TokenEndpoint "$left/stand-in/token"
catalog=$(sed 's/:/%3A/g; s#/#%2F#g' <<<"$address/errors")
login provider client_id=demo error=access_denied \
  "302 https://client.example/callback?error=access_denied&error_description=The%20request%20was%20denied.&error_uri=$catalog%23access_denied&state=a%2Bb"
begin provider client_id=demo
linked=$(curl -s -o /dev/null -b "$work/cookies" -c "$work/cookies" -w '%{redirect_url}' "$address/signin-provider?code=granted&state=$state")
nobody="302 https://client.example/callback?error=login_required&error_description=The%20user%20must%20sign%20in.&error_uri=$catalog%23login_required&state=a%2Bb"
expect "$nobody" "$linked"
back=$(curl -s -o /dev/null -b "$work/cookies" -c "$work/cookies" -w '%{redirect_url}' "$linked")
[[ $back =~ ^https://client\.example/callback\?code=[0-9A-F]{32}\&state=a%2Bb$ ]] || { echo "A good login at the template's service led to: $back" >&2; exit 1; }
# A login is good for one link.
expect "$nobody" -b "$work/cookies" "$linked"
expect '401 ' "$address/link/provider?client_id=nobody"
expect '400 ' "$address/link/provider?client_id=demo&redirect_uri=https://other.example"
expect '200 ' "$address/link-errors"
stop

run DeviceApi
expect '200 ' "$address/devices"
expect '409 ' "$address/devices/thermostat"
body=$(curl -s "$address/devices/thermostat")
[[ $body == *'"detail":"The device thermostat is offline.","code":"device_offline"'* ]] || { echo "The template's API answers: $body" >&2; exit 1; }
expect '404 ' "$address/devices/toaster"
stop
echo "templates: restored from the packed files alone, linkservice and linkerrors-api answer as they should, and a mistake is a warning of the analyzers"

# Without the lock files, which know of no runtime.
mkdir "$work/sources"
tar -c --exclude bin --exclude obj --exclude packages.lock.json Directory.*.props global.json .editorconfig src samples/RemoteLogin | tar -x -C "$work/sources"
publish() {
  dotnet publish "$work/sources/samples/RemoteLogin" --configuration Release --use-current-runtime --nologo \
    --output "$work/$1" -p:RestorePackagesWithLockFile=false -p:RunAnalyzers=false "${@:2}" >"$work/publish.log" 2>&1
}

# Nobody listens at the provider's address, so that a code cannot be redeemed.
walk() {
  start "$work/$1" ./RemoteLogin --Acme http://127.0.0.1:9
  local request='client_id=wearables&redirect_uri=https://example.com/vital/callback'
  login acme "$request" error=access_denied \
    '302 https://example.com/vital/callback?error=access_denied&error_description=The%20request%20was%20denied.&state=a%2Bb'
  login acme "$request" code=1 \
    '302 https://example.com/vital/callback?error=server_error&error_description=Acme%20could%20not%20be%20reached%20or%20answered%20unexpectedly.&state=a%2Bb'
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
