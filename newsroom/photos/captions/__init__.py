"""What a newsroom asks of a figure's caption, credit and alt text: pure rules, their levels, their sentences."""
