"""A small survey of homes: one closed question, one open one, two themes and a reserved one."""

from __future__ import annotations

SETTINGS = """
format = 1
[survey]
name = "homes"
id = "id"
banners = ["type"]
codeframe = "codeframe.toml"
key = "k"
[[question]]
name = "type"
kind = "closed"
column = "type"
title = "Type of home"
[[question]]
name = "why"
kind = "open"
column = "why"
title = "Why is that?"
"""
CODEFRAME = """
name = "homes"
[[theme]]
slug = "money"
[[theme]]
slug = "staff"
[[theme]]
slug = "nothing"
reserved = "none"
"""
