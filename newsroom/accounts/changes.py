"""How a change is written down: only what differs, before and after, in words."""


def apply_changes(thing: object, values: dict[str, object]) -> str:
    """Set what differs; gives it in words for the log, empty where nothing did."""
    words = []
    for name, value in values.items():
        before = getattr(thing, name)
        if before != value:
            setattr(thing, name, value)
            words.append(f"{name.replace('_', ' ')} {_plain(before)} → {_plain(value)}")
    return ", ".join(words)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
