"""The words by which the danger screen knows danger: data for people to check, one phrase per line.

A line is `signal: slot slot ...`; a slot is words joined by `|`. Between two slots up to two small words may stand.
A leading `~` marks a phrase that counts only while the matter is not clearly over.
"""

WHO = "him|her|them|me|us|my|his|someone|somebody|people|a|the|our|their|each|another|lad|girl|boy|woman|man|kid|kids"
FAMILY = (
    "husband|wife|partner|boyfriend|girlfriend|bf|gf|ex|exhusband|expartner|dad|stepdad|father|mum|mam|mother|son|"
    "brother|hubby|fella|bloke|uncle"
)
SMALL = (
    "son|daughter|child|boy|girl|mum|mam|mother|dad|father|husband|wife|nan|nana|grandad|lad|lass|teenager|brother|"
    "sister|toddler|baby|kid|resident|patient|neighbour"
)
SELF = "myself|himself|herself|themselves|themself|hisself|meself|hiself|yourself"

DANGER = f"""
weapon: knife|knives|knifes|nife|nives|machete|machetes|machette|firearm|firearms|pistol|shotgun|revolver|handgun|crossbow
weapon: gun|guns|rifle|sword|axe|hatchet|shank|shanks|shiv|nank|chib|taser|weapon|weapons|knuckleduster|samurai|stanley
weapon: tooled|tooledup up
weapon: tooledup|knifepoint|gunpoint|knifed|shanked
weapon: blade|blades
weapon: baseball|cricket|metal|iron|steel bat|bar|pole
weapon: waving|swinging|with|wielding|carrying|had|got bat|hammer|crowbar|machete|screwdriver|cleaver|club|catapult
weapon: throwing|threw|thrown|throw|throws|bottle acid|bleach|ammonia
weapon: acid attack|attacks
weapon: air|bb|airsoft|imitation|toy|replica|fake gun|rifle|pistol|weapon
weapon: airgun|gunshot|gunshots|gunfire
weapon: shots|gun fired|shots|shot|firing
weapon: nóż|noz|nóżem|broń|cuțit|cutit|chaku|chaqu|chhuri|chaqoo|bandook|bunduk|سكين|چاقو|nôž|nůž
violence: stab|stabs|stabbed|stabbing|stabbin|stabed|stabing|stabbings|stabbings
violence: attacked|attacking|attackin|assault|assaulted|assaulting|assualted|mugged|mugging|robbed|robbing
violence: strangle|strangled|strangling|strangles|throttled|throttling|headbutted|glassed
violence: choke|choked|choking|chokes|throttle|suffocate {WHO}
violence: beat|beats|beating|beatin|batter|battered|battering|leather|leathered|leathering {WHO}
violence: beaten|beat|beating up|badly|senseless
violence: punch|punched|punching|punchin|kicked|kicking|kickin|slap|slapped|slapping|hit|hits|hitting|hittin him|her|them|me|us
violence: punch|punched|punching|kicked|kicking|slapped|slapping|hit|hits|hitting my|his kid|kids|son|daughter|child|head|face
violence: punched|kicked|slapped|hit|kicking|punching in|on face|head|stomach|ground|floor
violence: getting|got|being|get kicked|battered|beat|jumped|leathered|punched|robbed|beaten
violence: throwing|threw|thrown|throw|throwin|chucking|lobbing stones|rocks|bricks|bottles|fireworks|firework|bangers|things|stuff|eggs people|kids|children|him|her|me|us|passersby|cars
violence: jumped me|him|her|us|my|by|lad|on
violence: shoot|shot|shooting|shootin him|her|them|me|us|at|someone|people|dead
violence: run|ran|runs|running|drove|driving over|down|at him|her|them|me|us|people|someone|child|kids|pedestrians
violence: throwing|threw|thrown|throw|throwin|chucking|lobbing|firing|aiming at kids|children|people|him|her|me|us|folk|passersby
violence: dead body
~violence: fight|fights|fighting|fightin|fite|fiting|figting|brawl|brawling|scrap|scrapping|scrappin
~violence: kicking|kickin|kicked off
~violence: riot|rioting|rioters
violence: bije|biją|bicie|bataie|marpeet|maar maar|rahe|raha
hurt: bleeding|bleedin|unconscious|unconcious|unconcius|lifeless|electrocuted
hurt: hes|shes|someone|someones|kid|child|man|woman|boy|girl|lad|theyre|im|baby|mum|dad|nan drowning|dying|unresponsive
hurt: covered|lot|loads|pool|blood in|of|everywhere blood
hurt: blood everywhere|all|pouring|on
hurt: cant|cannot|struggling|not|stopped|isnt breathe|breathing|breath|breave
hurt: not|isnt|wont moving|responding|waking|wake
hurt: overdosed|overdose|overdosing
hurt: hes|shes|he|she|someone|man|woman|lady|bloke|lad|mum|dad|nan|grandad|neighbour|girl|boy|person collapsed
hurt: passed|knocked out
hurt: hurting|hurtin|hurts|hurt me|him|her|them|us|my|kids|someone|somebody|anyone
hurt: badly|seriously|really|severely|bad hurt|injured
hurt: someone|somebody|someones|somebodys|hes|shes|theyre|kid|child|man|woman|people hurt|injured|dying
hurt: need|needs|call|ring|send|get|want ambulance|paramedic|paramedics|police
hurt: send|get police|help now|quick|quickly|asap|please
hurt: phone|phoned|ring|rang|call|called|dial|dialled ambulance
hurt: dog|dogs attacking|attacked|attack|attacks|mauled|mauling|biting|bit|bitten|savaged
hurt: mauled|mauling|savaged
hurt: fell|fallen|jumped|fall in|into river|canal|water|reservoir|weir|quarry
hurt: gas leak|leaking|smell
hurt: smell|smells|stinks|reeks of gas
hurt: explosion|exploded
hurt: pomocy|pomoc|ajutor|bachao|bachaao|madad|segítség|النجدة|ساعدوني|مدد|помогите|допоможіть|імдат|imdat|socorro|ayuda
fire: on|caught|catching fire
fire: house|flat|building|car|van|shed|bin|kitchen|block|chip|school|shop|garage fire
fire: fire in|at house|flat|building|bin|bins|car|van|shed|garage|school|shop|stairwell|hallway|loft|kitchen|block|moor|moors
fire: set|sets|setting|settin|lit|lighting fire|fires|alight|light
fire: arson|arsonist|arsonists|firebomb|firebombed|molotov|petrolbomb|ablaze
fire: in flames
fire: flames coming|out|from|everywhere|higher
fire: smoke coming|pouring|filling|billowing|everywhere
fire: petrol|lighter|fireworks|firework|rag through|poured|pouring|over|bomb letterbox|door|letter|bomb|round|everywhere
fire: petrol bomb|bombs|through|poured
fire: poured|pouring|pours|splashed petrol
fire: burn|burning|burnt|torch|torched|torching house|home|flat|building|car|cars|van|down|bins|bin|door|us
fire: house|flat|building|car|van|bin|bins|shed|garage|somethings burning|burnin|alight|ablaze
fire: theres|big|huge|massive|fire fire|blaze|spreading|spread|raging
fire: pożar|pozar|incendiu|aag|آگ|حريق
break_in: got|get|getting|gets|gotten|getin|come|came|coming|broke|breaking|breakin|broken|break|burst in|into house|home|flat|now|door
break_in: hes|shes|theyve|hed|theyre|theres|he|she|they|someones|man|someone got|broke|broken|broken|coming|came|breaking|inside|forced|burst in|inside|house|through|into|way
break_in: someone|someones|somebody|somebodys|man|men|stranger|strangers|he|hes|theyre|intruder in|in|inside house|flat|home|kitchen|loft|garden
break_in: help|intruder hes|theyre|shes|someones in|inside
break_in: trying|tryna|tryin|attempting|tried to get|break|force|kick in|into|door|inside
break_in: kicking|kickin|smashing|smashin|booting|bootin|banging|bashing|hammering my|the|door|front|back in|down|through|door|window|windows
break_in: intruder|intruders|prowler|prowlers
break_in: climbing|climbin|climbed|coming through|in|over window|windows|balcony
~break_in: breaking|breakin|broke|broken in|into
~break_in: burglar|burglars|burglary|burgled|burgling
suicide: suicide|suicidal|suiside|sucide|suicidle|suacide|unalive|kms|samobójstwo|khudkushi
suicide: kill|killing|kil|killin|hang|hanging|hanged|harming|harmin|hurting|cutting|cuttin|top|drown|shoot|burning {SELF}
suicide: might|may|could|will|going|gonna|want|wants|wanting|trying|threatening|threatened|said|keeps|ill|hell|shell hurt|cut|burn|harm {SELF}
suicide: wont|refusing|refuses come down
suicide: going|gonna|goin do it tonight|now|today
suicide: has|got|holding|tied rope|noose
suicide: selfharm|selfharming|selfharmed
suicide: self harm|harming|harmed
suicide: end|ending|finish|endin it|my|his|her|their|all|everything all|life|lives|now|tonight
suicide: take|taking|taken|took|takin my|his|her|their|own life|lives
suicide: dont|doesnt|not|cant|didnt|dosent want|wanna|wants|wantin be|live|exist|wake|carry|go here|anymore|living|alive|on|up|around
suicide: dont|doesnt|didnt want|wants|wanna live|exist
suicide: want|wants|wanna|wanted|wish|wishes|ready|going|gonna die|dead
suicide: better off dead|without|gone
suicide: no reason|point live|living|going|anymore|life
suicide: cant|cannot go|carry|take|cope on|anymore|longer
suicide: jump|jumping|jumpin|jumped|going|gonna off|from|jump bridge|roof|building|viaduct|balcony|off|ledge|cliff|flyover
suicide: on|edge|side|top|standing|stood|sat|over|sitting bridge|ledge|roof|railings|viaduct|parapet|flyover edge|side|wrong|alone|crying|jump
suicide: wrong side railings|bridge|barrier|barriers
suicide: on ledge|parapet
suicide: jump|jumping|throw|throwing|lie|lying|walk|walking|under|front {SELF}|train|trains|tracks|railway
suicide: taken|swallowed|took|taking|had all|load|loads|bottle|too|whole|lots|pack|handful pills|tablets|paracetamol|many|meds|medication
suicide: suicide|goodbye|farewell note|letter
suicide: do|doing|did|done {SELF} in
suicide: slit|slitting|cut|cutting wrists|wrist
domestic: domestic violence|abuse|violance
domestic: {FAMILY} hit|hits|hitting|beat|beats|beating|hurts|hurting|attacked|attacks|strangled|choked|slapped|punched|punches|kicked|threatens|threatened|threatening|rapes|raped|kicks|abuses|abusing|abusive|violent
domestic: scared|frightened|afraid|terrified|petrified of|off my|him|her|what|going {FAMILY}|home|him|he|hell
domestic: wont|doesnt|dosnt|not|never let|lets|letting|allow|allowed me|her|him|them leave|out|go|see|home|speak|talk|work|anywhere
domestic: locked|locks|locking me|her|him|them|us|kids|children in|inside|out|up|upstairs|room
domestic: hes|hell|shes|he|will|gonna|going hurt|kill|find|beat|batter|murder me|us|her
domestic: hes|shes|he|she hurting|hitting|hits|hit|beating|beats|choking|punching|strangling|attacking|hurtin|hittin
domestic: coercive|gaslighting|controlling control|me|relationship|partner
sexual: rape|raped|rapes|raping|rapist|molest|molested|molesting|molests
sexual: sexually|sexual abuse|abused|abusing|assault|assaulted|assaulting|harassed|touched
sexual: grope|groped|groping|gropes|gropped|upskirting|upskirt
sexual: touched|touching|touches|touchin me|her|him|my|up|inappropriately|daughter|son|girl|girls|kids|children|private|privates
sexual: expose|exposed|exposing|flashing|flashed|flashes {SELF}|at|his
sexual: indecent|masturbating|grooming|groomed|grooms|paedo|paedophile|pedo|pedophile
sexual: hes|local|known|dirty nonce
sexual: wanking off|outside|front|himself|at
sexual: drink|drinks|been|got|she|he spiked
sexual: nudes|nude|naked pictures|pics|photos|images|blackmail|blackmailed
child: child|children|kid|kids|baby|babies|toddler|bairn|bairns|bairns|girl|boy abuse|abused|hurt|hit|beaten|battered|neglected|starving|locked|grabbed|snatched|hungry|bruises|bruised
child: child|children|kid|kids|baby|toddler|bairn|bairns home|left|on|alone alone|own|owns|alone|car
child: hit|hits|hitting|slap|slapping|smacking|beat|beats|beating|shakes|shaking|shook|hurts|hurting|abusing|neglecting the|his|her|their|that|kids kid|kids|child|children|baby|toddler|bairn|bairns|son|daughter|boy|girl
child: baby|child|kid|toddler|girl|boy screaming|crying|bleeding hours|constantly|help|stop|nonstop|ages
~scream: screaming|screamin|screams|shouting|yelling|crying|begging|calling|pleading for|to help|stop|mercy
~scream: woman|girl|lass|wife|baby|child|someone|somebody|lady screaming|screams|screamin|begging|sobbing
adult: carer|carers|staff hit|hits|hitting|hurt|hurts|hurting|abuse|abuses|abusing|slapped|rough
adult: elder|elderly|disabled abuse|abused|hurt|beaten|robbed
adult: abuse|abused|abusing|neglect|neglected my|the|her|his|of nan|nana|mum|grandma|grandad|resident|residents|old|elderly|disabled|him|them
abduction: kidnap|kidnapped|kidnapping|kidnaped|kidnappin|abduct|abducted|abducting|abduction|hostage
abduction: dragged|draged|draggin|dragging|pulled|bundled|forced|snatched|grabbed her|him|girl|boy|woman|lad|into|child|kid|off|me|someone car|van|bushes|street|away|house|alley|woods|into
abduction: tried|trying|tryna to|get grab|get|take|snatch|lure|pull me|child|kid|girl|boy|my|kids|daughter|son|children|her|him
missing: {SMALL} missing|vanished|disappeared|runaway|missin
missing: missing|missin|vanished {SMALL}|person|pensioner|people
missing: {SMALL} not|hasnt|havent|never|didnt come|been|came|returned|seen home|back|since|returned
missing: cant find|reach my {SMALL}
missing: run|ran|runaway away from home
threat: threaten|threatened|threatening|threatens|threatning|threatnin|threatend|threats to|me|us|him|her|my|with|them|kill|hurt|stab|burn
threat: death|kill|killing|bomb threat|threats|threatened
threat: going|gonna|gunna|goin|said|says|will|hed|hell|ill|theyll|wants|want|guna kill|stab|shoot|murder|hurt|batter|slice|burn|cut|cutup|knife|shank|rape me|him|her|us|them|you|my|someone|u|ya|everyone|house
threat: kill|murder|stab|shoot|slice|shank me|him|her|us|them|you|u|ya|everyone|someone|somebody
threat: know|knows where i|we|you|my|she live|lives|kids
threat: smash|break|kick|cave|bash my|your|his|her|ur|the face|head|legs|skull|heads
threat: acid|petrol in|through|on|over my|your|his|her|face|door|letterbox
threat: said|says|saying someone|somebody|people|kids will|gonna|going get|be|getting hurt|killed
threat: blackmail|blackmailed|blackmailing|extort|extorted|extortion
exploitation: county line|lines
exploitation: cuckoo|cuckooed|cuckooing|trafficked|trafficking|slavery|slave|slaves|servitude|pimp|pimps
exploitation: forced|forcing|made|makes|making|force them|him|her|to|the|workers|girls|kids|me work|beg|sell|carry|deal|steal|hold
exploitation: took|taken|taking|keeps|kept|holding|has their|his|her|my passport|passports|documents
exploitation: running|runs|moving|carrying|selling|shifting drugs|packages|gear for|out|them
exploitation: going|goin country|cunch|ot
exploitation: trap house
exploitation: traphouse|traphouses
exploitation: taken|took|taking|takin over his|her|their|my|flat|house|home|the flat|house|home
exploitation: sex for
stalking: stalk|stalked|stalking|stalker|stalks|stalkin|stalkers
stalking: following|follows|followed|followin me|her|my|us home|everywhere|again|daughter|every|about|round|around|car|street
stalking: tracker|airtag|tracking on|in|my|her car|bag|phone|me
stalking: waits|waiting|sits|parked|parks|hangs outside my|her house|work|home|school|flat
stalking: wont|keeps leave|messaging|contacting|ringing|texting|turning|following me|her|alone|up|everywhere
honour: forced|force|forcing|made|make|makes|making|arranged to marriage|marry|married
honour: forced|force marriage|marriages
honour: fgm|honourkilling|circumcised|circumcision
honour: honour|honor|izzat killing|based|violence|abuse|family
honour: bring|brought|bringing|brings shame|dishonour
honour: take|taking|taken|sending|send|sent me|her|my|girl|daughter|sister pakistan|india|bangladesh|somalia|abroad|back|iraq|kurdistan marry|married|wedding|cousin|home
extremism: terrorist|terrorists|terrorism|terrrorist|explosive|explosives|isis|jihadi|jihad|radicalised|radicalized|radicalising|massacre
extremism: bomb|bombs|bombing|pipebomb
extremism: shoot|blow|blowing|bomb|attack up|the|a|my|our mosque|school|church|synagogue|gurdwara|temple|college|hotel|place|town|everyone
extremism: mass shooting|murder|stabbing
extremism: manifesto
trapped: trapped|stuck|locked in|inside|under house|car|lift|room|flat|building|rubble|boot
"""  # noqa: E501 - one phrase per line reads better than a phrase over two
