#!/usr/bin/env python3
"""Holds every #include of ours to the graph in cmake/layers.cmake.

    tools/check_layers.py [ROOT]

Prints each include that crosses a layer it may not, and exits 1 if there is one or if no include was seen at all.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
graph = {}
for name, below in re.findall(r"set\(LAYER_(\w+)\s([^)]*)\)", (root / "cmake/layers.cmake").read_text()):
    graph[name] = set(below.replace('"', "").split())

seen, wrong = 0, []
for layer in graph:
    folder = root / layer if layer == "cli" else root / "tellings" / layer
    for path in sorted(folder.rglob("*.[ch]*")):
        for n, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+"(?:tellings/)?(\w+)/', line)
            if not found:
                continue
            seen += 1
            if found[1] != layer and found[1] not in graph[layer]:
                wrong.append(f"{path.relative_to(root)}:{n}: {layer} may not include {found[1]}")
print("\n".join(wrong) or f"{seen} includes keep to the graph of {len(graph)} layers")
sys.exit(bool(wrong) or not seen)
