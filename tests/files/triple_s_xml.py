"""Triple-S surveys that somebody else wrote."""

from freetext.files.tabular.triple_s_reading import read_triple_s

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<sss version="2.0"><survey><name>s</name><title>t</title>'
FIXED = f'{HEAD}<record ident="A">{{}}</record></survey></sss>'
CSV = f'{HEAD}<record ident="A" format="csv" skip="1">{{}}</record></survey></sss>'


def strange(folder, xml, data, ending=".csv"):
    """The table of files that somebody else wrote."""
    (folder / "s.sss").write_text(xml, encoding="utf-8")
    (folder / f"s{ending}").write_bytes(data.encode())
    return read_triple_s(folder / "s.sss")


def variable(kind, inside="", name="q", position='start="1"', more=""):
    """The XML of a variable."""
    return (
        f'<variable ident="1" type="{kind}"{more}><name>{name}</name><label>L</label><position {position}/>'
        f"{inside}</variable>"
    )
