"""Projects as other programs write them, made by hand."""
import zipfile
from xml.sax.saxutils import escape, quoteattr

TEXT = "I: Hur då?\nB: Bra 👍 men kön är lång.\nI: Jaha?\nB: De ringer aldrig. Så är det.\n"
QUOTES = [("väntan", "kön är lång"), ("svar", "De ringer aldrig."), ("svar", "Bra 👍")]


class Program:
    """How a program writes: line ends, what a position counts, and what a selection is called."""

    def __init__(self, ends="\n", ends_count=1, bom=False, bom_counts=False, utf16=False,
                 inclusive=False, named=lambda said: said, described=lambda said: "",
                 guid=lambda n: f"00000000-0000-4000-8000-{n:012}", qde="project.qde",
                 sources="sources", inline=False, origin="ett annat program"):
        self.__dict__.update(locals())

    def unit(self, before):
        count = sum(1 + (self.utf16 and ord(c) > 0xFFFF) for c in before if c != "\n")
        return count + before.count("\n") * self.ends_count + (self.bom and self.bom_counts)

    def selection(self, number, code, said):
        start = TEXT.index(said)
        first, last = self.unit(TEXT[:start]), self.unit(TEXT[:start + len(said)])
        return (
            f'<PlainTextSelection guid="{self.guid(100 + number)}" name={quoteattr(self.named(said))} '
            f'startPosition="{first}" endPosition="{last - self.inclusive}">'
            f"<Description>{escape(self.described(said))}</Description>"
            f'<Coding guid="{self.guid(200 + number)}" creatingUser="{self.guid(1)}">'
            f'<CodeRef targetGUID="{self.guid(10 if code == "väntan" else 11)}"/></Coding>'
            "</PlainTextSelection>"
        )

    def project(self, quotes):
        place = "" if self.inline else f' plainTextPath="internal://{self.guid(50)}.txt"'
        body = f"<PlainTextContent>{escape(TEXT)}</PlainTextContent>" if self.inline else ""
        return (
            '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" '
            f'name="p" origin="{self.origin}"><Users><User guid="{self.guid(1)}" name="kodare"/></Users>'
            f'<CodeBook><Codes><Code guid="{self.guid(10)}" name="väntan" isCodable="true" '
            f'color="#369"/><Code guid="{self.guid(11)}" name="svar" isCodable="true"><Description>'
            "att få svar</Description></Code></Codes></CodeBook>"
            f'<Variables><Variable guid="{self.guid(20)}" name="ort" typeOfVariable="Text"/></Variables>'
            f'<Cases><Case guid="{self.guid(30)}" name="K1"><VariableValue><VariableRef '
            f'targetGUID="{self.guid(20)}"/><TextValue>norr</TextValue></VariableValue><SourceRef '
            f'targetGUID="{self.guid(50)}"/></Case></Cases>'
            f'<Sources><TextSource guid="{self.guid(50)}" name="Samtal 1.docx"{place}>{body}'
            + "".join(self.selection(i, *quote) for i, quote in enumerate(quotes))
            + "</TextSource></Sources></Project>"
        )

    def write(self, path, quotes=QUOTES):
        text = ("\ufeff" if self.bom else "") + TEXT.replace("\n", self.ends)
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(self.qde, self.project(quotes))
            if not self.inline:
                archive.writestr(f"{self.sources}/{self.guid(50)}.txt", text.encode())
        return path
