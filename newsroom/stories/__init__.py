"""A story: its document, its state, its findings and its approvals."""
