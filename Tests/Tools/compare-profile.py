"""Compares an ICC profile (in base 64) with the sRGB of LittleCMS: the greatest difference of a component, of 255."""

import base64
import io
import sys

from PIL import Image, ImageChops, ImageCms

profile = ImageCms.ImageCmsProfile(io.BytesIO(base64.b64decode(sys.argv[1])))
steps = range(0, 256, 15)
image = Image.new("RGB", (len(steps), len(steps) ** 2))
image.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])
converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"))
print(max(high for _, high in ImageChops.difference(image, converted).getextrema()))
