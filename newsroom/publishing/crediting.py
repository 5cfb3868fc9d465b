"""How a picture's credit prints: its creator and its credit line, neither of them ever dropped."""


def credit_as_printed(creator: str, credit: str) -> str:
    """Both in the trade's form "Name/Agency"; one alone where it already holds the other."""
    creator, credit = creator.strip(), credit.strip()
    if creator.casefold() in credit.casefold():
        return credit
    if credit.casefold() in creator.casefold():
        return creator
    return f"{creator}/{credit}"
