#!/bin/sh
#SBATCH --job-name=yinfa
#SBATCH --ntasks=1
#SBATCH --mem=2G
# Issues reports with Slurm: of n tasks of an array, each takes every n-th job.
#
#   sbatch --array=0-15 slurm.sh JOBS ANSWERS      # ANSWERS-0.jsonl … ANSWERS-15.jsonl
set -eu
awk -v task="$SLURM_ARRAY_TASK_ID" -v tasks="$SLURM_ARRAY_TASK_COUNT" 'NR % tasks == task' "$1" |
    "${YINFA:-yinfa}" worker >"$2-$SLURM_ARRAY_TASK_ID.jsonl"
