#!/bin/sh
# Copies the built program, its layouts and its fonts to where they are used from.
#
#   .setup/install-program.sh PROGRAM PREFIX [DESTDIR]
set -eu
program=$1 prefix=$2 destination=${3:-}$2
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

as_root=
nearest=$destination
while [ ! -e "$nearest" ]; do nearest=$(dirname -- "$nearest"); done
if [ ! -w "$nearest" ]; then
    command -v sudo >/dev/null 2>&1 || {
        printf '%s\n%s\n' "错误：“$nearest”不可写；可改用 make install PREFIX=\$HOME/.local" \
            "error: '$nearest' is not writable; try make install PREFIX=\$HOME/.local" >&2
        exit 3
    }
    as_root=sudo
fi

$as_root mkdir -p "$destination/bin" "$destination/share/yinfa/fonts"
# Without its symbols, which are most of it; and under a new name first, since a running program
# cannot be written over.
$as_root install -s -m 755 "$program" "$destination/bin/.yinfa.new"
$as_root mv -f "$destination/bin/.yinfa.new" "$destination/bin/yinfa"
for part in layouts fonts; do
    [ -d "$root/$part" ] || continue
    (cd "$root/$part" && find . -type d ! -name '.*' -o -type f ! -name '.*' ! -name '*.sh' | LC_ALL=C sort) |
        while IFS= read -r path; do
            if [ -d "$root/$part/$path" ]; then
                $as_root mkdir -p "$destination/share/yinfa/$part/$path"
            else
                $as_root install -m 644 "$root/$part/$path" "$destination/share/yinfa/$part/$path"
            fi
        done
done
printf '%s\n%s\n' "已安装：$destination/bin/yinfa，版式和字体在 $destination/share/yinfa" \
    "Installed $destination/bin/yinfa; layouts and fonts are in $destination/share/yinfa" >&2
case ":$PATH:" in
    *":$prefix/bin:"*) ;;
    *) printf '%s\n%s\n' "提示：$prefix/bin 不在 PATH 里。" "note: $prefix/bin is not in PATH." >&2 ;;
esac
