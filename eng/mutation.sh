#!/usr/bin/env bash
# Mutation testing: changes the product in one place at a time and runs the tests that pass through there. Fails where they notice fewer of
# the changes than the goal of the part. A part takes an hour and more on two cores, so it is for a nightly job. The report is in
# artifacts/mutation/<part>/reports.
#
#   ./eng/mutation.sh core|redirects|responses [a file, as WireText.cs] [arguments for dotnet-stryker]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What is random, or needs a corpus, must not decide. Class constructors are run in a context of their own, where no change is switched on.
unset LINKERRORS_CORPORA
filter='FullyQualifiedName!~Properties.&FullyQualifiedName!~Corpora&FullyQualifiedName!~StaticInitialization'

part=${1:-}
case $part in
  core)
    # The rows of the catalog are data, and a hand-written list has them too.
    goal=90 project=LinkErrors.Core files=('**/Model/*' '**/Dialects/*' '**/Reading/*' '**/Catalog/LinkErrorCatalog.cs')
    ;;
  redirects)
    goal=95 project=LinkErrors files=('**/Redirects/*' '**/Flows/*')
    ;;
  responses)
    goal=85 project=LinkErrors files=('**/Responses/*')
    ;;
  *)
    sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
shift

if [[ ${1:-} == *.cs ]]; then
  files=("**/$1")
  shift
fi

dotnet tool restore >/dev/null
output=$PWD/artifacts/mutation/$part
cd "tests/$project.Tests"
dotnet stryker --config-file ../../eng/mutation.json --project "$project.csproj" --skip-version-check --test-case-filter "$filter" "${files[@]/#/--mutate=}" \
  --break-at "$goal" --threshold-low "$goal" --threshold-high 100 --reporter cleartext --reporter html --output "$output" "$@"
