"""Turns findings into facts: computes values, groups mentions, links the kinds."""
