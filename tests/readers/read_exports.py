"""Reads exported drawings with Inkscape, svgelements and MeerK40t, and compares with what each drawing says of itself.

    read_exports.py EXPORTS DRAWINGS MEERK40T

EXPORTS holds NAME.PROFILE.svg (written by the test `exports` of crates/design), DRAWINGS the NAME.txt with lines
`# expected GROUP: N closed; length L = how; box X0 Y0 X1 Y1`. Prints each difference; ends with 1 when there is one.
"""

import pathlib
import re
import struct
import subprocess
import sys

import svgelements

SIZE_MM = 0.002  # svgelements and Inkscape print fewer digits than we write
ARC_SHARE = 3e-4  # cubics for circles are that much longer
DOTS_PER_MM = 10  # 254 dots in an inch
OPERATIONS = {"graver": "Raster", "marquer": "Engrave", "couper-dedans": "Cut", "couper-dehors": "Cut"}
COLOURS = {"graver": "#000000", "marquer": "#0000ff", "couper-dedans": "#ff0000", "couper-dehors": "#ff0000"}


def expected(drawing):
    """Group -> what the drawing's file says of it, and the size of its page."""
    text = drawing.read_text(encoding="utf-8")
    groups = {}
    for line in re.findall(r"^# expected (.*)$", text, re.M):
        group, rest = line.split(":", 1)
        said = {}
        for part in rest.split(";"):
            words = part.split("=")[0].split()
            if words[0] in ("length", "area"):
                said[words[0]] = float(words[1])
            elif words[0] == "box":
                said["box"] = [float(word) for word in words[1:]]
            elif words[0].isdigit():
                said["count"] = int(words[0])
        groups[group] = said
    page = re.search(r"^page ([\d,.]+) x ([\d,.]+) mm", text, re.M)
    return groups, [float(side.replace(",", ".")) for side in page.groups()]


def by_svgelements(file, groups, page):
    """Page, lengths by colour, boxes by colour: what a program that reads SVG sees."""
    svg = svgelements.SVG.parse(str(file), ppi=25.4)
    if abs(svg.width - page[0]) > SIZE_MM or abs(svg.height - page[1]) > SIZE_MM:
        yield f"svgelements sees a page of {svg.width} x {svg.height} mm"
    found = {}
    for path in svg.elements(lambda element: isinstance(element, svgelements.Path)):
        is_area = path.fill.value is not None
        colour = (path.fill if is_area else path.stroke).hexrgb
        found.setdefault(colour, []).append(path)
    wanted = {}
    for group, said in groups.items():
        wanted.setdefault(COLOURS[group], []).append(said)
    if set(found) != set(wanted):
        yield f"svgelements sees colours {sorted(found)}, expected {sorted(wanted)}"
        return
    for colour, said in wanted.items():
        paths = found[colour]
        if len(paths) != sum(one["count"] for one in said):
            yield f"svgelements sees {len(paths)} paths in {colour}"
        if all("length" in one for one in said):
            length = sum(path.length(error=1e-6) for path in paths)
            wish = sum(one["length"] for one in said)
            if abs(length - wish) > 0.002 + ARC_SHARE * wish:
                yield f"svgelements sees {length} mm of {colour}, expected {wish}"
        if all("box" in one for one in said):
            boxes = [path.bbox(with_stroke=False) for path in paths]
            box = [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]
            sides = [one["box"] for one in said]
            wish = [min(s[0] for s in sides), min(s[1] for s in sides), max(s[2] for s in sides), max(s[3] for s in sides)]
            if any(abs(one - other) > SIZE_MM for one, other in zip(box, wish)):
                yield f"svgelements sees {colour} in {box}, expected {wish}"


def by_inkscape(files, pages):
    """Page size: a picture of the page at 254 dots per inch has ten dots for each millimetre."""
    subprocess.run(
        ["inkscape", "--export-area-page", "--export-dpi=254", "--export-type=png", *map(str, files)],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    for file, page in zip(files, pages):
        picture = file.with_suffix(".png").read_bytes()
        width, height = struct.unpack(">II", picture[16:24])
        if abs(width - page[0] * DOTS_PER_MM) > 1 or abs(height - page[1] * DOTS_PER_MM) > 1:
            yield file, f"Inkscape draws a page of {width / DOTS_PER_MM} x {height / DOTS_PER_MM} mm"


def by_meerk40t(program, files, all_groups, folder):
    """The operations that a laser program chooses by itself: cut, engrave, raster."""
    script = folder / "meerk40t.cfg"
    lines = []
    for file in files:
        lines += ["element* delete", "operation* delete", f"load {file}", "operation* list"]
    script.write_text("\n".join([*lines, "quit", ""]))
    answer = subprocess.run(
        [program, "-z", "-A", "-X", "-b", str(script)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
    ).stdout
    parts = re.split(r"File loaded ", answer)[1:]
    if len(parts) != len(files):
        yield files[0], f"MeerK40t loaded {len(parts)} of {len(files)} files"
    for part, groups in zip(parts, all_groups):
        file = part.split()[0]
        found = set(re.findall(r"\d+: (Raster|Engrave|Cut|Image|Dots)\b.*?(#[0-9a-f]{6})", part))
        wanted = {(OPERATIONS[group], COLOURS[group]) for group in groups}
        if found != wanted:
            yield pathlib.Path(file), f"MeerK40t chooses {sorted(found)}, expected {sorted(wanted)}"


def main():
    exports, drawings, meerk40t = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    files = sorted(exports.glob("*.svg"))
    said = [expected(drawings / f"{file.name.split('.')[0]}.txt") for file in files]
    problems = []
    for file, (groups, page) in zip(files, said):
        problems += [(file, problem) for problem in by_svgelements(file, groups, page)]
    problems += by_inkscape(files, [page for _, page in said])
    problems += by_meerk40t(meerk40t, files, [groups for groups, _ in said], exports)
    for file, problem in problems:
        print(f"{file.name}: {problem}")
    print(f"{len(files)} files read by svgelements, Inkscape and MeerK40t: {len(problems)} differences.")
    sys.exit(1 if problems or not files else 0)


main()
