"""The colours of the report: read by everyone, by day and by night."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

import factx

CSS = (Path(factx.__file__).parent / "render" / "html" / "report.css").read_text("utf-8")
KINDS = ("date", "person", "percentage")
Color = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1.0: linear light as a dichromat sees it.
DEFICIENCIES = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def palette(scheme: str) -> dict[str, Color]:
    """The custom properties that are colours; the dark scheme's override the light one's."""
    light, dark, *_ = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6})\b", light + (dark if scheme == "dark" else ""))
    return {name: tuple(int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, code in found}


def linear(color: Color) -> Color:
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)


def seen(color: Color, deficiency: str) -> Color:
    """The linear light of a colour as it is seen."""
    light = linear(color)
    rows = DEFICIENCIES[deficiency]
    return tuple(min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in rows)


def contrast(one: Color, other: Color) -> float:
    """WCAG 2's ratio."""
    dim, bright = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other)))
    return (bright + 0.05) / (dim + 0.05)


def lab(light: Color) -> Color:
    """CIELAB of linear sRGB light, under D65."""
    r, g, b = light
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Color, other: Color, deficiency: str) -> float:
    """The difference between two colours as someone sees it: 2.3 is just noticeable."""
    pairs = zip(lab(seen(one, deficiency)), lab(seen(other, deficiency)), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme):
    colors = palette(scheme)
    for ground in ("paper", "card", *KINDS, "own", "lit"):
        assert contrast(colors["ink"], colors[ground]) >= 7, ground
    for text in ("quiet", "conflict"):
        for ground in ("paper", "card"):
            assert contrast(colors[text], colors[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_edges_can_be_seen(scheme):
    colors = palette(scheme)
    for edge in (*(f"{kind}-edge" for kind in (*KINDS, "own")), "claim", "focus"):
        assert contrast(colors[edge], colors["paper"]) >= 3, edge
    for kind in KINDS:
        assert contrast(colors[f"{kind}-edge"], colors[kind]) >= 3, kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_kinds_can_be_told_apart(scheme, deficiency):
    colors = palette(scheme)
    for one, other in combinations(KINDS, 2):
        assert difference(colors[one], colors[other], deficiency) >= 8, (one, other)
    for kind in KINDS:
        assert difference(colors[kind], colors["paper"], deficiency) >= 7, kind
