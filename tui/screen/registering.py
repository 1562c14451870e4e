"""Register a name: what it is a name of, a look at what that changes, and then it is written."""

from __future__ import annotations

from typing import Literal

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.screen import drafting, keys
from tui.screen.drafting import Edit, Prepared
from tui.screen.field import Field
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.librarian import Librarian
from tui.screen.lines import LETTERS, Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.wrap import shown

Step = Literal["of", "new", "preview"]
"""What the name is a name of; the id and the type of a new entity; what it would change."""
TYPES = tuple(LETTERS)
KINDS = Page("", tuple(Item((Line(type),), type) for type in TYPES))


class RegisterBox(Field):
    """A box of the dialogue; up and down mark a line below without leaving it."""

    BINDINGS = keys.REGISTER_BOX

    def __init__(self, value: str, placeholder: str, id: str) -> None:
        super().__init__(value, placeholder=placeholder, id=id)


class Registering(ModalScreen[str], inherit_bindings=False):
    """Dismissed with what was written, or nothing. The room stays as it was: the desk reopens it.

    `new` and `type` begin with a new entity of a type, `wanted` with what an entity is called.
    """

    BINDINGS = [*keys.REGISTER, *keys.OVER]
    AUTO_FOCUS = "#register-of"

    name_box = query_one("#register-name", RegisterBox)
    of_box = query_one("#register-of", RegisterBox)
    list = query_one("#register-list", Listing)
    _heading = query_one(Heading)

    def __init__(
        self,
        librarian: Librarian,
        words: str,
        *,
        wanted: str = "",
        new: bool = False,
        type: str | None = None,
    ) -> None:
        super().__init__()
        self._librarian = librarian
        self._words = shown(" ".join(words.split()))
        self._wanted = wanted
        self._is_new, self._type = new, type
        self._step: Step = "of"
        self._from: Step = "of"
        self._prepared: Prepared | None = None
        self._is_stale = self._goes_on = False

    def compose(self) -> ComposeResult:
        yield Heading()
        with Horizontal(classes="field"):
            yield Static(Content("Name "), classes="prompt")
            yield RegisterBox(self._words, "a name as the texts have it", "register-name")
        with Horizontal(classes="field"):
            yield Static(Content("Of   "), classes="prompt", id="register-prompt")
            yield RegisterBox(self._wanted, "whom or what? type to find it", "register-of")
        yield Listing(id="register-list")
        yield KeyLine()

    def on_mount(self) -> None:
        self._heading.active = True
        if not self._words:
            self.name_box.focus()
        if self._is_new:
            self._ask_new()
        else:
            self._enter("of")
            self._choose_from()

    # The three steps

    def _enter(self, step: Step) -> None:
        self._step = step
        self._heading.text = {"of": "Register a name", "new": "A new entity", "preview": ""}[step]
        self.query_one("#register-prompt", Static).update(
            Content("Id   " if step == "new" else "Of   ")
        )
        for field in self.query(".field"):
            field.display = step != "preview"
        self.refresh_bindings()

    @work(exclusive=True, group="choose")
    async def _choose_from(self) -> None:
        name, wanted = self.name_box.value, self.of_box.value
        page = await self._librarian.ask(drafting.choices, name, wanted)
        if page is not None and self._step == "of":
            self.list.page = page
            if wanted.strip() and len(page.items) > 1:
                self.list.mark(1)
            goes_on, self._is_stale, self._goes_on = self._goes_on, False, False
            if goes_on:
                self._go_on()

    @work(exclusive=True, group="choose")
    async def _ask_new(self) -> None:
        """Go on to a new entity, its id proposed."""
        self._enter("new")
        self.list.page = KINDS
        if self._type in TYPES:
            self.list.mark(TYPES.index(self._type))
        id = await self._librarian.ask(drafting.proposed_id, self.name_box.value)
        if id is not None and self._step == "new":
            self.of_box.value = id
            self.of_box.cursor_position = len(id)
            self.of_box.focus()

    @work(exclusive=True, group="choose")
    async def _preview(self, edit: Edit) -> None:
        self._from = self._step
        self._heading.text = "Looking at what it changes"
        prepared = await self._librarian.ask(drafting.prepare, edit)
        if prepared is not None:
            self._prepared = prepared
            self._show(prepared.page)

    def _show(self, page: Page) -> None:
        self._enter("preview")
        self._heading.text = page.heading
        self.list.page = page
        self.list.focus()

    # What is typed and chosen

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._step == "of":
            self._wanted, self._is_stale = self.of_box.value, True
            self._choose_from()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self.name_box:
            self.of_box.focus()
        else:
            self._go_on()

    @on(Listing.Chosen)
    def _chosen(self, event: Listing.Chosen) -> None:
        event.stop()
        self._go_on()

    def _go_on(self) -> None:
        item = self.list.marked
        target = item.target if item else None
        if not isinstance(target, str) or not self.name_box.value.strip():
            self.app.bell()
        elif self._step == "of" and self._is_stale:
            self._goes_on = True  # once the list is of what was typed
        elif self._step == "new":
            self._preview(Edit(self.name_box.value, self.of_box.value.strip(), target))
        elif target:
            self._preview(Edit(self.name_box.value, target))
        else:
            self._ask_new()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Only what was looked at is written; only a box is gone to from a box."""
        del parameters
        if action == "write":
            is_ready = self._prepared is not None and self._prepared.draft is not None
            return self._step == "preview" and is_ready
        return action not in ("mark", "field") or self._step != "preview"

    def action_mark(self, by: int) -> None:
        self.list.action_rows(by)

    def action_field(self) -> None:
        (self.of_box if self.name_box.has_focus else self.name_box).focus()

    @work(exclusive=True, group="write")
    async def action_write(self) -> None:
        prepared = self._prepared
        if prepared is None or prepared.draft is None:
            return
        self._prepared = None  # a second Enter writes nothing
        refused = await self._librarian.ask(drafting.write, prepared.draft)
        if refused is None:
            self.dismiss(f"{prepared.draft.what}: written; U undoes")
        else:
            self._show(refused)

    def action_step_back(self) -> None:
        """Back one step; from the first, away."""
        self._prepared = None
        if self._step == "preview" and self._from == "new":
            self._enter("new")
            self.list.page = KINDS
            self.of_box.focus()
        elif self._step == "preview" or (self._step == "new" and not self._is_new):
            self._enter("of")
            self.of_box.value = self._wanted
            self._choose_from()
            self.of_box.focus()
        else:
            self.dismiss()
