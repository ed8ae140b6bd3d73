"""Writes large JSON for scripts/bench: MEGABYTES of the lists that work in the field, indented and without any space."""

import json
import pathlib
import sys

size = int(sys.argv[1]) * 1_000_000
lists = [json.loads(path.read_text()) for path in sorted(pathlib.Path("Tests/Cases/working").glob("*.conflist"))]
for path, style in ((sys.argv[2], {"indent": 2}), (sys.argv[3], {"separators": (",", ":")})):
    texts = [json.dumps(each, **style) for each in lists]
    count = size * len(texts) // sum(len(text) for text in texts)
    pathlib.Path(path).write_text(json.dumps([lists[index % len(lists)] for index in range(count)], **style))
