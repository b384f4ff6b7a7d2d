"""``python -m ui`` is ``passend``."""

import sys

from ui.cli import main

sys.exit(main())
