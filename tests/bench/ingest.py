#!/usr/bin/env python3
"""How reading grows with the file, a format at a time, and what a long Word file takes of memory.

usage: ingest.py LYHORD [FORMAT…]
Interviews of 1, 2, 4 and 8 MiB of text are made in memory, read by `lyhord kwic` with a rule that
matches nothing, and timed; a doubling should take at most 2.3 times as long. Reported, never a test.
"""
import io
import os
import sys
import tempfile
import zipfile

from measured import run

RUNS = 3
MOST = 2.3
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
WORDS = """de ringer aldrig tillbaka och jag har väntat länge på besked om pengarna till hyran men
handläggaren lyssnar när vi träffas kontoret är svårt att hitta man får gå genom hela huset sedan är det
lugnt där inne ibland byter de person utan att säga något då måste jag börja om från början""".split()


def turns(size):
    """(mark, speech) until @size bytes of text are reached; no two speeches are alike."""
    done, number = 0, 0
    while done < size:
        words = [WORDS[(number * 7 + i * (1 + number % 13)) % len(WORDS)] for i in range(60)]
        words[number % 60] = f"ord{number}"
        mark, speech = ("I", "Hur var det då?") if number % 2 == 0 else ("R", " ".join(words) + ".")
        yield mark, speech
        done += len(speech.encode()) + 4
        number += 1


def stamp(number):
    return f"{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02},000"


def as_txt(all_turns):
    return "".join(f"{mark}: {speech}\n\n" for mark, speech in all_turns).encode()


def as_md(all_turns):
    return "".join(f"**{mark}:** {speech}\n\n" for mark, speech in all_turns).encode()


def as_csv(all_turns):
    rows = "".join(f'{mark};00:00:01;"{speech}"\n' for mark, speech in all_turns)
    return ("talare;tid;text\n" + rows).encode()


def as_srt(all_turns):
    cues = (
        f"{i}\n{stamp(i)} --> {stamp(i + 1)}\n{mark}: {speech[:90]}\n{speech[90:]}\n\n"
        for i, (mark, speech) in enumerate(all_turns, 1)
    )
    return "".join(cues).encode()


def as_vtt(all_turns):
    cues = (
        f"{stamp(i)} --> {stamp(i + 1)}\n<v {mark}>{speech}</v>\n\n".replace(",000", ".000")
        for i, (mark, speech) in enumerate(all_turns, 1)
    )
    return ("WEBVTT\n\n" + "".join(cues)).encode()


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text, method in members:
            archive.writestr(name, text, method, 1)
    return buffer.getvalue()


def as_docx(all_turns):
    body = "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{mark}: </w:t></w:r><w:r><w:t>{speech}</w:t></w:r></w:p>"
        for mark, speech in all_turns
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{kind}" '
        'Target="word/document.xml"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        [
            ("_rels/.rels", relations, zipfile.ZIP_STORED),
            ("word/document.xml", document, zipfile.ZIP_STORED),
        ]
    )


def as_odt(all_turns):
    body = "".join(f"<text:p>{mark}: {speech}</text:p>" for mark, speech in all_turns)
    content = (
        f'<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED),
            ("content.xml", content, zipfile.ZIP_STORED),
        ]
    )


def pdf_lines(all_turns):
    for mark, speech in all_turns:
        line = f"{mark}:"
        for word in speech.split():
            if len(line) + len(word) > 85:
                yield line
                line = word
            else:
                line += " " + word
        yield line


def as_pdf(all_turns):
    """Pages of sixty lines in Helvetica, as bytes."""
    lines = list(pdf_lines(all_turns))
    pages = [lines[i : i + 60] for i in range(0, len(lines), 60)]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b""]
    objects[2] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    kids = []
    for page in pages:
        text = b"BT /F 10 Tf 12 TL 60 780 Td " + b"".join(
            b"(" + line.encode("cp1252") + b") Tj T* " for line in page
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(text) + 2, text + b"ET"))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % len(objects)
        )
    references = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), references)
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


FORMATS = {
    "csv": as_csv,
    "docx": as_docx,
    "md": as_md,
    "odt": as_odt,
    "pdf": as_pdf,
    "srt": as_srt,
    "txt": as_txt,
    "vtt": as_vtt,
}


def read(lyhord, path):
    """One reading."""
    return run([lyhord, "kwic", "zzzz", path])


def grow(lyhord, where, name):
    times = []
    for megabytes in (1, 2, 4, 8):
        path = os.path.join(where, f"F{megabytes}.{name}")
        with open(path, "wb") as file:
            file.write(FORMATS[name](turns(megabytes << 20)))
        times.append(min(read(lyhord, path).clock for _ in range(RUNS)))
    ratios = [after / before for before, after in zip(times, times[1:])]
    verdict = "" if max(ratios) <= MOST else f"  more than {MOST}"
    print(
        f"{name:5}" + "".join(f"{t:8.3f} s" for t in times)
        + "   per doubling" + "".join(f"{r:6.2f}" for r in ratios) + verdict
    )


def long_document(lyhord, where):
    """2 000 pages of about 3 000 characters."""
    size = 2000 * 3000
    small, large = os.path.join(where, "small.docx"), os.path.join(where, "large.docx")
    for path, bytes_ in ((small, as_docx(turns(1000))), (large, as_docx(turns(size)))):
        with open(path, "wb") as file:
            file.write(bytes_)
    beyond = (read(lyhord, large).peak - read(lyhord, small).peak) * 2**20
    print(
        f"docx of 2 000 pages: {beyond / 2**20:.0f} MiB more than a short one, "
        f"{(beyond - size) / 2**20:.0f} MiB above its text of {size / 2**20:.1f} MiB"
    )


def main():
    lyhord = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="lyhord-bench-") as where:
        for name in sys.argv[2:] or FORMATS:
            grow(lyhord, where, name)
        long_document(lyhord, where)


main()
