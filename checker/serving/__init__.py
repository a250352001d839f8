"""Serving editors by the Language Server Protocol: findings while one writes, the arithmetic under the pointer, edits.

    start    the server on standard input and output        server   requests and notifications, when to check
    content  a report as diagnostics, hovers and actions     checked  what is checked: a text with its settings

Only `server` and `content` import pygls and lsprotocol, which come with the extra `lsp`.
"""
