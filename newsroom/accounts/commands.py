"""`newsroom people`: the first administrator, and everybody after, from the command line."""

import click


@click.group()
def people() -> None:
    """Who works here."""


@people.command("add")
@click.argument("name")
@click.option("--full-name", required=True, help="As it stands in print.")
@click.option("--email", required=True)
@click.option(
    "--role",
    type=click.Choice(["reporter", "editor", "photo_desk", "administrator"]),
    required=True,
)
@click.option("--desk", "desk_name", help="Name or slug of one desk; without it, all desks.")
@click.option("--ask-password", is_flag=True, help="Type the password instead of getting one.")
def add_command(
    name: str, full_name: str, email: str, role: str, desk_name: str | None, *, ask_password: bool
) -> None:
    """Add a person NAME with one role; prints a one-time password."""
    from newsroom.accounts import grants, passwords, queries, service
    from newsroom.app import app_from_environment
    from newsroom.db import transaction
    from newsroom.roles import Role, machine

    password = (
        click.prompt("Password", hide_input=True, confirmation_prompt=True)
        if ask_password
        else passwords.made_up()
    )
    actor = machine("command line")
    with app_from_environment().app_context(), transaction():
        desk = queries.desk_named(desk_name) if desk_name else None
        named = service.Named(name, full_name, email)
        person = service.add_person(actor, named, password, temporary=not ask_password)
        grants.grant(actor, person, Role(role), desk)
    click.echo(f"{person.full_name} can sign in as {person.name}.")
    if not ask_password:
        click.echo(f"One-time password: {password}")


@people.command("list")
def list_command() -> None:
    """Print everybody with their roles."""
    from newsroom.accounts.queries import people as everybody
    from newsroom.app import app_from_environment

    with app_from_environment().app_context():
        for person in everybody():
            closed = "" if person.active else "  (closed)"
            click.echo(f"{person.name}\t{person.full_name}\t{person.roles_in_words}{closed}")
