"""Who is named beside whom in a document, and how it is written, as bytes and back."""

from __future__ import annotations

import json

from tui.company import Company, Surfaces
from tui.index.record import KINDS, as_json


def pack_company(company: Company) -> bytes:
    """Who is named beside whom in a text; nothing if nobody is named."""
    return as_json(company) if company.ids else b""


def unpack_company(data: bytes) -> Company:
    """The company that `pack_company` packed."""
    return Company(*json.loads(data)) if data else Company((), ())


def pack_surfaces(surfaces: Surfaces) -> bytes:
    """How a text writes its names."""
    row = {
        id: [[text, KINDS.index(kind), times] for text, kind, times in found]
        for id, found in surfaces.items()
    }
    return as_json(row) if row else b""


def unpack_surfaces(data: bytes) -> Surfaces:
    """The surfaces that `pack_surfaces` packed."""
    row = json.loads(data) if data else {}
    return {id: [(text, KINDS[kind], n) for text, kind, n in found] for id, found in row.items()}
