"""How well a document answers, by its words alone.

The score is BM25 (S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework: BM25 and
Beyond, 2009), its idf with 1 added inside the logarithm so that it is never negative:
    sum over the words of  ln(1 + (N - n + 0.5) / (n + 0.5)) * f (k1 + 1) / (f + k1 (1 - b + b l/L))
with N documents, n of them with the word, f its occurrences here, each by the weight of its zone,
l words here and L on average. The forms of one word, and the parts of a name, are one word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from math import log

from tui.query.engine import Engine, Field
from tui.query.tree import Boost, Not, Run, Terms, Tree, children

K1, B = 1.2, 0.75


def scores(tree: Tree, engine: Engine, docs: Collection[int]) -> dict[int, float]:
    """The score of each of `docs`, which answer `tree`; 0 where facts alone answer."""
    found = dict.fromkeys(docs, 0.0)
    if not found:
        return found
    lengths = engine.lengths()
    everything = engine.everything()
    mean = sum(lengths[doc] for doc in everything) / len(everything) or 1.0
    factors: defaultdict[tuple[Field, tuple[str, ...]], float] = defaultdict(float)
    for leaf, factor in _weighed(tree, 1.0):
        factors[leaf.field, leaf.terms] += factor
    for (field, terms), factor in factors.items():
        weights = engine.weights(field, terms)
        idf = log(1 + (len(everything) - len(weights) + 0.5) / (len(weights) + 0.5))
        for doc in found.keys() & weights.keys():
            often = weights[doc]
            norm = K1 * (1 - B + B * lengths[doc] / mean)
            found[doc] += factor * idf * often * (K1 + 1) / (often + norm)
    return found


def _weighed(tree: Tree, factor: float) -> Iterator[tuple[Terms, float]]:
    """The words that a document may be ranked by, and how much each counts."""
    match tree:
        case Terms():
            yield tree, factor
        case Run(parts=parts):
            yield from ((part.word, factor) for part in parts)
        case Boost(child=child):
            yield from _weighed(child, factor * tree.factor)
        case Not():
            return
        case _:
            for child in children(tree):
                yield from _weighed(child, factor)
