"""The benchmarks behind the figures that the README quotes."""
