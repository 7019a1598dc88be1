"""The judgement: an article in, findings out; no Slack client and no SQL."""
