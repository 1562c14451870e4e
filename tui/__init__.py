"""readroom: a reading room in the terminal for a folder of texts and a hand-kept registry.

Floors, imports pointing down only: cli screen / catalog editor / index concordance companions
citation dates / corpus registry mentions query anchors / model words prose. ARCHITECTURE.md is
the map.
"""

__version__ = "0.1.0"
