"""The command line: a thin shell over the workspace. Data goes to stdout, talk to stderr."""
