"""How a finding in a story becomes a proposal for the lexicon."""

from newsroom.errors import Invalid
from newsroom.housestyle import proposals
from newsroom.housestyle.proposal_models import ExceptionProposal
from newsroom.housestyle.proposals import Origin
from newsroom.roles import Actor
from newsroom.stories import deciding, queries
from newsroom.stories.entry_facts import concept_of


def propose(actor: Actor, story_id: int, finding_id: int, text: str) -> ExceptionProposal:
    """Propose the longer name in which these words stay; the finding itself stays open."""
    story = queries.story(actor, story_id)
    finding = deciding.finding_in(story, finding_id)
    concept_id = concept_of(finding.rule)
    if concept_id is None:
        raise Invalid("Only a spelling of the lexicon has exceptions.")
    origin = Origin(story.id, story.slug, finding.words)
    return proposals.propose(actor, concept_id, text, origin)
