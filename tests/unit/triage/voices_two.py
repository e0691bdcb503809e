"""Reports in many voices: level | flags wanted | flags unwanted | text."""

ROWS = r"""
4 | violence |  | lady in the next flat had her arm broken by someone
4 | violence |  | i saw a lad getting beaten by about five others behind the chip shop
4 | violence |  | A customer grabbed my throat over a refund
4 | violence |  | security at the club threw my mate down the stairs
4 | violence |  | someone chucked a bottle at my head walking past the park
4 | violence |  | an old man was robbed and pushed to the ground outside the post office
3 | violence |  | big fight in the beer garden of the Star, police turned up and it was finished
4 | threat_of_violence |  | I've had a text saying they're going to shoot up my house
4 | threat_of_violence |  | The bloke downstairs told me he would cave my head in if I knocked again
4 | threat_of_violence |  | He keeps saying he'll get me when I least expect it
4 | threat_of_violence |  | lads have said they will stab my grandson if he goes to college
4 | threat_of_violence |  | they told my mum they'd rape her
4 | threat_of_violence |  | ive been told theres a bounty on my head
4 | arson_fire_risk |  | there's petrol been poured round our back door
3 | arson_fire_risk |  | kids set fire to a pile of tyres behind the garages
4 | arson_fire_risk |  | HOUSE ON FIRE NUMBER 12 KIDS INSIDE
3 | dangerous_dog |  | two big dogs keep getting out and they've killed a cat
4 | dangerous_dog |  | my grandaughter was bitten in the park by a dog off its lead
4 | domestic_abuse |  | My dad is violent to my mum and we are frightened of him
4 | domestic_abuse |  | since we split up he wont leave me alone he turns up drunk banging on the door threatening me
4 | domestic_abuse |  | She told me her husband doesn't let her work or have her own money and he gets angry if she
    talks to me
4 | domestic_abuse |  | he dont hit me but he smash my things and say nobody will believe me, i am his wife
4 | domestic_abuse |  | partner put his hands round my neck on sunday
4 | domestic_abuse |  | I'm 8 months pregnant and he kicked me in the stomach
4 | domestic_abuse |  | My girlfriend scratches and bites me when she's angry
4 | domestic_abuse |  | our lass got chucked out in the street by her bloke in her nightie crying
3 | domestic_abuse |  | The lady at 9 is always crying and I've seen bruises
3 | domestic_abuse |  | always a right barney between them two, plates smashing
4 | sexual_offence |  | a man has been exposing himself to runners on the greenway
4 | sexual_offence |  | my boss keeps touching my waist and asking for sex
4 | sexual_offence |  | My daughter's boyfriend made her do things she didn't want to do
4 | sexual_offence |  | a group of lads were grabbing girls at the fair
4 | sexual_offence |  | they passed round a video of her having sex
4 | sexual_offence |  | he followed me off the bus and tried to kiss me and put his hands all over me
4 | sexual_offence |  | She was assaulted in the taxi, he touched her breasts
4 | child_safeguarding |  | My grandchildren tell me their mum's boyfriend locks them in the cupboard
4 | child_safeguarding |  | a boy about 5 knocked on my door at 11pm asking for food, no shoes on
4 | child_safeguarding |  | the parents across the way are always drunk and the baby is left crying in the cot for
    hours
4 | child_safeguarding |  | my friend in year 7 has scars and says her dad does it
4 | child_safeguarding |  | A stranger keeps waiting outside the primary school and taking photos of the children
4 | child_safeguarding |  | My 12 year old has been getting messages from a man she met on Roblox
3 | child_safeguarding |  | I can hear the little boy next door screaming every single night
3 | child_safeguarding |  | toddler always in a dirty nappy out on the landing
4 | adult_safeguarding |  | My uncle has Down's syndrome and his so-called carer has got hold of his cash card
4 | adult_safeguarding |  | She's 91 and her daughter shouts at her and locks her in the bedroom
4 | adult_safeguarding |  | man with learning disabilities being fleeced by people he thinks are his friends
4 | adult_safeguarding |  | old fella two doors down, not been seen out for days, curtains shut
3 | adult_safeguarding |  | He's not taking his medication and the flat stinks, he has schizophrenia
4 | exploitation |  | He's fifteen and owes money to older lads, they've got him selling for them
4 | exploitation |  | a dealer has moved in on a woman with mental health problems and she's scared to go home
4 | exploitation |  | young lass keeps getting into cars with grown men by the station
3 | exploitation |  | cars stop outside for a minute all through the night, someone comes out and passes something
    through the window
4 | modern_slavery |  | The lads at the hand car wash live in the back of the unit and never get a day off, boss
    keeps their ID
4 | modern_slavery |  | I came here for job but they take my papers and I must work for debt
4 | modern_slavery |  | eight or nine women in the terrace, blacked out windows, driven off in a van each night
3 | hate |  | A woman on the tram told me to go back where I came from
3 | hate |  | Gang of lads calling my brother a spaz because he's got Down's
3 | hate |  | i get called slurs for holding my boyfriends hand
4 | hate |  | they set fire to the bin outside the synagogue
4 | stalking |  | This man I met once online now sends me 50 messages a day, found out where I work and waits for me
4 | stalking |  | he has been photographing me from his car and contacting my friends to ask where I am
4 | suicide_self_harm |  | My brother just texted saying sorry for everything and goodbye
4 | suicide_self_harm |  | I've been thinking everyone'd be happier if I was gone
4 | suicide_self_harm |  | she keeps saying she wants to die
4 | suicide_self_harm |  | hes on the roof of the flats threatening to jump
4 | suicide_self_harm |  | cutting my arms helps
4 | suicide_self_harm |  | I have nothing left to live for since the bailiffs came
4 | suicide_self_harm |  | the noise is so bad I want to kill myself
4 | radicalisation |  | my son says he wants to fight for isis
4 | radicalisation |  | lad in our gaming group posted he's going to shoot up the school on monday
3 | radicalisation |  | He keeps going on about how the shooter was right
4 | honour_based_abuse |  | My sister's been taken to Bangladesh and they say she's engaged, she's 16
4 | honour_based_abuse |  | my cousins beat me because I was seen with a boy and they said I dishonoured the family
4 | honour_based_abuse |  | They said if I don't marry him I am dead to them and they will send me back
4 | missing_person |  | My dad has Alzheimer's and he's wandered off, we can't find him anywhere
4 | missing_person |  | my flatmate hasn't been home for three days and isn't answering
4 | missing_person |  | Teenage lass from our street has run away from home
4 | position_of_trust |  | The imam's assistant has been hitting the children at evening class
4 | position_of_trust |  | swimming teacher keeps making comments about the girls' bodies
4 | position_of_trust |  | a carer from the agency stole my mum's ring
3 | drug_supply |  | The lad in flat 8 is selling out of his window
3 | drug_supply |  | we see drug deals every day in the car park behind Lidl
3 | drug_supply |  | constant stream of addicts to the house on the corner buying
4 | drug_supply |  | they're selling vapes with spice in to kids outside the high school
3 | intimidation_reprisal |  | No one will give a statement because they are terrified of that family
4 | intimidation_reprisal |  | After I reported them I got dog mess through my letterbox and grass sprayed on the wall
3 | community_tension |  | The EDL are planning something in the town centre and local lads are saying they'll meet
    them
2 | unsafe_to_contact |  | Only text me, never ring, she listens in
2 | unclear_needs_contact |  | there is something going on at that house, cant say what
1 | no_behaviour_described |  | Why are there so many Kurdish men outside the barbers every night? Can you move them
1 | no_behaviour_described |  | teenagers in hoodies at the bus stop
1 | no_behaviour_described |  | There's a black man sitting in a parked car on Oak Avenue
1 | no_behaviour_described |  | gypsy caravans on the rec
2 |  |  | The lad upstairs plays his drum kit at all hours and I can't sleep
2 |  |  | People keep leaving bags of clothes and an old telly by the bottle bank
2 |  |  | Someone's spray painted their name all over the underpass
2 |  |  | neighbours dog whines and howls when they go out
2 |  |  | group of lads on the swings every evening being loud and leaving cans
2 |  |  | Parents block my drive at school run
2 |  |  | off-road bikers churning up the woods on Sundays
2 |  |  | Kids letting off rockets on the playing field
2 |  |  | neighbour keeps chucking his grass cuttings over my fence
2 |  |  | woman in Boots swore at my mum
2 |  |  | two blokes drinking cider and shouting in the bus shelter
2 |  |  | a man begging outside Greggs
2 |  |  | number plates nicked off my van
2 |  |  | My bike has been stolen from the station
2 |  |  | kids smashed the greenhouse at the allotments
2 |  |  | burning rubbish in the yard behind the takeaway, smoke in my bedroom
2 |  |  | Ball keeps coming over and they climb over my wall to get it
2 |  |  | the pub has live music until 1am every weekend
2 |  |  | smell of cannabis drifting into my flat
1 |  |  | The park bins haven't been emptied
1 |  |  | Lamp post 14 is flickering
1 |  |  | Brambles are growing across the footpath
1 |  |  | I'd like to run a craft group for older people
1 |  |  | My mum is on her own all day and would love a visitor
1 |  |  | A thank you to the wardens who cleared the leaves
1 |  |  | it's scary at the back of the shops at night, could do with more lights
3 |  |  | Came back from holiday and the house had been burgled
3 |  |  | bogus workmen took my grandad to the bank to draw out £3000
4 | weapon |  | There was a bloke brandishing a cleaver in the takeaway
4 | weapon |  | He keeps a sawn-off in the loft, my cousin told me
4 | weapon |  | teen with a BB gun taking pot shots at pigeons and people
4 | weapon |  | Youth threatened the shopkeeper with a knife and took the till
4 | weapon |  | My lad came home with a lock knife, says he needs it for protection
4 | weapon |  | ppl were running cos some1 had a zombie knife
4 | violence |  | My neighbour attacked me with a spade
4 | violence |  | our Karl got his jaw broke outside Wetherspoons
4 | violence |  | girls from another school dragged my daughter to the floor and kicked her
4 | violence |  | Man pushed a woman off her bike and punched her
4 | violence |  | I've just been assaulted by a taxi driver
4 | violence |  | staff member was spat at and slapped
3 | violence |  | a punch up in the queue at the chippy, all sorted by the time anyone came
4 | threat_of_violence |  | he's put on facebook that he's going to kill my sister
4 | threat_of_violence |  | She said her brothers would come round and sort me out
4 | threat_of_violence |  | I've been warned that if I go to court I'll be sorry
4 | threat_of_violence |  | They threatened to slit my dog's throat and then mine
4 | arson_fire_risk |  | our bins were set alight against the front door last night
4 | arson_fire_risk |  | someone has put a firework through the letter box
4 | dangerous_dog |  | A dog attacked my guide dog and me
3 | dangerous_dog |  | There's an aggressive bulldog that lunges at everyone
4 | domestic_abuse |  | My other half has to know where I am every minute and goes mad if I'm late
4 | domestic_abuse |  | I'm frightened to go home, he was drinking again and last time he broke my wrist
4 | domestic_abuse |  | husband threatens to take the children if I leave him
4 | domestic_abuse |  | he controls what i wear who i see and he has my phone password
4 | domestic_abuse |  | her next door gets battered by her bloke every weekend
4 | domestic_abuse |  | my wife hits me
4 | domestic_abuse |  | My grown up son smashes up my house when I won't give him money
4 | domestic_abuse |  | hi its about my sister, her boyfriend beat her up again and she wont leave
3 | domestic_abuse |  | A lot of shouting and crashing from number 7 and a woman crying afterwards
4 | sexual_offence |  | somebody grabbed my backside in the crowd
4 | sexual_offence |  | my ex sent private photos of me to my workmates
4 | sexual_offence |  | A man was masturbating in his car near the playing field
4 | sexual_offence |  | He wouldn't stop even though I said no
4 | sexual_offence |  | boy in my class keeps touching me and I don't like it
4 | child_safeguarding |  | The children at 23 are left alone every evening, the eldest is about 7
4 | child_safeguarding |  | My neighbour screams at her toddler and I heard slapping and then crying
4 | child_safeguarding |  | Two kids living with a heroin addict, no food, never at school
4 | child_safeguarding |  | A girl told me her stepdad comes into her bedroom at night
4 | child_safeguarding |  | man offering kids sweets from his car outside the junior school
3 | child_safeguarding |  | Kid at our breakfast club is always starving and in the same dirty clothes
4 | adult_safeguarding |  | The gentleman upstairs has dementia and his lodger is emptying his account
4 | adult_safeguarding |  | Found an old lady in her nightie on the street, she didn't know her name
4 | adult_safeguarding |  | my mates brother is disabled and his carer hits him
3 | adult_safeguarding |  | My neighbour has lost loads of weight, he's confused and there's no food in
4 | exploitation |  | they are using her flat to deal and she is too scared to tell them to leave
4 | exploitation |  | my grandson owes a debt to a gang and they're making him work it off
4 | exploitation |  | Teenage girl being picked up by different older men in taxis
4 | exploitation |  | they have taken over the disabled lad's flat
3 | exploitation |  | a 14 year old lad has new designer clothes and wads of cash
4 | modern_slavery |  | workers in the takeaway sleep in the cellar and aren't allowed out
4 | modern_slavery |  | I work 16 hours and boss don't pay, he has my visa and passport
3 | modern_slavery |  | Several men picked up in a van at 4am every day from that run down house
4 | hate |  | someone keeps posting bacon through our letterbox because we're Muslim
3 | hate |  | Shouted a homophobic word at me as I left the bar
3 | hate |  | They said people like me in wheelchairs shouldn't be here
3 | hate |  | racially abused by a passenger
4 | stalking |  | she's been following me for weeks and turns up wherever I go
4 | stalking |  | He keeps contacting my family to find me, and he's made fake profiles of me
4 | stalking |  | there's a man who watches my flat from his car most nights and leaves notes
4 | suicide_self_harm |  | I don't see any way out
4 | suicide_self_harm |  | hes threatening to jump off the bridge
4 | suicide_self_harm |  | I can't go on
4 | suicide_self_harm |  | my son has been self harming and says he doesn't want to live
4 | suicide_self_harm |  | what's the point anymore I may as well be dead
4 | suicide_self_harm |  | She has taken an overdose
4 | radicalisation |  | teenager at my work keeps sharing videos of executions and says all muslims should die
4 | honour_based_abuse |  | I'm scared I will be sent back home and forced into marriage
4 | honour_based_abuse |  | dad found out I'm gay and says I've shamed us, he's going to send me away
4 | missing_person |  | Can't get hold of my sister for two days, not like her, really worried
4 | missing_person |  | the little lad from number 5 has gone missing
4 | missing_person |  | Mum went to the shops this morning and hasn't returned, she's 82
4 | position_of_trust |  | A PCSO has been sending flirty messages to a 15 year old
4 | position_of_trust |  | One of the helpers at the youth group took my son home alone and gave him beer
3 | drug_supply |  | Drug dealing on the landing outside my flat
3 | drug_supply |  | car turns up, lad leans in window, swaps something, drives off, happens ten times a day
4 | intimidation_reprisal |  | they've been banging on my door calling me a snitch
3 | intimidation_reprisal |  | People won't come to the meeting because they are scared of the family at 40
3 | community_tension |  | lots of talk online about a march against the migrants, people are scared
1 |  |  | I want to suggest benches along the canal
1 |  |  | Weeds are coming through the pavement
1 |  |  | Could someone trim the hedges by the school
1 |  |  | we are a choir and could sing at the care home
2 |  |  | Rubbish and a broken wardrobe have been tipped in the lane
2 |  |  | Drunk people shouting and singing outside at 2am every Friday
2 |  |  | A van parked on the pavement so wheelchairs can't get by
2 |  |  | lads playing footy in the street smash my plant pots
2 |  |  | My neighbour and I have a disagreement about the drain
2 |  |  | Someone threw eggs at houses on our street at halloween
2 |  |  | dog left barking in the yard all night
2 |  |  | motorbikes racing up and down the bypass
2 |  |  | teenagers smoking and swearing in the bus shelter
2 |  |  | there's dog muck everywhere outside nursery
2 |  |  | my car got scratched in the car park
2 |  |  | horrible comments about me on the village page
2 |  |  | lad being rude and swearing at the librarian
2 |  |  | Tents in the churchyard, people sleeping there
2 |  |  | strong smell of weed in the stairwell
2 |  |  | they were setting off bangers behind the shops
3 |  |  | Burglars got into my garage and took everything
4 | weapon |  | guy at the bus station flashing a knife at people
4 | weapon |  | my neighbour has a shotgun in his shed and no licence
4 | weapon |  | someone fired a gun at a house on our road
4 | weapon |  | There were three lads and one had something long and metal up his sleeve, looked like a machete
2 |  | weapon | No weapons or anything like that, the lads just sit there smoking and swearing
2 |  | weapon violence | the firework display made a bang like a gun, scared my dog barking all night
4 | violence |  | She was thrown against a car by two men
4 | violence |  | a lad has been slashed outside the youth club
4 | violence |  | Some teenagers attacked a homeless man and kicked his stuff about
4 | violence |  | My boss punched me in the stockroom
4 | violence |  | he has thumped our Jason
3 | violence |  | two women were scrapping in the road earlier, gone now
2 |  | violence | kids play fighting and being loud on the grass
4 | threat_of_violence |  | He texted that he will break my arms
4 | threat_of_violence |  | They've told my son they'll jump him after school
4 | threat_of_violence |  | my tenant said if I evict him he'll have me killed
4 | threat_of_violence |  | She screamed that she'd stab anyone who came near
2 |  | threat_of_violence | she threatened to call the police on us over our parking
2 |  | threat_of_violence | I could have killed him when I saw where he'd parked, blocking my drive again
4 | arson_fire_risk |  | lads poured lighter fluid on the doormat and lit it
3 | arson_fire_risk |  | The moors have been set alight again
4 | dangerous_dog |  | Dog off its lead knocked my daughter down and bit her face
4 | intimidation_reprisal |  | since I told the landlord they've slashed my tyres
4 | domestic_abuse |  | he pushed me down the stairs when I said I was leaving him
4 | domestic_abuse |  | I think my daughter is being abused by her partner, she's covered in bruises and never
    allowed out alone
4 | domestic_abuse |  | my ex follows me to work and sends abusive texts, he has broken his bail conditions
4 | domestic_abuse |  | He's always putting her down and won't let her have friends, she's got to ask for money for
    food
4 | domestic_abuse |  | husband rapes me
4 | domestic_abuse |  | i am afraid of my wife she beat me with pan
3 | domestic_abuse |  | I often hear them screaming at each other upstairs, man and woman, and doors banging
4 | sexual_offence |  | a man on the canal path pulled his trousers down in front of my girls
4 | sexual_offence |  | he put something in her drink and took her home
4 | sexual_offence |  | some lad at school showed everyone a video of my daughter with no clothes on
4 | sexual_offence |  | the man followed me and grabbed me between the legs
4 | child_safeguarding |  | Her baby has burns on his legs and she says he fell
4 | child_safeguarding |  | My niece told me her dad hits her
4 | child_safeguarding |  | She leaves her kids alone while she goes out drinking
4 | child_safeguarding |  | I'm worried about a lad in my class, he never has any lunch and he has marks on his neck
3 | child_safeguarding |  | Toddler playing in the road at 9pm, no grown up to be seen
3 | child_safeguarding |  | the little girl seems frightened of her mum's new boyfriend
4 | adult_safeguarding |  | My neighbour's son takes her pension every week, she has dementia and nothing to eat
4 | adult_safeguarding |  | The care home left my dad in a wet bed all night
3 | adult_safeguarding |  | Mr Jones has stopped eating and the house is full of rubbish
4 | exploitation |  | My friend's boy is only 12 and they've got him delivering drugs
4 | exploitation |  | Older men are giving alcohol to young girls in the park and taking them off in cars
3 | exploitation |  | My daughter's 13 and has a new older boyfriend she won't talk about
4 | modern_slavery |  | There are women who cannot leave that house, a man collects money from visitors
4 | modern_slavery |  | They make him work all day on the site for no money and he sleeps in the van
4 | hate |  | they laughed at my son because he's autistic
4 | hate |  | A group surrounded my daughter and pulled off her hijab
3 | hate |  | got called a f****t walking home with my partner
3 | hate |  | antisemitic stickers put on lamp posts
4 | stalking |  | My colleague won't leave me alone, he waits by my car, sends flowers and he's been to my house
    twice
4 | suicide_self_harm |  | everything is pointless, I've written letters to my kids
4 | suicide_self_harm |  | im gonna end it
4 | suicide_self_harm |  | he said he'd be better off dead
4 | suicide_self_harm |  | there's a woman on the motorway bridge climbing over
4 | suicide_self_harm |  | he's been talking about suicide since he lost his job
4 | suicide_self_harm |  | she's cutting again
4 | suicide_self_harm |  | i just want it to stop i dont want to wake up tomorrow
4 | radicalisation |  | my brother is obsessed with bomb making and hates everyone who isn't like him
4 | honour_based_abuse |  | they are planning my wedding to a man I've never met and my passport has been taken
4 | missing_person |  | my husband hasn't come back from his walk, he has heart problems
4 | missing_person |  | a lad from the care home has been gone since last night
4 | position_of_trust |  | the vicar hugs the choir girls and takes them home in his car one at a time
4 | position_of_trust |  | My social worker asked me for money
3 | drug_supply |  | two lads selling pills outside the club
3 | drug_supply |  | They're always handing over little wraps by the phone box
3 | community_tension |  | There's going to be trouble between the lads from Dale Street and Top Estate on Saturday,
    they're all getting together
2 | unclear_needs_contact |  | hi can somebody ring me its about next door
2 | unclear_needs_contact |  | It's just the way he looks at her. I can't explain it.
1 | no_behaviour_described |  | Too many asylum seekers walking about town
1 | no_behaviour_described |  | two men sat in a van outside the school
1 | no_behaviour_described |  | There is a group of young people in the park every evening
2 |  |  | Somebody has dumped tyres in the beck
2 |  |  | music blaring from the flat upstairs again, can't hear my telly
2 |  |  | nuisance bikes on the playing fields
2 |  |  | The chip shop extractor fan hums all night
2 |  |  | idiot parked across the dropped kerb
2 |  |  | kids throwing snowballs at cars
2 |  |  | my wheelie bin got knocked over by lads
2 |  |  | people drinking in the park and leaving a mess
2 |  |  | teenagers vandalised the swings
2 |  |  | wing mirror kicked off my car last night
1 |  |  | could we have more bins on the high street
1 |  |  | We'd be happy to help with the Christmas lunch
1 |  |  | the path is covered in wet leaves and slippery
1 |  |  | not many lights down the snicket, feel uneasy
1 |  |  | the flower beds are full of weeds
"""
