"""How unlike two folders of pictures of the same names are: the largest share of pixels of one picture that differ by
more than a quarter of the way from black to white. -1 where a size or a name differs."""

import pathlib
import sys

from PIL import Image, ImageChops

folders = [pathlib.Path(name) for name in sys.argv[1:3]]
names = [sorted(path.name for path in folder.iterdir()) for folder in folders]
worst = 0.0 if names[0] == names[1] and names[0] else -1.0
for name in names[0] if worst == 0 else []:
    first, second = (Image.open(folder / name).convert("L") for folder in folders)
    if first.size != second.size:
        worst = -1.0
        break
    counts = ImageChops.difference(first, second).histogram()
    worst = max(worst, sum(counts[64:]) / sum(counts))
print(worst)
