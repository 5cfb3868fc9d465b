"""By which right the paper shows a photo: where, from when, until when, and who said so."""
