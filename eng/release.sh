#!/usr/bin/env bash
# Makes everything of a release from its tag: checks that the tag, the version and the changelog agree, tests, packs, and writes the packages, their
# hashes and the notes to artifacts/release. Pushes nothing.
#
#   LINKERRORS_REPOSITORY=https://github.com/owner/linkerrors eng/release.sh v0.1.0
#
# With --without-tests it relies on a run that has seen this commit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() { echo "$1" >&2; exit 1; }

tag=${1:-}
[[ $tag =~ ^v([0-9]+\.[0-9]+\.[0-9]+)(-[0-9A-Za-z.-]+)?$ ]] || { echo "Usage: eng/release.sh v1.2.3 [--without-tests]; '$tag' is no tag of a version." >&2; exit 2; }
number=${BASH_REMATCH[1]}
version=${tag#v}
[[ ${2:-} =~ ^(--without-tests)?$ ]] || { echo "Usage: eng/release.sh v1.2.3 [--without-tests]; '$2' is neither." >&2; exit 2; }

# As people copy it, too: the links of the packages lead to pages.
repository=${LINKERRORS_REPOSITORY:-}
repository=${repository%/}
repository=${repository%.git}
[[ $repository == https://* ]] || fail "LINKERRORS_REPOSITORY is '$repository'. It has to be the public https:// address of the repository, to which the links of the packages lead."
require_clean() { [ -z "$(git status --porcelain)" ] || fail "$1 A release is what its tag says: commit or stash them."; }
require_clean "There are changes that are not committed."
[ "$(git rev-parse --verify --quiet "refs/tags/$tag^{commit}")" = "$(git rev-parse HEAD)" ] || fail "The tag $tag is not at HEAD. Check it out: git checkout $tag"
grep -q "<VersionPrefix>$number</VersionPrefix>" Directory.Build.props || fail "VersionPrefix in Directory.Build.props is not $number."
notes=$(awk -v head="## $number" '$0 == head || index($0, head " ") == 1 { found = 1; next } found && /^## / { exit } found' CHANGELOG.md | sed "/./,\$!d")
[ -n "$notes" ] || fail "CHANGELOG.md has no section '## $number', or nothing is in it."

if [ "${2:-}" != --without-tests ]; then
  ./eng/test.sh
  require_clean "The tests have left changes, as a restore does to lock files."
fi

# The time of the commit, in every entry of every package: the same tag makes the same bytes.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH CI=true
release=artifacts/release
rm -rf "$release"
mkdir -p "$release"
dotnet restore LinkErrors.Packages.slnf --locked-mode
dotnet pack LinkErrors.Packages.slnf --no-restore --configuration Release --nologo --output "$release" \
  -p:Version="$version" -p:RepositoryUrl="$repository" -p:RunAnalyzers=false
printf '%s\n' "$notes" >"$release/notes.md"
cd "$release"
if command -v sha256sum >/dev/null; then
  sha256sum ./*.nupkg ./*.snupkg >SHA256SUMS
else
  shasum -a 256 ./*.nupkg ./*.snupkg >SHA256SUMS
fi

echo
cat SHA256SUMS
echo
echo "Version $version is in $release: $(find . -name '*.nupkg' | wc -l | tr -d ' ') packages, their symbols, the hashes above, and notes.md. Nothing was pushed; that is"
echo "  dotnet nuget push '$release/*.nupkg' --source … --api-key …"
