#!/bin/sh
# Installs the Debian packages that are missing, and says which. Does nothing, and needs no
# network, where they are all there.
#
#   .setup/install-packages.sh PACKAGE…
set -eu

say() { printf '%s\n%s\n' "$1" "$2" >&2; }
fail() { say "错误：$1" "error: $2"; exit 3; }

if ! command -v dpkg-query >/dev/null 2>&1; then
    say "本机不是 Debian 或 Ubuntu，请自行安装与下列软件包相当的软件：$*" \
        "This is no Debian or Ubuntu; please install the equivalents of: $*"
    exit 0
fi

missing=
for package in "$@"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || status=
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 ||
        fail "缺少软件包$missing；请用管理员身份运行：apt-get install$missing" \
            "packages are missing; as root, run: apt-get install$missing"
    root=sudo
fi
say "正在安装 Debian 软件包：$missing" "Installing the Debian packages:$missing"
# shellcheck disable=SC2086
install() { $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >&2; }
# A machine that has never fetched the package lists, or holds old ones, needs an update first.
install || { $root apt-get -qq update >&2 && install; } ||
    fail "安装失败，请检查网络和软件源。" "the installation failed; check the network and the package sources."
