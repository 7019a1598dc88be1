"""What an article says happened, and how old it says people are."""
