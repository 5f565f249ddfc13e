"""The command line as ``python -m ntbner``, for where the script is on no path."""

import sys

from ntbner.cli import main

if __name__ == "__main__":
    sys.exit(main())
