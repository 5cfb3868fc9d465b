"""What a kept password costs to guess; the other tests hash at no cost."""

import subprocess
import sys


def test_passwords_are_kept_as_argon2id_at_the_costs_that_are_advised():
    code = "from newsroom.accounts.passwords import hashed; print(hashed('a long enough word'))"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
