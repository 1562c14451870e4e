"""readroom: a reading room in the terminal for a folder of texts and a hand-kept registry.

Floors, imports pointing down only: cli screen / catalog editor / index concordance companions
citation dates figures gaps / corpus registry mentions query / words anchors prose model and other
small ones. ARCHITECTURE.md is the map.
"""

__version__ = "0.1.0"
