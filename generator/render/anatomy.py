"""The hips and legs as we draw them: one half of a figure from the front and one from behind.

Our own drawing, simplified. A shape is a closed curve through points; x runs from the midline of
the body outwards, y from the waist (0) down to the floor (334), written `x,y x,y …`. The other half
is its mirror image.
"""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A muscle, or one visible part of it."""

    muscle: str
    outline: str


@dataclass(frozen=True)
class Label:
    """Where the words on a muscle stand: the height of its line, and the end of the line."""

    muscle: str
    words: tuple[str, ...]
    y: int
    """Height of the line at its outer end, beside which the words stand."""
    to: Point
    """A place on the muscle."""


@dataclass(frozen=True)
class View:
    """A figure seen from one side: its outline, its muscles, what is no muscle, its labels."""

    name: str
    body: str
    shapes: tuple[Shape, ...]
    details: tuple[str, ...]
    """Bones and tendons, drawn as open lines."""
    fibres: tuple[str, ...]
    """The run of the fibres, as open lines over the muscles."""
    labels: tuple[Label, ...]


def through(line: str, *, closed: bool = True) -> str:
    """A smooth path through points (Catmull-Rom, as Bézier curves), with one decimal.

    A point written twice is a corner.
    """
    points = [_point(text) for text in line.split()]
    count = len(points)

    def at(number: int) -> Point:
        return points[number % count] if closed else points[min(max(number, 0), count - 1)]

    out = [f"M{_pair(points[0])}"]
    for number in range(count if closed else count - 1):
        before, here, after, beyond = (at(number + step) for step in (-1, 0, 1, 2))
        if here == after:
            continue
        coming = after if after == beyond else _towards(after, here, beyond, -1)
        if len(out) == 1:
            leaving = here if before == here else _towards(here, before, after, 1)
            out.append(f"C{_pair(leaving)} {_pair(coming)} {_pair(after)}")
        else:
            # leaves a point as it came, which S says without the handle
            out.append(f"S{_pair(coming)} {_pair(after)}")
    return "".join(out) + ("z" if closed else "")


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def _towards(point: Point, before: Point, after: Point, way: int) -> Point:
    """The handle of a curve at a point: a sixth of the way between its neighbours."""
    return (
        point[0] + way * (after[0] - before[0]) / 6,
        point[1] + way * (after[1] - before[1]) / 6,
    )


def _pair(point: Point) -> str:
    x, y = (f"{round(value, 1):g}" for value in point)
    return f"{x} {y}"


_OUTSIDE = (
    "0,-26 0,-26 38,-26 38,-26 36,-12 34.5,2 37,18 41,30 48,54 53,76 55.5,98 54.5,124 50.5,154 "
    "45,180 42,198 41.5,214 44,230 45.5,246 42.5,266 37,286 33,304 33.5,312"
)
"""Flank, hip and leg on the outside, down to the ankle."""
_INSIDE = (
    "16.5,312 17.5,302 15,284 10.5,262 8.8,243 10,226 11.6,212 10.8,198 10,182 7.5,160 4.5,132 "
    "2,108 0,97 0,97"
)
"""The inside from the ankle up to the crotch."""

FRONT = View(
    "front",
    f"{_OUTSIDE} 37,322 43,330 40,335.5 26,335.5 17,333 15.5,324 {_INSIDE}",
    (
        Shape(
            "core",
            "1,-25 1,-25 15,-25 15,-25 16,2 14.5,28 9.5,58 4,78 1,82 1,82",
        ),
        Shape(
            "core",
            "17,-25 17,-25 37,-25 37,-25 35,-11 33.3,2 35.5,16 36,25 29,33 22,40 16.6,44 "
            "17.6,24 18.2,2",
        ),
        Shape(
            "gluteus-medius",
            "39,28 42.5,37 48,56 52,74 53,80 48,78 43.5,70 39.5,52 37,36",
        ),
        Shape(
            "adductors",
            "3,92 11,83 20,86 25,95 23.5,110 18,132 11.5,152 8.8,160 6.5,142 4.4,122 2.2,104",
        ),
        Shape(
            "quadriceps",
            "43.5,82 48,80.5 53,84 54.6,100 53.5,125 49.6,154 44.6,178 39.5,187 36,180 38,160 "
            "41.8,132 43,106",
        ),
        Shape(
            "rectus-femoris",
            "31,55 35.5,60 39.5,74 41.8,98 40.5,126 36.5,154 31.5,176 27.5,183 24.6,176 "
            "24.6,150 26.2,120 27.6,90 28.6,66",
        ),
        Shape(
            "quadriceps",
            "24.4,118 23.2,150 23.2,176 20.5,190 15,195.5 11.4,190 11.2,176 14.5,154 20,132",
        ),
        Shape(
            "tibialis-anterior",
            "30.5,213 35,219 37,236 35.6,256 31.5,280 27.5,302 25.2,304 26,284 27.6,258 28.2,234",
        ),
        Shape(
            "gastrocnemius",
            "12.8,216 15.6,224 17,240 16.6,256 15,270 12.4,262 10.2,243 11.2,226",
        ),
        Shape(
            "soleus",
            "17.8,256 19.6,268 20.2,284 19.4,300 17.8,296 16.2,280",
        ),
    ),
    (
        "22,190 26,186 31,189 34,197 31,206 26.5,210 22,206 19,198 22,190",
        "26.5,211 26.5,222",
        "38.8,218 40,240 37.4,264 33.6,290",
        "22.5,216 23.5,250 22.5,286 21,306",
        "31,48 26.5,84 24,112 15,152 9.6,188",
    ),
    (
        "1,4 8,2.6 15.6,4",
        "1,28 8,26.6 14.4,28",
        "1,-12 8,-13 15,-12",
        "35,-4 27,8 19,24",
        "35,12 28,22 19,34",
        "34,66 35.4,100 32,140 28,172",
        "50,90 49.4,124 44.6,160 40,178",
        "20,150 17,170 15,186",
        "8,92 13,112 13,134",
        "15,90 18,104 17,122",
        "32.6,222 32.6,244 29,276",
    ),
    (
        Label("core", ("Core",), -12, (-10, -8)),
        Label("rectus-femoris", ("Rectus", "femoris"), 60, (-35, 100)),
        Label("quadriceps", ("Quadriceps",), 122, (-48, 134)),
        Label("adductors", ("Adductors",), 178, (-11, 130)),
        Label("tibialis-anterior", ("Shins",), 240, (-33, 246)),
    ),
)

BACK = View(
    "back",
    f"{_OUTSIDE} 35.5,322 36,330 33,335.5 22,335.5 17.5,331 16.5,322 {_INSIDE}",
    (
        Shape(
            "erector-spinae",
            "1.4,-25 1.4,-25 14,-25 14,-25 15,-6 14,14 10.5,32 5,46 1.4,50 1.4,50",
        ),
        Shape(
            "gluteus-medius",
            "15,33 24,25.5 34,25 41,32 47,52 51,68 50,74 44,65 35,52 25,44 17,40",
        ),
        Shape(
            "gluteus-maximus",
            "1.8,58 6,50 13,43 22,45.5 33,53 43,66.5 50,80 51,92 44,101 34,107 22,110 10,107 "
            "3,99 1.6,80",
        ),
        Shape(
            "adductors",
            "2.6,106 8,110 12.4,114 11.6,130 9.6,148 8.2,156 6,138 4,122",
        ),
        Shape(
            "hamstrings",
            "14,113 20,113 25.6,112 27,130 26.4,152 23.8,174 19.4,194 14.4,207 12,203 11.8,186 "
            "10.4,164 12.2,142 13.6,126",
        ),
        Shape(
            "hamstrings",
            "27.4,111.5 35,109 43,105 47,112 47.4,132 45,158 41.8,182 40.6,200 38,209 35.6,200 "
            "32.4,180 28.6,158 28.8,132",
        ),
        Shape(
            "quadriceps",
            "49.4,97 54,92 54.6,106 53.6,125 50,152 46.4,168 47.6,150 49.4,130 49.6,112",
        ),
        Shape(
            "gastrocnemius",
            "20.6,203 24.4,212 25.8,232 25.4,256 20.6,271 14.8,266 10.6,250 10.2,236 13,218 16,208",
        ),
        Shape(
            "gastrocnemius",
            "32.6,203 37.6,209 42,222 44.4,240 42.4,254 36.6,265 30.4,263 27.2,250 27,230 28.8,212",
        ),
        Shape(
            "soleus",
            "12.4,266 16,271.5 21,274.6 26.2,262 31,268 37,269 42.2,260 41,270 36,286 31.4,299 "
            "28.6,307 23.4,307 20,298 16,283",
        ),
    ),
    (
        "26.2,268 25.8,290 25.6,306 26.4,322",
        "4,112 20,117 38,112 47,103",
    ),
    (
        "7,-20 8,4 6,34",
        "22,31 32,44 46,60",
        "32,29 40,44 48,62",
        "6,60 22,74 44,94",
        "14,50 30,64 48,86",
        "4,76 16,90 34,102",
        "20,122 20,150 16,190",
        "36,118 37.6,150 37.6,190",
        "18,216 17,240 18,260",
        "35,216 37,236 35,256",
    ),
    (
        Label("erector-spinae", ("Lower", "back"), -16, (9, -2)),
        Label("gluteus-medius", ("Side", "glutes"), 34, (40, 46)),
        Label("gluteus-maximus", ("Glutes",), 86, (34, 84)),
        Label("hamstrings", ("Hamstrings",), 144, (38, 148)),
        Label("gastrocnemius", ("Gastroc-", "nemius"), 206, (38, 236)),
        Label("soleus", ("Soleus",), 272, (34, 282)),
    ),
)

VIEWS = (FRONT, BACK)
