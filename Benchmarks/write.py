"""Puts the figures of a run into docs/performance.md, between its markers, and draws the peers: write.py RUN DOCS.

RUN holds figures.tsv (part, PASS or FAIL, words) and, where the fleets were measured, bars.tsv (name, seconds). Parts that
were not measured keep the rows that they have.
"""

import html
import os
import sys

BEGIN, END = "<!-- figures: scripts/bench --write -->", "<!-- end of figures -->"
TITLES = {
    "startup": "A whole process", "lists": "1,000 conflists", "json": "Reading JSON", "inventories": "Inventories",
    "fleet": "Fleets", "fleet-disk": "Fleets on a disk", "check": "Checking a tree", "probe": "A node's plugins",
    "diff": "Differences",
}


def table(rows):
    """A table of all parts, in the order of TITLES."""
    lines = ["| part | figure | |", "| --- | --- | --- |"]
    for part, title in TITLES.items():
        for number, (word, text) in enumerate(rows.get(part, [])):
            lines.append(f"| {title if number == 0 else ''} | {text} | {'held' if word == 'PASS' else '**missed**'} |")
    return lines


def known(lines):
    """The rows of a table that is there."""
    rows, part = {}, None
    names = {title: part for part, title in TITLES.items()}
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 3 or cells[0] == "part" or cells[1] == "---":
            continue
        part = names.get(cells[0], part)
        rows.setdefault(part, []).append(("PASS" if cells[2] == "held" else "FAIL", cells[1]))
    return rows


def plot(bars):
    """Bars from the shortest to the longest, on a scale of powers of ten, since the longest is a hundred times the
    shortest. Colours follow the reader's preference for light or dark."""
    import math

    bars = sorted(bars, key=lambda bar: bar[1])
    low = 10 ** math.floor(math.log10(bars[0][1]))
    high = 10 ** math.ceil(math.log10(bars[-1][1]))
    left, width, step = 330, 400, 34
    height = 56 + step * len(bars) + 30

    def place(seconds):
        return left + width * math.log(seconds / low) / math.log(high / low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 80} {height}" role="img">',
        "<title>Seconds for the files of 30,000 nodes</title>",
        "<style>text { font: 14px sans-serif; fill: #1f2328 } .line { stroke: #d1d9e0 } .bar { fill: #8c959f }"
        " .ours { fill: #1a7f37 } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .line { stroke: #3d444d }"
        " .bar { fill: #6e7681 } .ours { fill: #3fb950 } }</style>",
        '<text x="12" y="24">Seconds for the files of 30,000 nodes; each line is ten times the one before</text>',
    ]
    tick = low
    while tick <= high * 1.001:
        x = place(tick)
        parts.append(f'<line class="line" x1="{x:.1f}" x2="{x:.1f}" y1="40" y2="{height - 30}"/>')
        parts.append(f'<text x="{x:.1f}" y="{height - 10}" text-anchor="middle">{tick:g}</text>')
        tick *= 10
    for number, (name, seconds) in enumerate(bars):
        y = 50 + step * number
        kind = "bar ours" if name == "cnigen" else "bar"
        parts.append(f'<text x="{left - 12}" y="{y + 17}" text-anchor="end">{html.escape(name)}</text>')
        parts.append(f'<rect class="{kind}" x="{left}" y="{y}" width="{place(seconds) - left:.1f}" height="24" rx="3"/>')
        parts.append(f'<text x="{place(seconds) + 8:.1f}" y="{y + 17}">{seconds:.2f}</text>')
    return "\n".join(parts + ["</svg>", ""])


def main(run, docs):
    page = os.path.join(docs, "performance.md")
    with open(page) as file:
        text = file.read()
    before, rest = text.split(BEGIN + "\n")
    old, after = rest.split(END)
    rows = known(old.splitlines())
    measured = {}
    with open(os.path.join(run, "figures.tsv")) as file:
        for line in file:
            part, word, words = line.rstrip("\n").split("\t")
            measured.setdefault(part, []).append((word, words))
    rows.update(measured)
    image = os.path.join(docs, "performance.svg")
    if os.path.exists(os.path.join(run, "bars.tsv")):
        bars = {}
        with open(os.path.join(run, "bars.tsv")) as file:
            for line in file:
                name, seconds = line.rstrip("\n").split("\t")
                # cnigen is measured beside each of the others; its longest time counts.
                bars[name] = max(float(seconds), bars.get(name, 0))
        with open(image, "w") as file:
            file.write(plot(bars.items()))
    middle = table(rows)
    if os.path.exists(image):
        middle = ["![Seconds for the files of 30,000 nodes, cnigen and others](performance.svg)", ""] + middle
    with open(page, "w") as file:
        file.write(before + BEGIN + "\n\n" + "\n".join(middle) + "\n\n" + END + after)


if __name__ == "__main__":
    main(*sys.argv[1:])
