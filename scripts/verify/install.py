"""What the blocks need: Debian packages and a virtualenv with Python packages."""

import os
import pathlib
import shutil
import subprocess
import sys

PACKAGES = ["nginx", "postgresql", "python3-venv", "rabbitmq-server", "redis-server"]
REQUIREMENTS = pathlib.Path(__file__).with_name("requirements.txt")


class Failure(Exception):
    """Something without which no block can be run."""


def debian_packages(say):
    """Installs the packages that are missing. Elsewhere than on Debian what is on PATH is used."""
    if not shutil.which("apt-get"):
        say("there is no apt-get; blocks of servers that are not on PATH are skipped")
        return
    missing = [package for package in PACKAGES if not is_installed(package)]
    if not missing:
        say("the Debian packages are there")
        return
    as_root = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            raise Failure(f"install as root: apt-get install {' '.join(missing)}")
        as_root = ["sudo"]
    say(f"installing {' '.join(missing)} with apt-get; "
        "Debian may start their services, which are left alone")
    attempt([*as_root, "apt-get", "update", "-qq"])
    attempt([*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq",
             "--no-install-recommends", *missing])


def is_installed(package):
    query = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Status}", package], capture_output=True, text=True)
    return query.stdout == "install ok installed"


def virtualenv(folder, say):
    """Makes a virtualenv with the pinned packages and returns its Python."""
    say("making a virtualenv")
    attempt([sys.executable, "-m", "venv", str(folder)])
    python = folder / "bin" / "python"
    attempt([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--requirement", str(REQUIREMENTS)])
    return python


def attempt(command):
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True)
    if done.returncode != 0:
        raise Failure(f"{' '.join(command)} failed:\n{done.stdout.strip()}")
