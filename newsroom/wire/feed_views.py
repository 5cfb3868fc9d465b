"""The feeds' pages: how each fares, and what may be done with it."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks
from newsroom.audit.queries import history_of
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor, Permission
from newsroom.settings import current_settings
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, Form, show_refusal
from newsroom.wire import feed_queries, feeds
from newsroom.wire.feed_forms import CopyForm, FeedForm
from newsroom.wire.feed_models import WireFeed

blueprint = Blueprint("feeds", __name__, url_prefix="/wire/feeds")


@blueprint.get("")
@requires(Permission.USE_WIRE)
def index() -> str:
    may_manage = current_actor().may(Permission.MANAGE_FEEDS)
    return render_template("wire/feeds.html", feeds=feed_queries.feeds(), may_manage=may_manage)


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_FEEDS)
def add() -> Answer:
    form = _form()
    if request.method == "GET":
        form.zone.data = current_settings().timezone
    if not form.validate_on_submit():
        return _form_page(form, None), REFUSED if form.errors else 200
    try:
        with transaction():
            feed = feeds.add_feed(current_actor(), form.facts)
    except Invalid as error:
        show_refusal(form, error)
        return _form_page(form, None), REFUSED
    flash(f"The feed {feed.name} is added.", "good")
    return _to(feed.id)


@blueprint.get("/<int:feed_id>")
@requires(Permission.USE_WIRE)
def show(feed_id: int) -> str:
    return feed_page(feed_queries.feed(feed_id), CopyForm(formdata=None))


@blueprint.route("/<int:feed_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_FEEDS)
def edit(feed_id: int) -> Answer:
    form = _form()
    feed = feed_queries.feed(feed_id)
    if request.method == "GET":
        form.show(feed.facts, feed.revision)
        return _form_page(form, feed)
    if not form.validate():
        return _form_page(form, feed), REFUSED
    try:
        with transaction():
            feed = feed_queries.feed_to_change(feed_id)
            feeds.change_feed(current_actor(), feed, form.facts, form.revision.data or 0)
    except Conflict:
        feed = feed_queries.feed(feed_id)
        form.catch_up(feed.revision)
        return _form_page(form, feed, changed=True), CHANGED_MEANWHILE
    except Invalid as error:
        show_refusal(form, error)
        return _form_page(form, feed_queries.feed(feed_id)), REFUSED
    flash(f"The feed {feed.name} is saved.", "good")
    return _to(feed_id)


@blueprint.post("/<int:feed_id>/pause")
@requires(Permission.MANAGE_FEEDS)
def pause(feed_id: int) -> Response:
    return _done(feed_id, feeds.pause_feed, "is paused.")


@blueprint.post("/<int:feed_id>/resume")
@requires(Permission.MANAGE_FEEDS)
def resume(feed_id: int) -> Response:
    return _done(feed_id, feeds.resume_feed, "goes on.")


@blueprint.post("/<int:feed_id>/read")
@requires(Permission.MANAGE_FEEDS)
def read_now(feed_id: int) -> Response:
    return _done(feed_id, feeds.read_now, "is read now.")


@blueprint.post("/<int:feed_id>/token")
@requires(Permission.MANAGE_FEEDS)
def new_token(feed_id: int) -> Answer:
    """Shown in this one answer and never again."""
    with transaction():
        feed = feed_queries.feed_to_change(feed_id)
        token = feeds.make_token(current_actor(), feed)
    return render_template("wire/feed_token.html", feed=feed, token=token, form=Form())


@blueprint.route("/<int:feed_id>/remove", methods=["GET", "POST"])
@requires(Permission.MANAGE_FEEDS)
def remove(feed_id: int) -> Answer:
    feed = feed_queries.feed(feed_id)
    if not Form().validate_on_submit():
        return render_template("wire/feed_remove.html", feed=feed)
    with transaction():
        feeds.remove_feed(current_actor(), feed_queries.feed_to_change(feed_id))
    flash(f"The feed {feed.name} is removed; its items stay.", "good")
    return redirect(url_for("feeds.index"), 303)


def feed_page(feed: WireFeed, form: CopyForm) -> str:
    return render_template(
        "wire/feed.html",
        feed=feed,
        form=form,
        deliveries=feed_queries.last_deliveries(feed.id),
        history=list(reversed(history_of("wire_feed", feed.id))),
        may_manage=current_actor().may(Permission.MANAGE_FEEDS),
    )


def _done(feed_id: int, act: Callable[[Actor, WireFeed], None], said: str) -> Response:
    """Back to the list or to the feed, wherever the button stood."""
    try:
        with transaction():
            feed = feed_queries.feed_to_change(feed_id)
            act(current_actor(), feed)
        flash(f"The feed {feed.name} {said}", "good")
    except Invalid as error:
        flash(error.sentence, "warn")
    if request.form.get("then") == "list":
        return redirect(url_for("feeds.index"), 303)
    return _to(feed_id)


def _to(feed_id: int) -> Response:
    return redirect(url_for("feeds.show", feed_id=feed_id), 303)


def _form() -> FeedForm:
    form = FeedForm()
    form.offer(feed_queries.outlet_choices(), desks())
    return form


def _form_page(form: FeedForm, feed: WireFeed | None, *, changed: bool = False) -> str:
    return render_template("wire/feed_form.html", form=form, feed=feed, changed=changed)
