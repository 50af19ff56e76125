"""Decompresses zstd to a stream of bytes."""

from __future__ import annotations

from io import RawIOBase
from typing import BinaryIO, Final

import zstandard

CHUNK: Final = 1 << 16


class Frames(RawIOBase):
    """The bytes in the frames of a stream; EOFError where one is cut off, which the library passes over."""

    def __init__(self, source: BinaryIO) -> None:
        self.source = source
        self.inside = zstandard.ZstdDecompressor().decompressobj()
        self.began = False
        self.left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: bytearray) -> int:  # type: ignore[override]
        while not self.left:
            data = self.source.read(CHUNK)
            if self.inside.eof:
                data = self.inside.unused_data + data
                self.inside, self.began = zstandard.ZstdDecompressor().decompressobj(), False
            if not data:
                if self.began:
                    raise EOFError("compressed data ended before its end mark was reached")
                return 0
            self.began = True
            self.left = self.inside.decompress(data)
        count = min(len(target), len(self.left))
        target[:count] = self.left[:count]
        self.left = self.left[count:]
        return count
