"""Given names: which gender a reader takes them for, and which of them are short forms of one another.

The tables are the commonest given names of American, British, Irish and world news (the top of the US Social
Security and UK Office for National Statistics lists since 1940, and the usual short forms of them).  Names
borne by men and women alike are left out on purpose: then a title or a pronoun must tell.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from bot.language.tables import word_set

_FEMALE = word_set(
    """
    abby abigail ada adele adriana agnes aisha alana alexandra alice alicia alison allison alma alyssa
    amanda amber amelia amina amy ana anastasia andrea angela angelina anika anita anna annabel anne
    annette annie ann anneliese antonia anya april ariana arlene astrid audrey aurora ava avril ayesha
    barbara beatrice beatrix becky belinda bella bernadette bernice bertha beth bethany betsy betty
    beverly bianca birgit bonnie brenda bridget brigid brigitte britney brittany caitlin calliope camila
    camilla candace cara carla carmen carol carole carolina caroline carolyn carrie cassandra catalina
    catherine cathleen cathy cecilia celeste celia chantal charlene charlotte chelsea cherie cheryl
    chloe christina christine cindy claire clara clarissa claudia colette colleen constance consuelo
    cora coretta cordelia courtney cristina crystal cynthia daisy danielle daphne darlene dawn deborah
    debbie debra deirdre delia delores denise diana diane dianne dolores donna dora doris dorothy edith
    edna eileen elaine eleanor elena eliza elisabeth elizabeth ella ellen eloise elsa elsie emilia emily
    emma erica erin erika esme esmeralda estelle esther ethel eugenia eunice eva evangeline evelyn evie
    faith farida fatima fay felicity fiona flora florence frances francesca freda freya frieda gabriela
    gabriella gabrielle gail gemma genevieve georgia georgina geraldine gertrude gillian gina gladys
    glenda gloria grace greta gretchen guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen
    helena helene helga henrietta hermione hilary hilaria hilda hillary hope ida iman imani imelda
    imogen ines ingrid irene iris irma isabel isabella isabelle isla ivana ivanka ivy jackie jacqueline
    jacinta jade jane janet janice janine jasmine jayne jean jeanette jeanne jemima jenna jennifer jenny
    jessica jill jo joan joanna joanne jocelyn jodie josephine josie joy joyce juanita judith judy julia
    juliana julianne julie juliet june kamala karen karin karla kate katherine kathleen kathryn kathy
    katie katrina katy kay kayla keira kellyanne kendra kerry kim kimberly kirsten kirstie kristen
    kristin kristina kyla lana lara latoya laura lauren laurie layla lea leah leila lena leonora
    leocadia leticia liliana lillian lily linda lindsay lindsey lisa liza lizzy lois lola loretta lorna
    lorraine louisa louise lucia lucinda lucille lucy luisa lydia lynda lynn lynne mabel mackenzie
    madeleine madeline madison mae maeve maggie maisie malala malia mandy mara marcia margaret margarita
    margot maria mariam marian marianne marie marilyn marina marisol marjorie marlene marsha martha
    martina mary matilda maud maude maura maureen mavis maxine maya meera megan meghan melania melanie
    melinda melissa mercedes meredith michelle mikaela mildred millicent millie minnie mira miranda
    miriam moira molly mona monica monique myra nadia nadine nancy naomi natalia natalie natasha nellie
    nia nicola nicole nina noelle nora noreen norma odette olga olive olivia opal oprah ottoline paige
    pam pamela patience patricia patsy patti paula pauline pearl peggy penelope penny petra petronella
    petunia philippa phoebe phyllis pippa polly prisca priscilla priti priya prudence rachael rachel
    ramona rania raquel rebecca regina rena renata renee rhoda rhonda rita roberta robyn rosa rosalind
    rosamund rose rosemary rosie rowena roxanne ruby ruth sabrina sadie sally salma samantha sandra sara
    sarah saoirse sasha scarlett selena serena shabana shaheen shana shannon sharon sheila shelley
    sheryl shirley siobhan sofia sonia sonya sophia sophie stacey stella stephanie sue summer sunniva
    susan susana susanna susannah susie suzanne svetlana sybil sylvia sylvie tabitha tamara tamsin tania
    tanya tara tatiana teresa tess tessa thandiwe thelma theresa tiffany tina toni tracey tricia trudy
    ursula valentina valerie vanessa vera verity veronica vicky victoria viola violet virginia vivian
    vivienne wanda wendy whitney wilhelmina wilma winifred xanthe yasmin yolanda yvette yvonne zadie
    zara zelda zoe zoey
    """
)
_MALE = word_set(
    """
    aaron abdul abdullah abel abraham abram adam adolf adrian ahmad ahmed aidan al alan alasdair albert
    alberto alec alejandro aleksandr alexander alexei alf alfie alfonso alfred ali alistair allan allen
    alvin amir amos anatoly anders andre andreas andrei andrew andy angelo angus ansgar anthony anton
    antonio archie ariel armando arnold arthur arturo arvind asher august augustus austin baptiste
    barack barney barry bart bartholomew basil ben benedict benjamin bernard bernie bert bill billy
    björn bob bobby boris brad bradley brandon brendan brett brian bruce bruno bryan burt byron caleb
    calvin cameron carl carlos cecil cedric charles charlie chester christian christopher chuck clarence
    claude clement cliff clifford clint clive clyde cole colin connor conor conrad corey cornelius craig
    curtis cuthbert cyprian cyril cyrus dale damian damon dan daniel danny dante darren darrell dave
    david dean declan dennis derek dermot derrick desmond dexter diego dieter dilip dimitri dirk dmitri
    dominic don donald doug douglas duncan dustin dwayne dwight dylan eamon earl ed eddie edgar edmund
    eduardo edward edwin eli elias elijah elliott elmer elon emil emilio emmanuel enda enoch enrique
    eric erik ernest ernesto ernie errol ethan eugene evan ezekiel ezra fabio farouk felix ferdinand
    fergus fernando finn fletcher floyd francisco franco frank franklin fred freddie frederick fritz
    gabriel gareth garry gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert giles
    giovanni giuseppe glen glenn godfrey gordon graeme graham grant greg gregory guillermo gunther gus
    gustav guy hamid hamish hank hans harold harry harvey hassan hector heinrich henrik henry herb
    herbert herman hernan homer horace horatio howard hubert hugh hugo humphrey hussein iain ian ibrahim
    ignacio igor imran isaac isaiah ismail ivan jack jackson jacob jacques jaime jake james jared jason
    javier jay jeb jed jeff jefferson jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy joachim
    joaquin joe joel johan johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh
    joshua juan jules julian julio julius jurgen justin karl keith kelvin ken kenneth kenny kevin khalid
    kirk klaus kofi kurt kwame kyle lamar lance larry lars lawrence lee leif len leo leon leonard
    leonardo leopold leroy les lester lev levi lewis liam lionel lloyd logan lorenzo louis lou luca
    lucas luigi luis luke luther magnus mahmoud malcolm manuel marc marcel marco marcus mario mark
    marlon martin marty marvin mateo mathew matt matteo matthew maurice mauricio max maximilian maxwell
    melvin mervyn michael miguel mike mikhail miles milo mitch mitchell mitt mohamed mohammad mohammed
    mohammad morris moses muhammad murray mustafa myron narendra nathan nathaniel ned neil nelson
    neville newt nicholas nick nico nicolas nigel nikolai niles noah noel norman oleg oliver omar
    orlando orson oscar osbert oswald otis otto owen pablo paolo patrick paul pavel pedro percival percy
    perry pete peter phil philip phillip pierre piers quentin rafael raheem rahul rajesh ralph ramon
    randall randolph randy raoul raphael rashid raul ravi ray raymond reg reggie reginald reince rex
    ricardo richard rick ricky robert roberto rod roderick rodney rodrigo roger roland rolf roman ron
    ronald ronnie rory ross roy rudolf rudolph rudy rufus rupert russell ryan salvador sanjay saul scott
    sean sebastian sergei sergio seth shane shaun sheldon sherman sid sidney silas simon solomon spencer
    stan stanley stefan stephen sterling steve steven stewart stuart sunil sven tariq ted terence
    terrence theo theodore thomas tiago tim timothy tobias toby todd tom tomas tommy tony travis trevor
    tristan troy tunde tyler tyrone ulrich vernon victor vikram vince vincent vladimir wade wallace walt
    walter warren wayne wendell werner wes wesley wilbur wilfred will willem william willie winston
    wolfgang woodrow xavier yusuf zachary zack zeke
    """
)
_SHORT_FORMS = """
    alexander alex alec al sandy sasha | alexandra alex alexa sandra sandy sasha lexi | alfred alf alfie
    fred | allan alan al | albert al bert bertie | abigail abby gail | andrew andy drew | andrea andie |
    angela angie | ann anne anna annie nan nancy | anthony antony tony ant | antonia toni | archibald
    archie | arthur art | barbara barb babs barbie | barnaby barney | benjamin ben benny benji | bernard
    bernie | bernadette bernie | bradley brad | calvin cal | cameron cam | caroline carolyn carol carrie |
    catherine katherine kathryn katharine kathleen cathy kathy kate katie katy kat kit kitty kay cath |
    charles charlie chas chuck chip | charlotte charlie lottie | christine christina chris chrissie tina |
    christopher chris kit topher | clifford cliff | constance connie | cornelius con neil | cynthia cindy
    | daniel dan danny | danielle dani | david dave davy davey | deborah debra debbie deb | dennis denis
    den | dominic dom | donald don donnie | dorothy dot dotty dolly | douglas doug | edward ed eddie ned
    ted teddy | edmund ed eddie ned | edwin ed eddie | edgar ed eddie | eleanor ellie nell nora |
    elizabeth elisabeth liz lizzie lizzy beth betty betsy eliza libby bess lisa elsie | emily em emma |
    ernest ernie | eugene gene | evelyn eve evie | ezekiel zeke | florence flo flora | frances fran
    francie franny | francis frank fran | franklin frank | frederick fred freddie freddy | gabriel gabe |
    gabrielle gabby | geoffrey jeffrey geoff jeff | george georgie | georgina georgie gina | gerald gerry
    jerry | gerard gerry ger | gillian gill jill jilly | gregory greg | gwendolyn gwen | harold harry hal
    | harriet hattie harry | helen nell nellie lena | henry harry hank hal | herbert herb bert | howard
    howie | hugh hughie | isaac ike zac | isabel isabella isabelle bella izzy | jacob jake | jacqueline
    jackie jacqui | james jim jimmy jamie jem | jane janie jenny | janet jan | jason jay | jemima mima jem
    | jennifer jen jenny jenna | jeremy jerry jem | jerome jerry | jessica jess jessie | joan joanie |
    joanna joanne jo | john jack johnny jon | jonathan jon jonny jonty | joseph joe joey | josephine jo
    josie | joshua josh | judith judy jude | julia julie | kenneth ken kenny | kimberly kimberley kim
    kimmy | kristen kris | laurence lawrence larry laurie lorenzo | leonard len lenny leo | leonardo leo |
    leslie les | lillian lily lil | louis lewis lou louie | louise lou | lucas luke | lucille lucy |
    lucinda lucy cindy | madeleine madeline maddie maddy | malcolm mal | manuel manny | margaret maggie
    meg peggy peg marge margie maisie madge rita daisy greta | maria mary molly polly | marjorie marge |
    martha mattie | martin marty | matthew matt matty | matilda tilda tilly mattie | maurice mo | maureen
    mo | maximilian max | maxwell max | megan meg | melanie mel | melissa mel lissa | melvin mel | michael
    mike mick mickey micky mikey | michelle shelly | mildred millie | millicent millie | mitchell mitch |
    nancy nan | natalie nat | nathan nate | nathaniel nat nate | nicholas nick nicky | nicola nicole nicky
    nikki | norman norm | oliver ollie | olivia liv livvy | oswald oz ozzie | pamela pam | patricia pat
    patty patti patsy trish tricia | patrick pat paddy | paula pauline | penelope penny | percival percy |
    peter pete | philip phillip phil | philippa pippa pip | priscilla cilla | rachel rach rachael |
    raymond ray | rebecca becky becca | reginald reg reggie | richard dick rich richie rick ricky | robert
    bob bobby rob robbie bert | roberta bobbie | roderick rod | rodney rod | roger rog | roland rollo |
    ronald ron ronnie | rosalind ros | rosamund ros | rosemary rosie rose | rudolph rudy | russell russ |
    ruth ruthie | samantha sam sammy | samuel sam sammy | sandra sandy | sarah sara sally sadie |
    sebastian seb bas | sidney sydney sid syd | simon si | solomon sol | sophia sophie sofia | stanley
    stan | stephanie steph stevie | stephen steven steve stevie | stuart stewart stu | susan susanna
    susannah suzanne sue susie suzie | sylvia sylvie | tamara tammy | terence terrence terry | theresa
    teresa terri tess tessa tracy | theodore ted teddy theo | thomas tom tommy | timothy tim timmy |
    tobias toby | ursula ursie | valerie val | vanessa nessa | vernon vern | veronica ronnie vera | victor
    vic | victoria vicky vicki tori | vincent vince vinny | virginia ginny ginger | vivian viv | walter
    walt wally | wesley wes | wilfred wilf fred | wilhelmina mina billie | william bill billy will willie
    liam wills | winifred win winnie | winston win | zachary zach zack zak
"""


def _by_name(table: str) -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(table.split("|")):
        for name in line.split():
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


_GROUPS = _by_name(_SHORT_FORMS)


@lru_cache(maxsize=16_384)
def gender_of(given_name: str) -> str | None:
    """``f`` or ``m`` as a reader takes the given name, None where it is unknown or borne by both.

    What the short tables here do not know is looked up among the births counted in ``genders.txt``.
    """
    name = _plain(given_name).split("-")[0]
    if name in _FEMALE or name in _MALE:
        return None if name in _FEMALE and name in _MALE else "f" if name in _FEMALE else "m"
    women, men = _counted()
    return "f" if name in women else "m" if name in men else None


@lru_cache(maxsize=16_384)
def surely(given_name: str) -> bool:
    """Whether the gender of the name is in the short tables here, and no pronoun beside the name may tell otherwise."""
    name = _plain(given_name).split("-")[0]
    return name in _FEMALE or name in _MALE


def _plain(name: str) -> str:
    """A name in lower case without its accents."""
    return "".join(ch for ch in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(ch))


@cache
def _counted() -> tuple[frozenset[str], frozenset[str]]:
    """The names of women and of men in the table of births, read when first wanted."""
    written = files("bot.names").joinpath("genders.txt").read_text(encoding="ascii")
    _, women, men = written.split("\n\n")
    return word_set(women), word_set(men)


@lru_cache(maxsize=4_096)
def is_given_name(word: str) -> bool:
    """Whether the word is a known given name, of either gender, or a short form of one."""
    name = word.casefold().split("-")[0]
    return name in _FEMALE or name in _MALE or name in _GROUPS


@lru_cache(maxsize=16_384)
def looks_given(word: str) -> bool:
    """Whether the word can open a person's name: a known given name, or one that the births tell the gender of."""
    return is_given_name(word) or gender_of(word) is not None


def short_forms_agree(one: str, other: str) -> bool:
    """Whether two given names may be one person's: the same, an initial of it, or known short forms."""
    a, b = one.casefold().rstrip("."), other.casefold().rstrip(".")
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return bool(_GROUPS.get(a, frozenset()) & _GROUPS.get(b, frozenset()))
