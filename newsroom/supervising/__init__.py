"""The processes of a newsroom on one machine: their command lines, their health, their restarts."""
