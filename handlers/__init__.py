"""The edges: the command line and Slack; they join the judgement and the store and judge nothing themselves."""
