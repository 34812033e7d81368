"""What grading costs, measured: `make bench` prints ratios and writes build/bench.json."""
