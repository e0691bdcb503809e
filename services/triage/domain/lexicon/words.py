"""Single words: how people spell, what English is known by, and which words of danger survive a wrong letter."""

_SPELT = """
you: yu yew yoo | your: ur yr | are: r | because: cos coz cuz bcos bcuz bc becuz becoz becos | with: wiv wid wth wit | this: dis | that: dat tht |
them: dem | the: da tha te thee de | they: dey | someone: sum1 some1 sumone summon | going: goin gowin | nothing: nuffin nuthin nothin nuffink |
something: somethin sumthing sumthin somefink summat summet summut sumat smth | anything: anythin owt anyfink | please: plz pls plse |
people: ppl peeps peple poeple peopl | tonight: tonite 2nite tnight | night: nite nyt nght | never: neva nevr | knife: kniffe kinfe nife knifee knfe knif knief 🔪 |
gun: 🔫 gunn | fire: 🔥 fiyah | outside: outsyd owtside outisde | house: hous howse huse hse | husband: husbend husbnd husban husbond hasband hubsand |
about: bout abt abaht abowt | out: aht | neighbour: neighbor nabor nebor nieghbour neigbour neighber nabour naybor neybor neighbur nayber niegbour |
neighbours: neighbors nabors nabours nieghbours neigbours neighbers naybors nayburs neighburs | smoking: smokin smokeing | boyfriend: boyfreind byfriend boyfrend |
threatening: threatning thretning threatnin threatenin thretening | threatened: threatend thretened threatned thretend treatened | threatens: thretens threatns |
suicidal: suicidle sucidal suicidel suisidal | suicide: sucide suiside suicid suecide | kill: kil kll kyll | killed: kild | stabbed: stabd stabed stabbd |
scared: scard skared scarred scerd scaird | beating: beatin beeting | hitting: hittin hiting | punched: puncht punchd | dealing: dealin deelin deeling |
drugs: drugz druggs drags drgs | weed: weeed wead | child: chid chld chyld | children: chidren childen childern childrens chilren | kids: kidz kidds |
screaming: screamin screeming | shouting: shoutin showting | crying: cryin | fighting: fightin fiting fitin | racist: rasist racest racests raceist |
money: mony muney | always: allways alwys allus alwiz | police: polis polise poliz bobbies coppers rozzers feds 5-0 | mum: mam mom mams | my: mi |
want: wanna wona | happening: happenin | moment: moent | weapon: wepon weopon weapn | weapons: wepons | vulnerable: vunerable vulnrable vulnerble venerable |
harassing: harrasing harassin harrassing harasing | harassment: harrasment harrassment harasment | harassed: harrassed harrased | abusive: abuseive abusve |
follow: folow | following: folowing followin follwing | follows: folows | missing: misin missin misisng | daughter: dauter doughter daugther dawter | attacked: atacked attaked atackt |
attack: atack attak | noise: noize niose nois noyse | loud: lowd | music: musick musik muzik | every: evry evrey evey | rubbish: rubish rubbsh | afraid: afriad affraid afrade |
machete: machetee machetti masheti | bruises: brusies broozes | dying: diein | his: hiz | when: wen | what: wot wat whut | was: wos woz waz | where: wer | there: ther thier |
their: thier | have: hav ave av | have: haz | has: as_ | said: sed sedd | house: ouse | home: ome | hit: 'it | has: az | dont: dnt doant dunt | cant: carnt cnt | wont: wnt |
didnt: dint dident didn't | isnt: int | wasnt: wornt weren | myself: meself misen messen mysen | himself: hisself hissen himsen hiself | herself: hersen hersel | themselves: theirselves themsens thersens theirsens |
lads: ladz | lad: ladd | old: owd auld | one: wun | hurt: hert hurted | woman: wuman womman | women: wimmin | friend: frend freind | friends: frends freinds mates |
killing: killin | burn: bern | coming: comin cumin | come: cum | taking: takin | threats: thretts threts | sexual: sexaul sexul | touched: tuched toutched | touching: touchin tuching |
raped: rapped_ | girl: gurl gal | girls: gurls gals | live: liv | living: livin | alone: aloan | home: hom | school: skool scool | motorbikes: motobikes | anymore: nomore | anymore: nemore |
because: cause | overdosed: od'd | anyone: any1 ne1 | everyone: every1 evry1 | hanging: hangin | drinking: drinkin | selling: sellin | running: runnin | asking: askin | looking: lookin | carrying: carryin |
breaking: breakin brakin | broke: brok | getting: gettin gettn | having: havin | being: bein | saying: sayin sayn | parking: parkin | playing: playin | banging: bangin | making: makin |
"""

SPELLINGS = {
    variant: meant.strip()
    for entry in _SPELT.replace("\n", " ").split("|")
    for meant, separator, variants in [entry.partition(":")]
    if separator
    for variant in variants.split()
}

COMMON = frozenset(
    """
a about above after again against ago all almost alone along already also although always am among an and another any anyone anything are area around as ask asked at away back bad
be because bed been before began behind being below best better between big bin bit black blocked both boy bring but by call called came can car cars case change children city clean
close cold come coming community complain could council couple cut day days dead did different do does doing done door down drive during each early either else end enough estate even evening ever every
everyone everything face fact family far feel feeling few field find fine first five flat follow food football for found four friday friend from front full garden gate gave get getting girl give given go goes going gone good got
great green ground group had half hand happen happened hard has have he hear heard help her here him himself his hold hole home hope hot hour hours house how i if ill im in inside into is issue it its itself
ive job just keep keeps kept kids kind know known last late later lane least leave left less let letter light lights like line litter little live lived lives living local long look looking lot loud made make makes
making man many me mean meet men might mile minute money month months more morning most mother move much music must my near need needs neighbour neighbours never new next night nights no noise nobody none normal not nothing now number
of off often old on once one only open or other others our out outside over own paid park part past pavement pay people perhaps phone place plant play played playing please police problem put quite rather ready really reason
report reported right road room round rubbish run said same saturday saw say says school second see seem seems seen send sent set several she shop should side since sit small so some someone something sometimes soon
sorry sort sound sounds start started state stay still stop street sunday such sure take taken talk tell ten than thank thanks that the their them then there these they thing things think this those though thought three through time times to
today together told tomorrow tonight too took top town tree trees tried try trying turn turned two under until up upset upstairs us use used usually very wait walk walking wall want wants was watch water way we week
weekend weeks well went were what when where which while who whole why will window with without woman women wood work working worse would wrong year years yes yesterday yet you young your yours
dogs dog bins bus lads bike bikes ball balls bench playground stairs smell blocking pot potholes fence hedge grass litter mess rubbish dumped mattress sofa van parked parking cats cat baby mum dad
wife son daughter lady bloke friends shouting barking bark drinking smoking swearing speeding lamp lighting broken glass bottles bags bag smashed graffiti painted wall tipping tipped picking volunteers
volunteer idea suggest suggestion offer clear tidy cut overgrown bushes weeds path alley centre library church mosque club pub takeaway shops ginnel snicket nowt owt summat mardy reckon lass
cant dont wont isnt wasnt didnt doesnt couldnt wouldnt havent hes shes theyre weve youre youve thats whats id hed theyd ill well cheers ta nobody anybody somebody myself themselves nice lovely poor
""".split()
)

MISSPELT = frozenset(
    """
threaten threatened threatening threatens suicide suicidal overdose abused abusive husband boyfriend girlfriend stabbed stabbing machete assaulted assault attacked attacking harassing harassed harassment stalking
stalker strangled strangling strangle punched punching punches kicked bleeding unconscious weapon weapons knives murder murdered groomed grooming exploited exploitation neglected bruises bruised homophobic islamophobic
antisemitic racially transphobic trafficking trafficked passport cuckooing cuckooed dealing dealers terrorist extremist petrol arson screaming terrified frightened petrified controlling disabled vulnerable dementia pregnant
battered beaten violence violent violently slashed slapped headbutted sexually molested indecent exposed unsupervised wandering rottweiler machetes crossbow firearm shotgun hostage kidnapped abducted radicalised
""".split()
)

LOOKALIKES = frozenset(
    """
treats threads stacking stocking hunting planting attach attached attaching hamper staring starting shared scored spared stared amused shouting snapped slipped slopped stapled bartered messing mission knifes healing
kicker kicked picker dealings controlled disable exported explored patrol petrel beater beneath bruised passports attacks terrorists weapon stabling stable punchers launching bunches munching screening streaming
violet violets violin talking walking extremists disables neglects wondering frightens dealer heading beading stapling sleeping sweeping steeping overdone arsenal pregnancy stringed abuses tracking snatched
screamings grounding greeting greening attacker attackers hassling passing
""".split()
)

FOREIGN = (
    frozenset(
        """
nie jest się sie na mam moj mój moja sąsiad sasiad proszę prosze boję boje mnie ze że jestem pomocy pomoc mieszkam i w z do dzieci mąż maz bije
que el los las mi por favor una está esta ayuda vecino mucho ruido marido pega miedo tengo hay con para del casa
je suis mon mari les des est et une pas dans avec voisin aidez moi peur il elle nous vous
mera meri mere hai hain ho nahi nahin mujhe ko ka ki ke se mein aur pe par ghar pati padosi bahut dar lagta madad karo kya main hum raha rahi rahe mainu menu da di nu te hega
sunt nu si la am cu ajutor vecinul meu foarte frica sotul ma bate este din pentru casa copii
saya tolong ne me pas ich bin mein nachbar ist und der die das nicht habe angst hilfe bitte mit auf zu
tam toi khong nha waan ayaa waxaan iyo ku la yardim lutfen cok bir ve bu komsu kocam beni korkuyorum var
ajutati prosim pomozte soused muj nekdo
""".split()
    )
    - frozenset("a do me i his to on am the die was so an hay te la i to ho ki pas par main hum var bin das".split())
    - {"am", "ma", "da", "con", "para", "ne", "ve", "bu", "la", "una"}
)
