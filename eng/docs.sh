#!/usr/bin/env bash
# Builds the documentation as a site, with the API from the XML documentation, into artifacts/site. A warning, such as a dead link, is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

dotnet tool restore >/dev/null
rm -rf artifacts/api artifacts/site
dotnet docfx docfx.json --warningsAsErrors
cp artifacts/site/README.html artifacts/site/index.html
echo "The site is in artifacts/site. To look at it: dotnet docfx serve artifacts/site"
