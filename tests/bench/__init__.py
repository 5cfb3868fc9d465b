"""What the newsroom costs: `make bench` measures the real server and prints figure beside limit."""
