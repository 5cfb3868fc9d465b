"""The application: the only place that wires things together."""

import logging
import os
from importlib import import_module

from flask import Flask
from sqlalchemy.pool import QueuePool
from werkzeug.middleware.proxy_fix import ProxyFix

from newsroom import resources
from newsroom.db import db
from newsroom.settings import Settings, read_settings
from newsroom.web import access, assets, counting, errors, filters, icons, places, sane, security

FEATURES = (
    "accounts",
    "audit",
    "notifications",
    "housestyle",
    "photos",
    "wire",
    "stories",
    "publishing",
)
"""Each has models, and views with a blueprint or a tuple of them."""

MAX_BODY_BYTES = 64 * 1024 * 1024
"""A photo may be 60 MB; smaller limits hold per route."""


def create_app(settings: Settings) -> Flask:
    app = Flask(
        "newsroom",
        template_folder=str(resources.templates()),
        static_folder=str(resources.static()),
    )
    app.config.update(
        NEWSROOM=settings,
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=_engine_options(settings),
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    db.init_app(app)
    security.install(app, settings)
    sane.install(app)
    assets.install(app)
    filters.install(app, settings)
    icons.install(app)
    places.install(app)
    errors.install(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    if settings.bench:
        counting.install(app)
    _register(app)
    access.install(app)
    return app


def _engine_options(settings: Settings) -> dict[str, object]:
    if settings.embedded_database:
        return {"poolclass": QueuePool, "pool_size": settings.web_threads, "max_overflow": 8}
    return {"pool_size": settings.web_threads, "max_overflow": 8}


def _register(app: Flask) -> None:
    for feature in FEATURES:
        import_module(f"newsroom.{feature}.models")
        views = import_module(f"newsroom.{feature}.views")
        for blueprint in views.blueprints:
            app.register_blueprint(blueprint)
        if hasattr(views, "install"):
            views.install(app)


def app_from_environment() -> Flask:
    """For gunicorn, the workers and the command line."""
    settings = read_settings(os.environ)
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    return create_app(settings)
