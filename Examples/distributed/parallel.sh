#!/bin/sh
# Issues reports with GNU parallel, on this machine or, with --sshlogin, on others.
#
#   parallel.sh JOBS ANSWERS [OPTION OF PARALLEL…]
set -eu
jobs=$1 answers=$2
shift 2
# Each worker gets fifty jobs at a time, so that fonts are opened once for fifty reports.
parallel --pipe -N 50 --will-cite "$@" "${YINFA:-yinfa} worker" <"$jobs" >"$answers" || [ $? -le 101 ]
[ "$(wc -l <"$jobs")" = "$(grep -c '"status":"issued"' "$answers")" ] || exit 2
