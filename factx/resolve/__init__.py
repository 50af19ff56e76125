"""Finds to facts: values computed, mentions grouped, kinds linked."""
