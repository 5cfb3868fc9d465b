"""What gunicorn serves: the application with this machine's settings."""

from newsroom.app import app_from_environment

app = app_from_environment()
