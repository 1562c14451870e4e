"""A network to draw."""

from tui.network import Edge, Network, Node

NETWORK = Network(
    (
        Node("ann", 'Ann "the <Great> & Small"\\', "person", 9, 3),
        Node("acme", "Allied Company of Makers and Engineers of Everything", "organisation", 4, 2),
        Node("s:1", "\x1b[31mRed\u202e\uffff", "equipment", 1, 1),
        Node("x", "Х", "no-such-type", 0, 0),
    ),
    (
        Edge("acme", "ann", 12, 34.5, ("owned-by", "founded-by")),
        Edge("ann", "s:1", 1),
        Edge("s:1", "x", 0, None, ("made-by",)),
    ),
)
"""Names that would break a format that did not look after itself."""
