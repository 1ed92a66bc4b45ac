#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server of files on loopback. mirror.py FOLDER [SECONDS] prints its address and serves, with a
pause of so many seconds after every 64 KB."""
import contextlib
import functools
import http.server
import sys
import threading
import time


class Server(http.server.SimpleHTTPRequestHandler):
    """Notes what is asked of it, and can be slow or send a page."""
    pace = 0      # seconds between pieces
    page = None

    def log_message(self, *_):
        self.server.asked.append((self.path, self.headers.get("Range")))

    def copyfile(self, source, outputfile):
        while piece := source.read(65536):
            outputfile.write(piece)
            time.sleep(self.pace)

    def do_GET(self):
        if self.page is None:
            return super().do_GET()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.page)


@contextlib.contextmanager
def mirror(folder, **manners):
    handler = functools.partial(type("Handler", (Server,), manners), directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.asked = []
    server.handle_error = lambda *_: None   # the other side may be killed
    server.url = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    with mirror(sys.argv[1], pace=float((sys.argv + ["0"])[2])) as served:
        print(served.url, flush=True)
        threading.Event().wait()
