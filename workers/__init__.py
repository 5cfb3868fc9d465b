"""What the queue runs: one thin task per job."""
