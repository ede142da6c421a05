"""PostgreSQL, Redis and RabbitMQ on free ports of 127.0.0.1, with data in a temporary folder."""

import contextlib
import glob
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time

START_SECONDS = 60


class Unavailable(Exception):
    """A server is not installed or did not start; its blocks are skipped."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name, *places):
    """The path of a program, on PATH or where Debian keeps it."""
    found = shutil.which(name) or next(
        (path for place in places for path in sorted(glob.glob(f"{place}/{name}"), reverse=True)),
        None)
    if not found:
        raise Unavailable(f"{name} is not installed")
    return found


class Servers:
    """Starts a server when a block first asks for it, and stops all of them in the end.

    Only processes started here are stopped, by their ids, and none of them leaves its folder.
    """

    def __init__(self, folder, say):
        self.folder = folder
        self.say = say
        self.ports = {}
        self.problems = {}
        self.stack = contextlib.ExitStack()
        self.postgres_user = None
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            with contextlib.suppress(KeyError):
                self.postgres_user = pwd.getpwnam("postgres")

    def __enter__(self):
        self.folder.mkdir()
        return self

    def __exit__(self, *error):
        self.stack.close()

    def port(self, name):
        """The port of a running server: postgresql, redis or rabbitmq. Raises Unavailable."""
        if name in self.problems:
            raise Unavailable(self.problems[name])
        if name not in self.ports:
            start = {"postgresql": self.postgresql, "redis": self.redis, "rabbitmq": self.rabbitmq}
            try:
                self.ports[name] = start[name]()
            except Unavailable as problem:
                self.problems[name] = str(problem)
                raise
            self.say(f"{name} listens on 127.0.0.1:{self.ports[name]}")
        return self.ports[name]

    def start(self, name, command, port, stop=signal.SIGTERM, ready=None, **options):
        """Starts a process that is stopped in the end, and waits until it is ready."""
        log = self.folder / f"{name}.log"
        with open(log, "ab") as output:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **options)
        self.stack.callback(end, process, stop)
        deadline = time.monotonic() + START_SECONDS
        while not (listens(port) and (ready is None or ready())):
            if process.poll() is not None or time.monotonic() > deadline:
                last = log.read_text(errors="replace").strip().split("\n")[-1]
                raise Unavailable(f"{name} did not start: {last}")
            time.sleep(0.1)
        return port

    def postgresql(self):
        places = ["/usr/lib/postgresql/*/bin"]
        data, port = self.folder / "postgresql", free_port()
        data.mkdir(mode=0o700)
        options = {}
        if self.postgres_user:
            os.chown(data, self.postgres_user.pw_uid, self.postgres_user.pw_gid)
            options = {
                "user": self.postgres_user.pw_uid, "group": self.postgres_user.pw_gid,
                "extra_groups": []}
        # The locale and encoding are those of the shown outputs; the messages are in English.
        made = subprocess.run(
            [program("initdb", *places), "-D", str(data), "-U", "postgres", "-A", "trust",
             "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            cwd="/", capture_output=True, text=True, **options)
        if made.returncode != 0:
            raise Unavailable(f"initdb failed: {made.stderr.strip()}")
        return self.start(
            "postgresql",
            [program("postgres", *places), "-D", str(data), "-p", str(port), "-k", "",
             "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
            port, stop=signal.SIGINT, cwd="/",
            ready=lambda: subprocess.run(
                [program("pg_isready", *places), "-q", "-h", "127.0.0.1", "-p", str(port)],
            ).returncode == 0, **options)

    def redis(self):
        port, data = free_port(), self.folder / "redis"
        data.mkdir()
        return self.start(
            "redis",
            [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1",
             "--dir", str(data), "--save", "", "--appendonly", "no"], port)

    def rabbitmq(self):
        """RabbitMQ with a name, a cookie and a port mapper of its own."""
        server = program("rabbitmq-server", "/usr/lib/rabbitmq/bin")
        # Debian's wrapper changes the user; what it wraps does not.
        inner = pathlib.Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
        data, port, mapper = self.folder / "rabbitmq", free_port(), free_port()
        data.mkdir()
        (data / "enabled_plugins").write_text("[].\n")
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(data), "LANG": "C.UTF-8",
            "ERL_EPMD_PORT": str(mapper), "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": f"verify-{os.getpid()}@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1", "RABBITMQ_NODE_PORT": str(port),
            "RABBITMQ_DIST_PORT": str(free_port()), "RABBITMQ_MNESIA_BASE": str(data / "base"),
            "RABBITMQ_LOG_BASE": str(data), "RABBITMQ_PID_FILE": str(data / "pid"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(data / "enabled_plugins"),
            "RABBITMQ_CONF_ENV_FILE": os.devnull, "RABBITMQ_CONFIG_FILE": str(data / "rabbitmq"),
        }
        # Started here, because Erlang would leave one of its own behind.
        self.start(
            "epmd", [program("epmd", "/usr/lib/erlang/bin"), "-port", str(mapper)], mapper,
            env=environment)
        return self.start(
            "rabbitmq", [str(inner) if inner.exists() else server], port, env=environment,
            cwd=data)


def listens(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def end(process, stop):
    """Asks one process to stop and makes it, if it has not within ten seconds."""
    if process.poll() is None:
        process.send_signal(stop)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
