"""Issues reports with Apache Spark: every executor pipes jobs through `yinfa worker`.

    spark-submit spark.py JOBS ANSWERS [--yinfa PROGRAM] [--partitions N]

Without spark-submit it runs on this machine alone. Ends with 2 where a report was not issued, as yinfa does.
"""

import argparse
import json
import shlex
import sys
from pathlib import Path

from pyspark.sql import SparkSession


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jobs", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--yinfa", default="yinfa", help="the program, on every machine")
    parser.add_argument("--partitions", type=int, default=0, help="how many workers' shares (default: Spark's)")
    options = parser.parse_args()

    jobs = options.jobs.read_text(encoding="utf-8").splitlines()
    spark = SparkSession.builder.appName("yinfa").getOrCreate()
    try:
        lines = spark.sparkContext.parallelize(jobs, options.partitions or None)
        # A worker for each partition; its exit status says no more than its answers do.
        answers = lines.pipe(f"{shlex.quote(options.yinfa)} worker").map(json.loads).collect()
    finally:
        spark.stop()

    answers.sort(key=lambda answer: answer["id"])
    with options.answers.open("w", encoding="utf-8") as file:
        for answer in answers:
            file.write(json.dumps(answer, ensure_ascii=False) + "\n")
    # What a worker has not answered is not issued either.
    missing = {json.loads(job)["id"] for job in jobs} - {answer["id"] for answer in answers}
    failed = [answer for answer in answers if answer["status"] != "issued"]
    print(f"{len(answers) - len(failed)} issued, {len(failed)} failed, {len(missing)} unanswered")
    return 2 if failed or missing else 0


if __name__ == "__main__":
    sys.exit(main())
