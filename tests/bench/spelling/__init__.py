"""What the check of unlisted spellings finds, asks wrongly and costs, against plain letters."""
