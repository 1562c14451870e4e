"""The plain face: a dialogue in lines, for screen readers, Braille lines and serial consoles.

No boxes, no colours, nothing that moves: each answer is a few lines, the short part first.
"""
