"""The bundled harbour draft as a check would report it, written down by hand: every verdict and every flag."""

from __future__ import annotations

from datetime import date

from bot.models import (
    AgeMention,
    Article,
    DateMention,
    Dropped,
    Evidence,
    Flag,
    Kind,
    Notice,
    Recheck,
    Report,
    Severity,
    State,
    Verdict,
)

from .reports import DRAFT, Desk, evidence, place, verified

FURNITURE = "Sign up for our newsletter: the tides, the news and the crossword, every morning"
HOLD, QUERY, NOTE = Severity.HOLD, Severity.QUERY, Severity.NOTE


def demo_report() -> Report:
    """The bundled draft as a first check would report it: every verdict, every flag but those of a re-check."""
    desk = Desk(DRAFT)
    _wording(desk)
    _speakers(desk)
    _writing(desk)
    _times(desk)
    start, end = place(DRAFT, FURNITURE)
    return Report(
        article=Article(
            text=DRAFT,
            source="draft.txt",
            outlet="The Marrow Tide",
            published=date(2025, 5, 14),
            dropped=(Dropped(start, end, "newsletter line"),),
        ),
        quotes=tuple(desk.quotes),
        dates=(DateMention("20 March", *place(DRAFT, "20 March"), "2025-03-20"),),
        ages=(AgeMention("Nell Pomeroy", 52, place(DRAFT, "52")[0], place(DRAFT, "52")[1]),),
        flags=tuple(desk.flags),
        notices=(Notice("date_from_page", "Taken as of 14 May 2025, the first date on the page."),),
        store_size=12408,
        seconds=0.31,
    )


def _wording(desk: Desk) -> None:
    depot = verified(1, "We will not close a depot this year.", "Greta Halloran")
    said = "We will close a depot this year,"
    q = desk.quote(said, "Greta Halloran", Verdict.ALTERED, depot, group="g1")
    desk.flag(
        "material_change",
        HOLD,
        said,
        "The draft leaves out “not”. Hear the recording or restore the word.",
        depot,
        quotes=[q],
    )
    boats = verified(2, "The boats are full and the people who run them are staying.", "Greta Halloran")
    said = "The boats are full and the crews who run them are staying."
    q = desk.quote(said, "Greta Halloran", Verdict.ALTERED, boats, group="g1")
    desk.flag(
        "words_altered",
        QUERY,
        said,
        "“people” has become “crews”. Restore the words or paraphrase.",
        boats,
        quotes=[q],
    )
    rich = verified(3, "Nobody buys a ferry to get rich.", "Greta Halloran")
    said = "Nobody buys a ferry to get rich. We expect a small profit by the second winter,"
    q = desk.quote(said, "Greta Halloran", Verdict.PARTLY_VERIFIED, rich)
    desk.flag(
        "partly_verified",
        QUERY,
        said,
        "Nobody has verified “We expect a small profit by the second winter”. Ask for the recording.",
        rich,
        quotes=[q],
    )
    comedy = verified(
        4,
        "Two timetables for one harbour is a comedy, and our passengers stopped laughing years ago.",
        "Oswin Tarrant",
    )
    fares = verified(5, "Fares will stay where they are until the new timetable has bedded in.", "Oswin Tarrant")
    said = (
        "Two timetables for one harbour is a comedy, and fares will stay where they are "
        "until the new timetable has bedded in,"
    )
    q = desk.quote(said, "Oswin Tarrant", Verdict.SPLICED, comedy, fares)
    desk.flag(
        "spliced",
        HOLD,
        said,
        "Two answers are run together. Give them as two quotes.",
        comedy,
        fares,
        quotes=[q],
    )
    green = verified(6, "It is the only thing both companies agree is green.", "Oswin Tarrant")
    desk.quote(
        "the only thing both companies agree is green",
        "Oswin Tarrant",
        Verdict.EXCERPT,
        green,
        kind=Kind.PARTIAL,
    )
    vote = verified(
        7,
        "The committee will back the merger, but only if the last boat still leaves after the pubs close.",
        "Idris Vane",
        said_on="2025-03-18",
    )
    said = "The committee will back the merger,"
    q = desk.quote(said, "Idris Vane", Verdict.EXCERPT, vote)
    desk.flag(
        "qualifier_cut",
        QUERY,
        said,
        "The sentence goes on: “but only if the last boat still leaves”. Say the condition.",
        vote,
        quotes=[q],
    )


def _speakers(desk: Desk) -> None:
    tide = verified(
        8,
        "You cannot merge a tide table. The boats leave when the water lets them, whoever owns the funnel.",
        "Nell Pomeroy",
    )
    said = "You cannot merge a tide table. The boats leave when the water lets them, whoever owns the funnel,"
    q = desk.quote(said, "Oswin Tarrant", Verdict.VERBATIM, tide)
    desk.flag(
        "misattributed",
        HOLD,
        said,
        "Nell Pomeroy said this, not Oswin Tarrant. Change the name.",
        tide,
        quotes=[q],
    )
    hut = verified(
        9,
        "My grandfather sold tickets from a bathing hut, and I still have the hut.",
        "Oswin Tarrant",
        outlet="Estuary Courier",
        venue="the Estuary Courier",
        link=None,
    )
    said = "My grandfather sold tickets from a bathing hut, and I still have the hut,"
    q = desk.quote(said, "Oswin Tarrant", Verdict.VERBATIM, hut)
    desk.flag("secondhand", QUERY, said, "Said to the Estuary Courier. Credit it.", hut, quotes=[q])
    room = verified(10, "Nobody in that room was asked, and nobody in that room was surprised.", "Nell Pomeroy")
    desk.quote(
        "Nobody in that room was asked, and nobody in that room was surprised,",
        "Nell Pomeroy",
        Verdict.VERBATIM,
        room,
    )
    queue = verified(
        11,
        "The harbour has room for one queue, and that is how many it will have.",
        "Elias Roake",
        venue="Radio Estuary",
    )
    said = "The harbour has room for one queue, and that is how many it will have,"
    q = desk.quote(said, "Elias Roake", Verdict.VERBATIM, queue)
    desk.flag(
        "venue_conflict",
        QUERY,
        "Radio Skerry",
        "The store says Radio Estuary. Check which it was.",
        queue,
        quotes=[q],
    )
    crab = verified(
        12,
        "A man from the company ordered a crab sandwich and told me that the café would be a waiting room by August.",
        "Bettina Crisp",
        state=State.DISPUTED,
        note="Blue Gannet has no record of the visit.",
    )
    said = "A man from the company ordered a crab sandwich and told me that the café would be a waiting room by August,"
    q = desk.quote(said, "Bettina Crisp", Verdict.VERBATIM, crab)
    desk.flag(
        "disputed_source",
        HOLD,
        said,
        "Odile disputed the stored quote. Settle that before it runs.",
        crab,
        quotes=[q],
    )
    bank = verified(13, "I felt the bank before I saw it, and I was very glad that it was only sand.", "Joan Dunmore")
    said = "I felt the bank before I saw it, and I was very glad that it was only sand,"
    q = desk.quote(said, "Judith Dunmore", Verdict.VERBATIM, bank)
    desk.flag(
        "name_conflict",
        HOLD,
        "Judith Dunmore",
        "The store has Joan Dunmore. Check the given name.",
        bank,
        quotes=[q],
    )


def _writing(desk: Desk) -> None:
    body = desk.quote(
        "I have buried two ferry companies and I do not intend to bury a third,",
        "Nell Pomeroy",
        Verdict.VERBATIM,
        verified(14, "I have buried two ferry companies and I do not intend to bury a third.", "Nell Pomeroy"),
    )
    said = "I have buried three ferry companies and I do not intend to bury a fourth"
    pull = desk.quote(
        said,
        "Nell Pomeroy",
        Verdict.ALTERED,
        verified(14, "I have buried two ferry companies and I do not intend to bury a third.", "Nell Pomeroy"),
    )
    desk.flag(
        "self_divergent",
        HOLD,
        said,
        "The body has another wording. Use one.",
        Evidence("I have buried two ferry companies and I do not intend to bury a third,", quote=body),
        quotes=[pull, body],
    )
    desk.flag(
        "name_variant",
        QUERY,
        "Pommeroy",
        "Spelled Pomeroy elsewhere. Use one spelling.",
        Evidence("Nell Pomeroy"),
        quotes=[body, pull],
    )
    accounts = verified(
        15,
        "I have asked for the accounts three times, in writing, and three times I have been sent a brochure.",
        "Idris Vane",
        said_on="2025-03-18",
    )
    q = desk.quote(
        "I have asked for the accounts … and three times I have been sent a brochure,",
        "Idris Vane",
        Verdict.CONDENSED,
        accounts,
    )
    desk.flag(
        "said_on_conflict",
        HOLD,
        "Thursday, 20 March",
        "The store has 18 March. Check the day.",
        accounts,
        quotes=[q],
    )
    desk.quote(
        "I have missed both ferries on the same morning, so one fewer to miss is progress,",
        "Ines Calloway",
        Verdict.UNVERIFIED,
    )
    said = "We were promised a bench, and there is still no bench."
    q = desk.quote(said, None, Verdict.UNVERIFIED)
    desk.flag("orphan_quote", QUERY, said, "Nobody is named. Say who said it.", quotes=[q])
    desk.flag(
        "unbalanced_marks",
        QUERY,
        "“a living document, according to the brochure.",
        "A quotation mark opens and never closes. Close it.",
    )


def _times(desk: Desk) -> None:
    desk.flag("impossible_date", HOLD, "31 June", "June has 30 days. Check the date.")
    desk.flag("weekday_mismatch", HOLD, "Thursday, 21 March 2025", "21 March 2025 is a Friday. Check both.")
    desk.flag("future_past", HOLD, "28 May 2025", "Told as past, but after 14 May 2025. Check the date.")
    desk.flag(
        "date_conflict",
        HOLD,
        "13 May 1998",
        "A verified article has 3 May 1998. Check the day.",
        Evidence(
            "The Kittiwake was launched on 3 May 1998.",
            source="Ferry spends a quiet night on the Hobnail bank",
            outlet="The Marrow Tide",
            link="https://tide.example/2023/11/kittiwake-aground",
            published=date(2023, 11, 16),
            verified_by="Odile",
            verified_at="2023-11-17",
        ),
    )
    desk.flag("elapsed_mismatch", QUERY, "almost two decades after", "2002 to 2025 is 23 years. Check the years.")
    desk.flag("age_conflict", QUERY, "52", "She was 47 on 6 March 2025. Check the age.")
    desk.flag("ambiguous_numeric_date", NOTE, "4/6/2025", "4 June or 6 April? Spell the month out.")
    desk.flag("publication_date_conflict", NOTE, "Published 13 May 2025", "The head says 14 May. Check the page.")
    desk.flag("relative_date_unanchored", QUERY, "by the autumn", "No publication date is known. Give --published.")


def rechecked_report() -> Report:
    """The same draft after an edit: something fixed, something still open, and the flags of a re-check."""
    report = demo_report()
    desk = Desk(DRAFT)
    broke = desk.flag(
        "edit_broke_quote",
        HOLD,
        "Nobody in that room was asked, and nobody in that room was surprised,",
        "The edit changed a quote that was right. Restore it.",
        quotes=["q10"],
    )
    added = desk.flag("quote_added", NOTE, "We were promised a bench", "A new quote. Verify it.")
    at = DRAFT.index("The cat stays.")
    removed = Flag("quote_removed", NOTE, at, at, "“The boats sing,” said Roake, is gone.")
    bank = next(judged for judged in report.quotes if judged.quote.speaker == "Judith Dunmore")
    fixed = Flag(
        "words_altered", QUERY, 0, 4, "Words were changed.", (bank.quote.id,), (evidence(bank.matches[0].verified),)
    )
    gone = Flag("impossible_date", HOLD, 0, 4, "February has 28 days.")
    return Report(
        article=report.article,
        quotes=report.quotes,
        dates=report.dates,
        ages=report.ages,
        flags=(*report.flags, broke, added, removed),
        notices=report.notices,
        recheck=Recheck(fixed=(fixed, gone), open=report.flags, new=(broke, added, removed)),
        store_size=report.store_size,
        seconds=report.seconds,
    )
