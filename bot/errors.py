"""Everything that can go wrong, as one tree; each error holds a sentence that tells the editor what to do.

VerbatimError
  UnreadableArticle      the draft could not be read
    EmptyArticle         nothing in it
    UnknownFormat        a file of a kind that is not read, or not what its name says
    TooLarge             over a stated limit
    Encrypted            a password stands before it
    NoArticleFound       a page without an article on it
  LinkError              the link was not followed, or not answered
    LinkRefused          it points where the bot does not go
    LinkFailed           the site said no, or nothing in time
  StoreError             the store of verified quotes cannot be used
    StoreBusy            another process holds it
    StoreFailing         its disk or its server does not do its work, which may pass
    StoreMissing         no such file, where one was asked for
    StoreTooNew          made by a newer Verbatim
    NotAStore            the file is something else
    NoSuchQuote          no verified quote of that number in this scope
    DecisionRefused      the quote's state does not allow it
    JobLost              another process has taken the job over
    SecretWrong          the stored tokens were locked with another secret
    LimitReached         one person, or one channel, has asked as often as is allowed for now
  WrongInput             an option, a setting or a row that cannot be understood
"""

from __future__ import annotations


class VerbatimError(Exception):
    """Anything that stops the bot from doing what it was asked.

    ``for_editor`` is one sentence, in the desk's words, that ends with what to do.  ``evidence`` is what
    the error was about (a path, an address, a row), kept for the log.
    """

    def __init__(self, for_editor: str, evidence: object = None) -> None:
        super().__init__(for_editor)
        self.for_editor = for_editor
        self.evidence = evidence


class UnreadableArticle(VerbatimError):
    """The draft could not be read."""


class EmptyArticle(UnreadableArticle):
    """There is no text in it."""


class UnknownFormat(UnreadableArticle):
    """The file is of a kind that is not read, or is not what its name says."""


class TooLarge(UnreadableArticle):
    """The input is over a stated limit."""


class Encrypted(UnreadableArticle):
    """A password stands before the text."""


class NoArticleFound(UnreadableArticle):
    """The page holds no article."""


class LinkError(VerbatimError):
    """A link was not followed, or not answered."""


class LinkRefused(LinkError):
    """The link points to a place where the bot does not go."""


class LinkFailed(LinkError):
    """The site said no, or gave no answer in time."""


class StoreError(VerbatimError):
    """The store of verified quotes cannot be used."""


class StoreBusy(StoreError):
    """Another process holds the store for longer than the bot waits."""


class StoreFailing(StoreError):
    """The store's disk is full, broken or for reading only, or its server does not answer; that may pass."""


class StoreMissing(StoreError):
    """There is no store at the place given, or it cannot be made there."""


class StoreTooNew(StoreError):
    """The store was made by a newer version of Verbatim."""


class NotAStore(StoreError):
    """The file at that place is not a store of verified quotes."""


class NoSuchQuote(StoreError):
    """No verified quote has that number in this scope."""


class DecisionRefused(StoreError):
    """The state of the quote does not allow what was asked."""


class JobLost(StoreError):
    """A job that was claimed is another process's by now."""


class SecretWrong(StoreError):
    """The stored tokens were encrypted with another secret than the one that is set."""


class LimitReached(StoreError):
    """One person, or one channel, has asked as often as is allowed for now."""


class WrongInput(VerbatimError):
    """An option, a setting or a row could not be understood."""
