"""`python -m fogline.cli`."""

from fogline.cli.app import main

main()
