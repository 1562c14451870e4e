"""The query language on one page, for help: no line is wider than 80 columns."""

from tui.query.parse import BINDING

GUIDE = f"""\
word            the word in its forms: exercise, exercises, exercised;
                US in capitals is not us
=word           that form alone
word*  w?rd     any letters, one letter; two letters at least before *
word~  word~2   up to so many typos
/regex/         words that a regular expression fits whole
S-400 4++ $5    one word each; any dash and any apostrophe will do
"a b"  "a b"~5  a phrase as written; its words in any order within so many words
a b    a AND b  both; a OR b: one of them; -b or NOT b: without
a NEAR/5 b      b begins at most 5 words after a ends, or a after b;
                BEFORE/5, AFTER/5: in one order
{{ a b -c }}      within one paragraph
@name  @"a b"   an entity by id, name, alias; @name!: by a proper name or alias
-@name --@name  texts without it; texts with it, but it is not lit
type:person     any entity of a type, also with NEAR
zone:title a    only in such a zone: title body heading comment …;
                -zone:boilerplate a: not there
title: author: source: lang: doc: date:
                choose documents; date:2014 2014..2016-05 >=2022-02 none
query:name      a saved query
is:unread       texts that were not opened in the reading room yet; is:read,
                is:starred, is:listed (the reading list),
                is:new (not there when the room was last opened)
a^2             counts twice as much; ( ) group, also after a field:
                title:(a OR b)
binding from tight to loose:
  {BINDING}
"""
