#!/usr/bin/env bash
# Packs the libraries, adds them to fresh applications that can restore from the packed files alone, runs those with the
# README's lines, and checks that one redirects and the other reads the error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for tool in curl unzip; do
  command -v "$tool" >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$tool"; } >/dev/null \
    || { echo "$tool is missing and could not be installed" >&2; exit 1; }
done

work=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# A version of its own, so that no package of the same version in the global cache is taken for it.
version="0.0.0-test$(date +%s)"
for project in LinkErrors.Core LinkErrors.Client LinkErrors.Providers LinkErrors; do
  dotnet pack "src/$project" --configuration Release --nologo --output "$work/packages" \
    -p:Version="$version" -p:ContinuousIntegrationBuild=true >"$work/pack.log" || { cat "$work/pack.log" >&2; exit 1; }
done

for project in LinkErrors.Core LinkErrors.Client LinkErrors.Providers LinkErrors; do
  package="$work/packages/$project.$version.nupkg"
  contents=$(unzip -l "$package")
  for file in README.md "lib/net10.0/$project.dll" "lib/net10.0/$project.xml"; do
    grep -q " $file\$" <<<"$contents" || { echo "$project has no $file" >&2; exit 1; }
  done
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

# The server says where it listens; reading that line is the wait for its start.
mkfifo "$work/output"
(cd "$app" && exec dotnet bin/Debug/net10.0/FreshApp.dll --urls http://127.0.0.1:0 >"$work/output" 2>&1) &
server=$!
address=""
while [ -z "$address" ] && read -r -t 60 line; do
  case "$line" in *"Now listening on: "*) address=${line##*listening on: } ;; esac
done <"$work/output"
[ -n "$address" ] || { echo "The application did not start" >&2; exit 1; }

location=$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' "$address/link/fitbit?client_id=wearables")
expected='307 https://example.com/vital/callback?state=error&error_type=provider_credential_error&error=fitbit%20did%20not%20accept%20the%20credentials.'
[ "$location" = "$expected" ] || { printf 'expected %s\nbut got  %s\n' "$expected" "$location" >&2; exit 1; }

message=$(dotnet "$client/bin/Debug/net10.0/FreshClient.dll" "$address/link/fitbit")
[ "$message" = "fitbit did not accept the credentials." ] || { echo "The README's client read: $message" >&2; exit 1; }
echo "packages: restored from the packed files alone, the README's applications answer and read as it says"
