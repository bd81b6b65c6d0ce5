#!/bin/sh
# Makes Tests/YinfaTests/Importing/Files again: report.yaml as python-docx writes it and LibreOffice saves it. They are in
# the repository because LibreOffice is large, and because what it once saved has to be read for ever.
set -eu
cd "$(dirname "$0")/../.."
files=Tests/YinfaTests/Importing/Files
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.tools/venv/bin/python Tests/Tools/write-docx.py "$files/report.yaml" layouts/forms/2021.yaml "$scratch/report.docx"
for kind in 'docx:MS Word 2007 XML' 'doc:MS Word 97' 'rtf:Rich Text Format' 'odt:writer8' 'html:HTML (StarWriter)'; do
    soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to "$kind" --outdir "$scratch/out" \
        "$scratch/report.docx" >/dev/null
done
for file in "$scratch"/out/report.*; do cp "$file" "$files/libreoffice.${file##*.}"; done
ls -l "$files"
