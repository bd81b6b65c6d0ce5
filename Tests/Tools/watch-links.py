"""Prints how often a web server is asked while a program reads an .odt that links to it: watch-links.py YINFA FOLDER."""
import http.server
import os
import subprocess
import sys
import threading
import zipfile

asked = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *arguments):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
office = "urn:oasis:names:tc:opendocument:xmlns:"
content = f"""<?xml version="1.0"?>
<office:document-content xmlns:office="{office}office:1.0" xmlns:text="{office}text:1.0" xmlns:draw="{office}drawing:1.0"
 xmlns:svg="{office}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
<office:body><office:text><text:p><draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">
<draw:image xlink:href="http://127.0.0.1:{server.server_port}/a.png" xlink:type="simple" xlink:actuate="onLoad"/>
</draw:frame></text:p></office:text></office:body></office:document-content>"""
manifest = f"""<?xml version="1.0"?>
<manifest:manifest xmlns:manifest="{office}manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
path = os.path.join(sys.argv[2], "linked.odt")
with zipfile.ZipFile(path, "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    archive.writestr("content.xml", content)
    archive.writestr("META-INF/manifest.xml", manifest)
run = subprocess.run([sys.argv[1], "import", path, "--short"], capture_output=True, text=True)
# It was converted: what is missing is a title.
assert "import.no-title" in run.stderr, run.stderr
print(len(asked))
