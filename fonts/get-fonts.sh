#!/bin/sh
# Gets the free typefaces from Debian packages into fonts/free/, by download and unpacking alone:
# nothing is installed. Every file must match fonts/checksums.txt; files that already do are left
# as they are, so that a second run needs no network.
#
#   fonts/get-fonts.sh                 download with apt-get
#   fonts/get-fonts.sh --from FOLDER   take the .deb files from FOLDER (a machine without network)
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=${YINFA_FREE_FONTS:-$here/free}
checksums=$here/checksums.txt
from=

# The versions that the checksums were taken from. Another version will do if its files are the same.
fandol_package=texlive-lang-chinese fandol_version=2022.20230122-1
noto_package=fonts-noto-cjk noto_version=1:20220127+repack1-1

say() { printf '%s\n%s\n' "$1" "$2" >&2; }
fail() { say "错误：$1" "error: $2"; exit "${3:-3}"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else fail "需要管理员权限运行“$*”，但本机没有 sudo。" "'$*' needs root, and there is no sudo here."
    fi
}

while [ $# -gt 0 ]; do
    case $1 in
        --from)
            [ $# -ge 2 ] || fail "--from 后面要写文件夹。" "--from needs a folder." 64
            [ -d "$2" ] || fail "没有文件夹“$2”。" "there is no folder '$2'." 64
            from=$(CDPATH='' cd -- "$2" && pwd); shift 2 ;;
        *) fail "不认识的参数“$1”。" "unknown argument '$1'." 64 ;;
    esac
done

is_complete() { [ -d "$1" ] && (cd "$1" && sha256sum --check --status --strict "$checksums" 2>/dev/null); }

if is_complete "$target"; then
    say "免费字体齐全：$target" "The free fonts are all there: $target"
    exit 0
fi
command -v dpkg-deb >/dev/null 2>&1 ||
    fail "本机没有 dpkg-deb；本脚本只能在 Debian 或 Ubuntu 上取字体。" \
        "there is no dpkg-deb here; this script gets fonts on Debian or Ubuntu only."

mkdir -p "$target" || fail "建不了文件夹“$target”。" "cannot make the folder '$target'."
work=$(mktemp -d "$target/.partial.XXXXXX") ||
    fail "“$target”不可写。" "'$target' is not writable."
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

candidate() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -vx '(none)'; }

# fetch PACKAGE VERSION: leaves the package as $work/PACKAGE.deb
fetch() {
    if [ -n "$from" ]; then
        for file in "$from/$1"_*.deb; do
            [ -f "$file" ] || fail "“$from”里没有 $1 的 .deb 文件。" "there is no .deb file of $1 in '$from'."
            cp "$file" "$work/$1.deb"
        done
        return
    fi
    if ! candidate "$1" >/dev/null; then
        say "软件包目录为空，正在运行 apt-get update……" "No package lists; running apt-get update…"
        as_root apt-get update >&2 || fail "apt-get update 失败，请检查网络。" "apt-get update failed; check the network."
    fi
    offered=$(candidate "$1") ||
        fail "软件源里没有 $1。" "the package sources do not offer $1; add Debian's 'main' section."
    wanted=$2
    LC_ALL=C apt-cache madison "$1" | grep -qF "| $2 |" || wanted=$offered
    [ "$wanted" = "$2" ] ||
        say "软件源提供的 $1 是 $wanted，不是 $2；字体文件一致即可使用。" \
            "The sources offer $1 $wanted, not $2; it will do if its font files are the same."
    say "正在下载 $1 $wanted ……" "Downloading $1 $wanted…"
    mkdir "$work/deb"
    # As root, apt would hand the download to a user who may not write here, and warn.
    options=
    [ "$(id -u)" -ne 0 ] || options='-o APT::Sandbox::User=root'
    # shellcheck disable=SC2086
    (cd "$work/deb" && apt-get -qq $options download "$1=$wanted" >&2) ||
        fail "下载 $1 失败，请检查网络。" "could not download $1; check the network."
    mv "$work/deb"/*.deb "$work/$1.deb"
    rmdir "$work/deb"
}

# take PACKAGE PATH…: puts the named files of the package into $work/new
take() {
    package=$1; shift
    mkdir "$work/tree"
    dpkg-deb --fsys-tarfile "$work/$package.deb" | tar -x -C "$work/tree" -f - --no-same-owner "$@" ||
        fail "软件包 $package 里缺文件（见上），或“$target”所在磁盘已满。" \
            "package $package lacks a file (see above), or the disk of '$target' is full."
    for path in "$@"; do mv "$work/tree/$path" "$work/new/"; done
    rm -rf "$work/tree"
}

mkdir "$work/new"
fetch "$fandol_package" "$fandol_version"
fetch "$noto_package" "$noto_version"
say "正在取出字体……" "Unpacking the fonts…"
fandol=./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
fandol_licence=./usr/share/doc/texlive-doc/fonts/fandol
noto=./usr/share/fonts/opentype/noto
noto_licence=./usr/share/doc/fonts-noto-cjk
take "$fandol_package" \
    $fandol/FandolSong-Regular.otf $fandol/FandolSong-Bold.otf $fandol/FandolHei-Regular.otf \
    $fandol/FandolHei-Bold.otf $fandol/FandolKai-Regular.otf $fandol/FandolFang-Regular.otf \
    $fandol_licence/COPYING.gz $fandol_licence/README
take "$noto_package" \
    $noto/NotoSerifCJK-Regular.ttc $noto/NotoSerifCJK-Bold.ttc \
    $noto/NotoSansCJK-Regular.ttc $noto/NotoSansCJK-Bold.ttc \
    $noto_licence/copyright
gzip -dc "$work/new/COPYING.gz" >"$work/new/LICENCE-Fandol.txt"
rm "$work/new/COPYING.gz"
mv "$work/new/README" "$work/new/README-Fandol.txt"
mv "$work/new/copyright" "$work/new/LICENCE-Noto-CJK.txt"

if ! is_complete "$work/new"; then
    (cd "$work/new" && LC_ALL=C sha256sum --check --quiet "$checksums" 2>/dev/null | sed 's/^/  /' >&2) || :
    fail "上列字体文件与 fonts/checksums.txt 不符，没有放入“$target”。请在 Debian 12 上下载 $fandol_package（$fandol_version）和 $noto_package（$noto_version）两个 .deb，再运行 fonts/get-fonts.sh --from 文件夹。" \
        "the font files above do not match fonts/checksums.txt, and nothing was put into '$target'. On Debian 12 download the .deb files of $fandol_package ($fandol_version) and $noto_package ($noto_version), then run fonts/get-fonts.sh --from FOLDER."
fi
# Renames on one disk: a reader sees an old file or a whole new one.
for file in "$work/new"/*; do mv -f "$file" "$target/"; done
say "免费字体已放入 $target" "The free fonts are in $target"
