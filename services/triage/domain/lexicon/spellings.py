"""How people write words: dialect, text-speak, slips and pictures. `meant: variant variant`."""

_ROWS = """
faggot: f*t f*got f*ggot fagg*t f*g
paki: p*ki p*i pak*
nigger: n*r n*er n*gger
rape: r*pe
raped: r*ped
suicide: s*icide su*cide
kill: k*ll k1ll
about: abaht abowt abt bout
abusive: abuseive abusve
afraid: affraid afrade afriad
alone: aloan
always: allus allways alwiz alwys
anymore: nemore nomore
anyone: any1 ne1
anything: anyfink anythin owt
are: r
asking: askin
attack: atack attak
attacked: atacked atackt attaked
banging: bangin
beating: beatin beeting
because: bc bcos bcuz becos becoz becuz cause cos coz cuz
being: bein
boyfriend: boyfreind boyfrend byfriend
breaking: brakin breakin
broke: brok
bruises: broozes brusies
burn: bern
cant: carnt cnt
carrying: carryin
child: chid chld chyld
children: chidren childen childern childrens chilren
come: cum
coming: comin cumin
crying: cryin
daughter: daugther dauter dawter doughter
dealing: dealin deelin deeling
didnt: dident didn't dint
dont: dnt doant dunt
drinking: drinkin
drugs: drags drgs druggs drugz
dying: diein
every: evey evrey evry
everyone: every1 evry1
fighting: fightin fitin fiting
fire: fiyah 🔥
follow: folow
following: followin follwing folowing
follows: folows
friend: freind frend
friends: freinds frends mates
getting: gettin gettn
girl: gal gurl
girls: gals gurls
going: goin gowin
gun: gunn 🔫
hanging: hangin
happening: happenin
harassed: harrased harrassed
harassing: harasing harassin harrasing harrassing
harassment: harasment harrasment harrassment
have: av ave hav haz
having: havin
herself: hersel hersen
himself: himsen hiself hisself hissen
his: hiz
hit: 'it
hitting: hiting hittin
home: hom ome
house: hous howse hse huse ouse
hurt: hert hurted
husband: hasband hubsand husban husbend husbnd husbond
isnt: int
kids: kidds kidz
kill: kil kll kyll
killed: kild
killing: killin
knife: kinfe knfe knief knif knifee kniffe nife 🔪
lad: ladd
lads: ladz
live: liv
living: livin
looking: lookin
loud: lowd
machete: machetee machetti masheti
making: makin
missing: misin misisng missin
moment: moent
money: mony muney
motorbikes: motobikes
mum: mam mams mom
music: musick musik muzik
my: mi
myself: meself messen misen mysen
neighbour: nabor nabour nayber naybor nebor neigbour neighber neighbor neighbur neybor niegbour nieghbour
neighbours: nabors nabours naybors nayburs neigbours neighbers neighbors neighburs nieghbours
never: neva nevr
night: nght nite nyt
noise: niose nois noize noyse
nothing: nothin nuffin nuffink nuthin
old: auld owd
one: wun
out: aht
outside: outisde outsyd owtside
overdosed: od'd
parking: parkin
people: peeps peopl peple poeple ppl
playing: playin
please: pls plse plz
police: 5-0 bobbies coppers feds polis polise poliz rozzers
punched: punchd puncht
racist: raceist racest racests rasist
raped: rapped_
rubbish: rubbsh rubish
running: runnin
said: sed sedd
saying: sayin sayn
scared: scaird scard scarred scerd skared
school: scool skool
screaming: screamin screeming
selling: sellin
sexual: sexaul sexul
shouting: shoutin showting
smoking: smokeing smokin
someone: some1 sum1 summon sumone
something: smth somefink somethin sumat summat summet summut sumthin sumthing
stabbed: stabbd stabd stabed
suicidal: sucidal suicidel suicidle suisidal
suicide: sucide suecide suicid suiside
taking: takin
that: dat tht
the: da de te tha thee
their: thier
them: dem
themselves: theirselves theirsens themsens thersens
there: ther
they: dey
this: dis
threatened: threatend threatned thretend thretened treatened
threatening: threatenin threatnin threatning thretening thretning
threatens: threatns thretens
threats: threts thretts
tonight: 2nite tnight tonite
touched: toutched tuched
touching: touchin tuching
vulnerable: venerable vulnerble vulnrable vunerable
want: wanna wona
was: waz wos woz
wasnt: weren wornt
weapon: weapn weopon wepon
weapons: wepons
weed: wead weeed
what: wat whut wot
when: wen
where: wer
with: wid wit wiv wth
woman: womman wuman
women: wimmin
wont: wnt
you: yew yoo yu
your: ur yr
"""


def _variants() -> dict[str, str]:
    joined = _ROWS.replace("\n    ", " ").strip().splitlines()
    pairs = (row.partition(": ") for row in joined)
    return {variant: meant for meant, _, variants in pairs for variant in variants.split()}


SPELLINGS = _variants()
