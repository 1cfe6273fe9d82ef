"""See freetext at work, with nothing but Python 3.11: makes an environment, installs, runs the demo, shows its result."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("freetext needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import venv_home

OUTPUT = "demo-output"

if __name__ == "__main__":
    with venv_home.told():
        home = venv_home.Home(venv_home.ROOT / ".venv-run")
        home.ready()
        venv_home.say("running: freetext demo " + OUTPUT)
        home.run("the demo", "-m", "freetext", "demo", OUTPUT, "--force")
        venv_home.say("\nThe survey, its model, the coded workbooks and the tables: " + str(venv_home.ROOT / OUTPUT))
        venv_home.say("To go on by yourself: " + str(home.scripts / "freetext") + " --help")
