#!/bin/sh
#SBATCH --job-name=autograder
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#
# Grades one part of a class, or makes one results folder of all parts. From the repository:
#
#   job=$(sbatch --parsable --array=1-8 docs/scale/slurm.sh 01 submissions results 8)
#   sbatch --dependency=afterok:"$job" docs/scale/slurm.sh 01 submissions results 8
#
# The last number is that of the parts: an array that repeats some of them (--array=3,5) still says 8.
# Parts may be counted from 0 or from 1.
set -eu
assignment=$1 submissions=$2 results=$3 parts=$4
autograder=${AUTOGRADER:-.venv/bin/autograder}

if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
    # Exit code 1 says that some submission could not be graded; the part is done all the same.
    "$autograder" grade "$assignment" "$submissions" \
        --out "$results/part-$SLURM_ARRAY_TASK_ID" \
        --shard "$SLURM_ARRAY_TASK_ID/$parts" \
        --workers "${SLURM_CPUS_PER_TASK:-1}" || [ $? -eq 1 ]
    exit 0
fi

mkdir -p "$results"
# A part's gradebook is written last: where it is, the part is whole.
whole=$(find "$results" -path '*/part-*/gradebook.csv' | wc -l)
if [ "$whole" -ne "$parts" ]; then
    echo "slurm.sh: found $whole whole parts in $results, wanted $parts; run the others again" >&2
    exit 2
fi
"$autograder" merge "$results"/part-* --out "$results/whole" || [ $? -eq 1 ]
