"""The faces of a report: JSON, terminal text and the page; they show what was judged and judge nothing."""
