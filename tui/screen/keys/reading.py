"""The keys of a text, of a selection in it, and of what is shown of it."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.screen.keys.quiet import quiet

TEXT: list[BindingType] = [
    Binding("enter,K", "peek", "Card", id="text.card",
            tooltip="Who or what the marked name is; Enter again: its record"),
    Binding("]e", "name(1)", "Next name", id="text.next-name", tooltip="The next name in the text"),
    quiet("[e", "name(-1)", "Name before", "text.previous-name", "The name before in the text"),
    quiet("]m", "same(1)", "Same again", "text.next-same", "The next mention of this entity"),
    quiet("[m", "same(-1)", "Same before", "text.previous-same",
           "The mention of this entity before"),
    Binding("f", "label", "Jump", id="text.jump",
            tooltip="Letters on every name and hit of the page; type them to be there"),
    quiet("]q", "quotation(1)", "Next quotation", "text.next-quotation",
           "The next quotation; v selects it"),
    quiet("[q", "quotation(-1)", "Quotation before", "text.previous-quotation",
           "The quotation before"),
    quiet(")", "sentence(1)", "Next sentence", "text.next-sentence", "The next sentence"),
    quiet("(", "sentence(-1)", "Sentence before", "text.previous-sentence",
           "The sentence before"),
    quiet("}", "paragraph(1)", "Next paragraph", "text.next-paragraph", "The next paragraph"),
    quiet("{", "paragraph(-1)", "Paragraph before", "text.previous-paragraph",
           "The beginning of the paragraph, then the paragraph before"),
    quiet("&", "names", "Names on or off", "text.names",
           "Mark the names in the text, or leave it plain"),
    quiet("#", "numbers", "Numbers", "text.numbers", "Number the lines, the paragraphs, nothing"),
    quiet("z", "fold", "Fold", "text.fold",
           "Fold what stands around the article to a line each: comments, tickers, links"),
]  # fmt: skip

TEXT_PANE: list[BindingType] = [
    Binding(
        "v",
        "select(False)",
        "Select",
        id="text.select",
        tooltip="Select by keys: words, sentences, paragraphs",
    ),
    quiet("t", "screen.contents", "Contents", "text.contents",
           "The headings of this text, to go to one"),
    quiet("i", "screen.about", "About", "text.about",
           "What is known of this text and from where; Enter on a fact corrects it"),
    quiet("m", "screen.mark", "Mark", "text.mark",
           "Mark this place with the letter typed next: a–z in this text, A–Z for all texts"),
    quiet("'", "screen.visit", "Go to a mark", "text.visit",
           "Go to the mark of the letter typed next; '' goes back"),
    quiet("V", "select(True)", "Select rows", "text.select-rows", "Select whole rows by keys"),
    Binding("/", "find", "Find", id="text.find", tooltip="Find words in this text; Esc drops them"),
    quiet("*", "seek", "Search this", "text.seek",
           "Search all texts for the name, or the words, that are marked or selected"),
    Binding("a", "register", "Register", id="text.register",
            tooltip="Register the name or the words that are marked: alias of …, or a new entity"),
]  # fmt: skip

SELECT: list[BindingType] = [
    Binding("y", "take('all')", "Cite", id="select.cite",
            tooltip="Copy what is selected as a quotation, with its citation"),
    Binding("enter", "take('words')", "Copy", id="select.copy",
            tooltip="Copy the very characters that are selected"),
    quiet("c", "take('citation')", "Citation", "select.citation",
           "Copy the citation of what is selected, alone"),
    quiet("Y", "take('forms')", "Choose form", "select.forms",
           "Choose the form in which what is selected is cited"),
    quiet("O", "take('print')", "Cite and leave", "select.print",
           "Leave, with what is selected and its citation on stdout"),
    quiet("|", "take('pipe')", "Pipe", "select.pipe", "Give what is selected to a command"),
    Binding("w", "word(1)", "Word", id="select.word", key_display="w b",
            tooltip="To the end of the next word"),
    quiet("b", "word(-1)", "Word back", "select.word-back", "One word less, or one more before"),
    Binding("s", "sentence", "Sentence", id="select.sentence",
            tooltip="The whole sentence, then one more"),
    Binding("p", "paragraph", "Paragraph", id="select.paragraph",
            tooltip="The whole paragraph, then one more"),
    Binding("o", "turn", "Other end", id="select.turn", tooltip="Move the other end"),
    quiet("j,down", "rows(1)", "Row down", "select.down", "One row down"),
    quiet("k,up", "rows(-1)", "Row up", "select.up", "One row up"),
    quiet("l,right", "character(1)", "Character on", "select.right", "One character further"),
    quiet("h,left", "character(-1)", "Character back", "select.left", "One character back"),
    quiet("]e", "name(1)", "To a name", "select.name", "To the end of the next name"),
    quiet("[e", "name(-1)", "To a name before", "select.name-before",
           "To the beginning of the name before"),
    quiet('",]q', "quotation", "To the end of a quotation", "select.quotation",
           "To the end of the quotation that is open here or opens next"),
    quiet("V", "by_rows", "Whole rows", "select.by-rows", "Whole rows, or not"),
    quiet("escape,q,v", "stop", "Leave", "select.stop", "Select nothing"),
]  # fmt: skip

FIND: list[BindingType] = [
    Binding("enter", "submit", "Find", id="find.go", tooltip="Go to the first place from here on"),
]

CARD: list[BindingType] = [
    Binding("enter,K", "choose", "Record", id="card.record", tooltip="Open the whole record"),
    Binding("1", "decide(1)", "Means this", id="card.decide", key_display="1–9",
            tooltip="Of a name with a question mark: here it means the one of this number"),
]  # fmt: skip

CONTENTS: list[BindingType] = [
    Binding("escape,q,t", "step_back", "Back", id="contents.leave", tooltip="Back to the text"),
]

ABOUT_LIST: list[BindingType] = [
    Binding("enter", "choose", "Correct", id="about.correct",
            tooltip="Correct the fact in the file beside the text; nothing typed: there is none"),
]  # fmt: skip

ABOUT: list[BindingType] = [
    Binding("escape,q,i", "step_back", "Back", id="about.leave", tooltip="Back to the text"),
]
