"""The routing rules' pages: the list with what each did yesterday, and a form with a dry run."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor, Permission
from newsroom.settings import current_settings
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, Form, show_refusal
from newsroom.wire import feed_queries, rules
from newsroom.wire.feed_forms import RuleForm
from newsroom.wire.routing import Rule, fault
from newsroom.wire.rule_models import RuleRow
from newsroom.wire.rule_trial import Trial, try_on_yesterday

blueprint = Blueprint("wire_rules", __name__, url_prefix="/wire/rules")


@blueprint.get("")
@requires(Permission.USE_WIRE)
def index() -> str:
    rows = rules.all_rules()
    working = [row for row in rows if not row.paused]
    trial = _trial([row.rule for row in working])
    return render_template(
        "wire/rules.html",
        rows=rows,
        words=rules.in_words,
        trial=trial,
        fitting=dict(zip([row.id for row in working], trial.by_rule, strict=True)),
        desks={desk.id: desk.name for desk in desks()},
        may_manage=current_actor().may(Permission.MANAGE_FEEDS),
        form=Form(),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_FEEDS)
def add() -> Answer:
    form = _form()
    if not form.validate_on_submit():
        return _page(form, None), REFUSED if form.errors else 200
    if request.form.get("then") == "try":
        return _tried(form, None)
    try:
        with transaction():
            rules.add_rule(current_actor(), form.rule)
    except Invalid as error:
        show_refusal(form, error)
        return _page(form, None), REFUSED
    flash("The rule is added; it holds for what comes in from now on.", "good")
    return redirect(url_for("wire_rules.index"), 303)


@blueprint.route("/<int:rule_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_FEEDS)
def edit(rule_id: int) -> Answer:
    row, form = rules.rule(rule_id), _form()
    if request.method == "GET":
        form.show(row.rule, row.revision)
        return _page(form, row)
    if not form.validate():
        return _page(form, row), REFUSED
    if request.form.get("then") == "try":
        return _tried(form, row)
    try:
        with transaction():
            row = rules.rule_to_change(rule_id)
            rules.change_rule(current_actor(), row, form.rule, form.revision.data or 0)
    except Conflict:
        row = rules.rule(rule_id)
        form.catch_up(row.revision)
        return _page(form, row, changed=True), CHANGED_MEANWHILE
    except Invalid as error:
        show_refusal(form, error)
        return _page(form, rules.rule(rule_id)), REFUSED
    flash("The rule is saved; it holds for what comes in from now on.", "good")
    return redirect(url_for("wire_rules.index"), 303)


@blueprint.post("/<int:rule_id>/pause")
@requires(Permission.MANAGE_FEEDS)
def pause(rule_id: int) -> Response:
    return _done(rule_id, rules.pause_rule, "The rule is paused.")


@blueprint.post("/<int:rule_id>/resume")
@requires(Permission.MANAGE_FEEDS)
def resume(rule_id: int) -> Response:
    return _done(rule_id, rules.resume_rule, "The rule holds again.")


@blueprint.post("/<int:rule_id>/up")
@requires(Permission.MANAGE_FEEDS)
def move_up(rule_id: int) -> Response:
    return _done(rule_id, rules.move_up, "The rule is moved up.")


@blueprint.post("/<int:rule_id>/remove")
@requires(Permission.MANAGE_FEEDS)
def remove(rule_id: int) -> Response:
    return _done(rule_id, rules.remove_rule, "The rule is removed; what it has sent stays.")


def _done(rule_id: int, act: Callable[[Actor, RuleRow], None], said: str) -> Response:
    with transaction():
        act(current_actor(), rules.rule_to_change(rule_id))
    flash(said, "good")
    return redirect(url_for("wire_rules.index"), 303)


def _form() -> RuleForm:
    form = RuleForm()
    form.offer(feed_queries.outlet_choices(), desks())
    return form


def _tried(form: RuleForm, row: RuleRow | None) -> Answer:
    """What the rule would have done, with nothing saved and the words kept."""
    asked = form.rule
    if wrong := fault(asked):
        form.form_errors.append(wrong)
        return _page(form, row), REFUSED
    others = [one.rule for one in rules.all_rules() if one is not row and not one.paused]
    return _page(form, row, trial=_trial([*others, asked]))


def _trial(asked: list[Rule]) -> Trial:
    return try_on_yesterday(asked, ZoneInfo(current_settings().timezone))


def _page(
    form: RuleForm, row: RuleRow | None, *, trial: Trial | None = None, changed: bool = False
) -> str:
    return render_template(
        "wire/rule_form.html",
        form=form,
        row=row,
        trial=trial,
        changed=changed,
        desks={desk.id: desk.name for desk in desks()},
    )
