#!/bin/sh
# Makes layouts/profiles/FOGRA39L.icc again, of the characterisation data of FOGRA39L that Debian has
# (icc-profiles-free), by Argyll CMS. Takes a minute. The file is kept in the repository all the same: a PDF/X
# carries it, and its last bits depend on the machine that makes it.
#
#   .setup/make-profile.sh [FILE]
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
target=${1:-$root/layouts/profiles/FOGRA39L.icc}
"$root/.setup/install-packages.sh" argyll icc-profiles-free

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp /usr/share/color/icc/FOGRA39L.ti3 "$work/profile.ti3"
# For pictures on screens (-cmt) that are printed (-dpp): at most 300 % of ink, and black as a straight ramp.
(cd "$work" && colprof -qm -bm -cmt -dpp -kr -l300 -S /usr/share/color/icc/sRGB.icc -A Yinfa -M FOGRA39L \
    -D "FOGRA39L coated (offset, ISO 12647-2:2004/Amd 1, paper type 1 or 2)" \
    -C "zlib licence. Characterisation data: Fogra, www.fogra.org" profile)
# The day that the data are of, and not the clock's: December 2006.
printf '\007\326\000\014\000\001\000\000\000\000\000\000' |
    dd of="$work/profile.icc" bs=1 seek=24 conv=notrunc status=none
install -m 644 "$work/profile.icc" "$target"
