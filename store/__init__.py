"""The words a newsroom has verified: kept, found again, disputed, corrected, and never deleted."""

from store.db import Store, open_store
from store.scope import Scope

__all__ = ["Scope", "Store", "open_store"]
