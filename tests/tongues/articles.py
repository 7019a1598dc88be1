"""One article a language, written for these tests: who says what, and when it was said."""

from __future__ import annotations

from dataclasses import dataclass

Said = tuple[str, str, str | None, str | None]
"""A quote: its words, its kind, its speaker, the day it was said."""


@dataclass(frozen=True)
class Told:
    """An article of 26 November 2025 with what a reader finds in it."""

    text: str
    quotes: tuple[Said, ...]
    dates: tuple[str, ...]


GERMAN = Told(
    """Larksheim: Brücke bleibt gesperrt

LARKSHEIM. Die alte Holzbrücke über die Lark bleibt bis zum 3. März 2026 gesperrt. „Wir haben keine andere Wahl“, sagte Bürgermeisterin Anna Weber am Dienstag vor dem Rathaus. „Die Pfeiler sind morsch“, fügte sie hinzu.

Weber nannte den Zustand der Brücke „eine Schande für die Stadt“. Laut dem Gutachter Thomas Krüger war der Schaden „seit zwei Jahren bekannt“.

»Das stimmt nicht«, erwiderte Herr Krüger gestern. »Ich habe erst im Mai davon gehört«, so Krüger.

Der Rat hatte das Geld am 12. November 2024 bewilligt. Krüger betonte: „Wir warten noch immer.“""",
    (
        ("Wir haben keine andere Wahl", "direct", "Anna Weber", "2025-11-25"),
        ("Die Pfeiler sind morsch", "direct", "Anna Weber", None),
        ("eine Schande für die Stadt", "partial", "Anna Weber", None),
        ("seit zwei Jahren bekannt", "partial", "Thomas Krüger", None),
        ("Das stimmt nicht", "direct", "Thomas Krüger", "2025-11-25"),
        ("Ich habe erst im Mai davon gehört", "direct", "Thomas Krüger", None),
        ("Wir warten noch immer.", "direct", "Thomas Krüger", None),
    ),
    ("2026-03-03", "2025-11-25", "2025-11-25", "2024-11-12"),
)
FRENCH = Told(
    """Le pont de Larquebourg restera fermé

Le pont de bois restera fermé jusqu’au 3 mars 2026. « Nous n’avons pas le choix », a déclaré la maire Anne Morel mardi devant la mairie. « Les piliers sont pourris », a-t-elle ajouté.

Mme Morel a qualifié l’état du pont de « honte pour la ville ». Selon l’expert Paul Durand, les dégâts étaient « connus depuis deux ans ».

« Ce n’est pas vrai, a répondu M. Durand hier. Je l’ai appris en mai. »

« Nous attendons toujours », dit-il. Le conseil avait voté l’argent le 12 novembre 2024.""",
    (
        ("Nous n’avons pas le choix", "direct", "Anne Morel", "2025-11-25"),
        ("Les piliers sont pourris", "direct", "Anne Morel", None),
        ("honte pour la ville", "partial", "Anne Morel", None),
        ("connus depuis deux ans", "partial", "Paul Durand", None),
        ("Ce n’est pas vrai", "direct", "Paul Durand", "2025-11-25"),
        ("Je l’ai appris en mai.", "direct", "Paul Durand", "2025-11-25"),
        ("Nous attendons toujours", "direct", "Paul Durand", None),
    ),
    ("2026-03-03", "2025-11-25", "2025-11-25", "2024-11-12"),
)
SPANISH = Told(
    """El puente de Villalarga seguirá cerrado

El puente de madera seguirá cerrado hasta el 3 de marzo de 2026. «No tenemos otra opción», dijo la alcaldesa Ana Ruiz el martes ante el ayuntamiento. «Los pilares están podridos», añadió.

Ruiz calificó el estado del puente de «una vergüenza para la ciudad». Según el perito Pablo Herrera, los daños eran «conocidos desde hace dos años».

—No es verdad —respondió Herrera ayer—. Lo supe en mayo.

“Seguimos esperando”, insistió Herrera. El consejo aprobó el dinero el 12 de noviembre de 2024.""",
    (
        ("No tenemos otra opción", "direct", "Ana Ruiz", "2025-11-25"),
        ("Los pilares están podridos", "direct", "Ana Ruiz", "2025-11-25"),
        ("una vergüenza para la ciudad", "partial", "Ana Ruiz", None),
        ("conocidos desde hace dos años", "direct", "Pablo Herrera", None),
        ("No es verdad", "direct", "Pablo Herrera", "2025-11-25"),
        ("Lo supe en mayo.", "direct", "Pablo Herrera", "2025-11-25"),
        ("Seguimos esperando", "direct", "Pablo Herrera", None),
    ),
    ("2026-03-03", "2025-11-25", "2025-11-25", "2024-11-12"),
)
ITALIAN = Told(
    """Il ponte di Lardara resta chiuso

Il ponte di legno resta chiuso fino al 3 marzo 2026. «Non abbiamo scelta», ha detto la sindaca Anna Bassi martedì davanti al municipio. «I piloni sono marci», ha aggiunto.

Bassi ha definito lo stato del ponte «una vergogna per la città». Secondo il perito Andrea Conti, i danni erano «noti da due anni».

«Non è vero, ha risposto Conti ieri. L'ho saputo a maggio.»

“Stiamo ancora aspettando”, ribadisce lui. Il consiglio ha approvato i fondi il 12 novembre 2024.""",
    (
        ("Non abbiamo scelta", "direct", "Anna Bassi", "2025-11-25"),
        ("I piloni sono marci", "direct", "Anna Bassi", "2025-11-25"),
        ("una vergogna per la città", "partial", "Anna Bassi", None),
        ("noti da due anni", "partial", "Andrea Conti", None),
        ("Non è vero", "direct", "Andrea Conti", "2025-11-25"),
        ("L'ho saputo a maggio.", "direct", "Andrea Conti", "2025-11-25"),
        ("Stiamo ancora aspettando", "direct", "Andrea Conti", None),
    ),
    ("2026-03-03", "2025-11-25", "2025-11-25", "2024-11-12"),
)
PORTUGUESE = Told(
    """Ponte de Vila Larga continua fechada

A ponte de madeira continua fechada até 3 de março de 2026. “Não temos escolha”, disse a prefeita Ana Ribeiro na terça-feira em frente à prefeitura. “Os pilares estão podres”, acrescentou ela.

Ribeiro classificou o estado da ponte como “uma vergonha para a cidade”. Segundo o perito Paulo Teles, os danos eram “conhecidos há dois anos”.

— Não é verdade — respondeu Teles ontem. — Soube disso em maio.

“Ainda estamos esperando”, insistiu Teles. O conselho aprovou o dinheiro em 12 de novembro de 2024.""",
    (
        ("Não temos escolha", "direct", "Ana Ribeiro", "2025-11-25"),
        ("Os pilares estão podres", "direct", "Ana Ribeiro", None),
        ("uma vergonha para a cidade", "partial", "Ana Ribeiro", None),
        ("conhecidos há dois anos", "direct", "Paulo Teles", None),
        ("Não é verdade", "direct", "Paulo Teles", "2025-11-25"),
        ("Soube disso em maio.", "direct", "Paulo Teles", "2025-11-25"),
        ("Ainda estamos esperando", "direct", "Paulo Teles", None),
    ),
    ("2026-03-03", "2025-11-25", "2025-11-25", "2024-11-12"),
)
DUTCH = Told(
    """Brug van Larkerveen blijft dicht

De houten brug blijft dicht tot 3 maart 2026. ‘Wij hebben geen keus’, zei burgemeester Anna de Wit dinsdag voor het stadhuis. ‘De pijlers zijn rot’, voegde ze eraan toe.

De Wit noemde de staat van de brug ‘een schande voor de stad’. Volgens deskundige Pieter Bos was de schade ‘al twee jaar bekend’.

„Dat is niet waar”, antwoordde meneer Bos gisteren. „Ik hoorde het pas in mei.”

“We wachten nog steeds”, benadrukt Bos. De raad keurde het geld op 12 november 2024 goed.""",
    (
        ("Wij hebben geen keus", "direct", "Anna de Wit", "2025-11-25"),
        ("De pijlers zijn rot", "direct", "Anna de Wit", None),
        ("een schande voor de stad", "partial", "Anna de Wit", None),
        ("al twee jaar bekend", "partial", "Pieter Bos", None),
        ("Dat is niet waar", "direct", "Pieter Bos", "2025-11-25"),
        ("Ik hoorde het pas in mei.", "direct", "Pieter Bos", "2025-11-25"),
        ("We wachten nog steeds", "direct", "Pieter Bos", None),
    ),
    ("2026-03-03", "2025-11-25", "2025-11-25", "2024-11-12"),
)
ARTICLES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "pt": PORTUGUESE, "nl": DUTCH}
