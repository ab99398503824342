"""An inference server as far as its supervisor sees it: flags, a log, /health, workers, faults."""
import argparse, http.server, os, signal, subprocess, sys, threading, time

parser = argparse.ArgumentParser(prog="fake_engine.py")
parser.add_argument("model")
parser.add_argument("--host", required=True)
parser.add_argument("--port", type=int, required=True)
parser.add_argument("--served-model-name", required=True)
parser.add_argument("--ready-after", type=float, default=0.1)
parser.add_argument("--crash", help="end with an exception unless this file is there, and make it")
parser.add_argument("--deaf", action="store_true", help="ignore SIGTERM")
parser.add_argument("--sick-after", type=int, help="health checks until they fail")
parser.add_argument("--workers", action="store_true")
arguments = parser.parse_args()


def say(text):
    print(f"(APIServer pid={os.getpid()}) INFO 11-25 22:46:32 [fake.py:1] {text}", flush=True)


say(f"program {os.getpid()}")
if arguments.deaf:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if arguments.workers:
    # One in the process group, one of a session of its own, both deaf to SIGTERM.
    for session in False, True:
        worker = subprocess.Popen(
            ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"], start_new_session=session)
        say(f"worker {worker.pid}")
if arguments.crash and not os.path.exists(arguments.crash):
    open(arguments.crash, "w").close()
    raise ValueError("no room for the cache")

health_checks = 0


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global health_checks
        health_checks += 1
        sick = arguments.sick_after is not None and health_checks > arguments.sick_after
        self.send_response(500 if sick else 200)
        self.end_headers()

    def log_message(self, format, *values):
        print("INFO:     127.0.0.1:1 - \"GET /health HTTP/1.1\" 200 OK", flush=True)


print("Loading weights:  50%\r", end="", flush=True)
time.sleep(arguments.ready_after)
http.server.ThreadingHTTPServer((arguments.host, arguments.port), Handler).serve_forever()
