#!/usr/bin/env python3
"""Write the small archives of test_archive.c as C arrays: make_zips.py > zips.h

Python's zipfile makes what is sound; what is not is changed afterwards byte by byte.
"""
import io
import stat
import struct
import zipfile

XML = "<?xml version='1.0'?><a>hej å</a>".encode()


class Unseekable(io.RawIOBase):
    """A pipe: zipfile then writes sizes behind the data (bit 3), as many programs do."""

    def __init__(self):
        self.data = b""

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


def member(name, mode=0o600):
    info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
    info.external_attr = mode << 16
    return info


def archive(members, method=zipfile.ZIP_DEFLATED, out=None):
    out = out or io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as zipped:
        for info, data in members:
            zipped.writestr(info, data, compress_type=method)
    return out.data if isinstance(out, Unseekable) else out.getvalue()


def patched(data, local_offset, central_offset, change):
    """Change a field of the first local header and of the first central one."""
    data = bytearray(data)
    for start, offset in ((data.find(b"PK\3\4"), local_offset), (data.find(b"PK\1\2"), central_offset)):
        struct.pack_into("<H", data, start + offset, change(struct.unpack_from("<H", data, start + offset)[0]))
    return bytes(data)


def main():
    plain = archive([(member("a.xml"), XML)], zipfile.ZIP_STORED)
    arrays = {
        "good": archive([(member("mimetype"), b"x"), (member("word/a.xml"), XML)]),
        "streamed": archive([(member("word/a.xml"), XML)], out=Unseekable()),
        "wrong_crc": plain.replace("hej å".encode(), "haj å".encode()),
        "encrypted": patched(plain, 6, 8, lambda flags: flags | 1),
        "bzip2": archive([(member("a.xml"), XML)], zipfile.ZIP_BZIP2),
        "case_twice": archive([(member("a.xml"), XML), (member("A.XML"), XML)]),
        "outside": archive([(member(name), b"x") for name in ("../a", "/b", "c\\..\\d", "C:e")]
                           + [(member("f", stat.S_IFLNK | 0o777), b"/etc/passwd")]
                           + [(member("a..b/c"), b"x")]),
        "cut": plain[:-30],
        "no_members": archive([]),
    }
    print("/* Made by make_zips.py. */")
    for name, data in arrays.items():
        print(f"static const unsigned char zip_{name}[] = {{")
        for i in range(0, len(data), 16):
            print("    " + " ".join(f"0x{byte:02x}," for byte in data[i : i + 16]))
        print("};")


main()
