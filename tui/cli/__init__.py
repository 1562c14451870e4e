"""The one-shot commands: answers on stdout, talk on stderr; never Textual, never Rich."""
