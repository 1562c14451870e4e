"""The query language: text → tree with its places → documents and the very words."""
