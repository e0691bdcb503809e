"""Reports in many voices: level | flags wanted | flags unwanted | text."""

ROWS = r"""
4 | weapon |  | Bloke in a grey hoody pulled a blade on me by the cash machine
4 | weapon |  | there is man with gun near school
4 | weapon |  | my son says a boy in his class brings a knife to school
4 | weapon |  | found a machete hidden in the bushes by the swings
4 | weapon |  | he lifted his top and you could see the handle of something
4 | weapon |  | saw what looked like a firearm on the passenger seat
4 | weapon |  | they were bragging on snap bout being strapped
4 | weapon |  | hello yeah um I'm ringing because theres a fella in the precinct swinging a golf club at folk
4 | weapon |  | he keeps a nank under his seat everybody knows
4 | weapon |  | lads shooting at cats with an air rifle off the balcony
4 | weapon |  | kid got shanked at the bus station yesterday
4 | weapon |  | came at me with a broken bottle
4 | weapon |  | Yoof with catapult firing ball bearings at bus windows
1 |  | weapon | Could the hand dryer cut out like a gun going off, also bins overflowing
2 |  | weapon violence | Party next door all night, music thumping through the walls, absolutely banging headache
2 |  | weapon | he looked daggers at me over the parking
2 |  | weapon violence | I didn't see any weapons and nobody was hit, they were just shouting and drinking by the
    bandstand
1 |  | weapon | The council axed our bus and the grass blades are a foot high on the verge, very overgrown
3 | violence |  | mass brawl after the match, they'd all scarpered by the time I rang
3 | violence |  | Some blokes having a scrap in the taxi queue, it's finished now
4 | violence |  | security guard was headbutted by a customer
4 | violence |  | our kid got brayed coming home from t'chippy
4 | violence |  | he dragged me by my hair down the stairs
4 | violence |  | a teenage lad hit an old woman and knocked her to the floor
4 | violence |  | driver got out of his car and punched my husband
4 | violence immediate_danger |  | theyre kicking his head in outside the chippy send someone
4 | violence |  | My daughter was slapped by another parent at the gate
4 | violence |  | stones thrown at my grandad while he walks his dog
4 | violence |  | she came up behind me and pulled my hair and kicked me
4 | violence |  | i was beaten up on saturday
4 | violence |  | he bit my ear in the argument
2 |  | violence | neighbours were shouting at each other about the hedge but no violence
1 |  | violence | the wind knocked over the bins and litter is all over
2 |  | violence | kids kicked the ball over my fence and broke a plant pot
2 |  | violence | the DJ was banging out tunes till 4am
4 | threat_of_violence |  | He said he will stab my brother if he sees him again
4 | threat_of_violence |  | got a note through the door saying move out or else you'll get hurt
4 | threat_of_violence |  | the lads told me I'd get done over if I came out again
4 | threat_of_violence |  | He said it would be a shame if owt happened to my dog
4 | threat_of_violence |  | He did a cut throat sign at me and my kids
4 | threat_of_violence |  | gonna smash ur face in he said
4 | threat_of_violence |  | They said they'd put a brick through my window and set me on fire
4 | threat_of_violence |  | my landlord said he'd send the lads round to break my legs
4 | threat_of_violence |  | he shouted I'm going to kill you at the bin man
4 | threat_of_violence |  | my ex says he will find me wherever I go and finish me
2 |  | threat_of_violence | neighbour threatened to report me to the council about my hedge
2 |  | threat_of_violence | they threatened me with a solicitor over the fence
2 |  | threat_of_violence violence | My feet are killing me walking round the cars parked on the pavement
4 | arson_fire_risk |  | they set the caravan on fire with someone sleeping in it
4 | arson_fire_risk |  | somebody's stuffed burning paper through my door
4 | arson_fire_risk |  | he says he'll torch the place
3 | arson_fire_risk |  | Lads have been lighting fires in the woods
3 | arson_fire_risk |  | someone set light to the park bench last night
2 |  | arson_fire_risk | He burns plastic in his garden every weekend and the smoke stinks
4 | immediate_danger |  | help someones breaking in downstairs
4 | immediate_danger |  | he is trying to get in the window now im hiding
3 | dangerous_dog |  | Rottweiler loose on the field, it chased two joggers
4 | dangerous_dog |  | Their dog bit my lad on the leg
4 | dangerous_dog |  | I got bitten by next doors alsatian
3 | dangerous_dog |  | that pitbull went for my little terrier
2 |  | dangerous_dog | dog owners letting their dogs foul the pitch
4 | intimidation_reprisal |  | they keyed my car because I complained about the noise
4 | intimidation_reprisal |  | told me to drop the charges or else
3 | intimidation_reprisal |  | Nobody round here dare speak up against that family
3 | intimidation_reprisal |  | I want to stay anonymous, I'm scared of what they'll do if they know I rang
4 | domestic_abuse |  | my wife throws things at me and punches me, I'm a bloke so nobody will believe me
4 | domestic_abuse |  | partner controls all my money and I have to ask to go out
4 | domestic_abuse |  | He's never hit me but I have to account for every penny and he tracks my phone
4 | domestic_abuse |  | He strangled me last night but I love him
4 | domestic_abuse |  | can hear him leathering his missus through the wall
4 | domestic_abuse |  | my mate at work has a black eye again, says she walked into a door, she's terrified of her
    husband
4 | domestic_abuse child_safeguarding |  | dad hits mum when hes drunk, me and my sister hide upstairs
3 | domestic_abuse |  | There's a couple across the road always rowing and screaming at each other
3 | domestic_abuse |  | I heard a woman pleading with someone to stop last night
4 | domestic_abuse |  | my ex broke the non molestation order and was outside again
4 | domestic_abuse |  | she takes my wages and won't let me see my kids or my mum, she's my wife
4 | domestic_abuse |  | hubby slap me and say nobody want me
4 | domestic_abuse |  | I am scared of my husband he shout every day and break things
4 | sexual_offence |  | someone grabbed my bum on the 268 bus
4 | sexual_offence |  | an older man keeps rubbing up against women on the train
4 | sexual_offence |  | man w his trousers down touching himself by the school gates
4 | sexual_offence |  | ex is threatening to post my nudes
4 | sexual_offence |  | he forced himself on me at the party
4 | sexual_offence |  | guy put his hand up my skirt in the club
4 | sexual_offence |  | I woke up and didn't remember anything, I think my drink was spiked
4 | sexual_offence |  | peeping tom filming in the ladies toilets
4 | sexual_offence |  | Uncle used to touch me when I was little
4 | child_safeguarding |  | She leaves that baby in the car while she goes to bingo
4 | child_safeguarding |  | lad at school says his stepdad burns him with cigarettes
4 | child_safeguarding |  | the mum screams at those kids and I've seen her hit them
4 | child_safeguarding |  | a man in a van tried to get my daughter to get in
3 | child_safeguarding |  | six year old lad always out on his own at ten at night
3 | child_safeguarding |  | I've not seen those kids at school for weeks
4 | child_safeguarding |  | kid next door is covered in bruises and always hungry
4 | child_safeguarding |  | I'm 14 and my mum's boyfriend keeps coming in my room
3 | child_safeguarding |  | pupil flinches whenever his dad comes near
4 | child_safeguarding |  | parents smoking crack with the baby in the room
2 |  | child_safeguarding | teenagers out till midnight on the rec making noise
2 |  | child_safeguarding | kids knocking on doors and running away
4 | adult_safeguarding |  | Her son has got power of everything and she has no food in, she's 88 with dementia
4 | adult_safeguarding |  | carers handling dad roughly, he's got bruises on his arms
3 | adult_safeguarding |  | He has stopped washing and the house is full of rubbish to the ceiling, he's hoarding
4 | adult_safeguarding |  | my neighbour with learning disabilities gives all his money to a woman he just met who
    makes him
4 | adult_safeguarding |  | staff at the care home shout at the residents and leave them wet
4 | exploitation |  | a gang have cuckooed an old fella in flat 3
4 | exploitation |  | 15 yr old lass going missing, coming back in different clothes with a new phone and an older
    boyfriend
4 | exploitation |  | lads use the disabled man's flat to sell drugs, he's terrified of them
4 | exploitation |  | they make my little brother carry drugs for them
4 | exploitation |  | kid in year 8 has two phones and loads of cash and gets picked up by different cars
3 | exploitation |  | different people in and out of the flat opposite at all hours
3 | exploitation |  | he's been asked to let them use his bank account
4 | modern_slavery |  | workers at the farm sleeping ten to a caravan, their passports were taken off them
4 | modern_slavery |  | they dont pay us and say we owe money, we cannot leave
3 | modern_slavery |  | minibus drops about 9 blokes off at midnight at that house
4 | modern_slavery |  | there's a girl kept as a maid at number 4, she never goes out and sleeps on the kitchen floor
3 | hate |  | He called me a dirty foreigner in the queue
3 | hate |  | been called a tranny on the bus
3 | hate |  | Someone shouted terrorist at my wife because of her headscarf
4 | hate |  | Three times this month they've thrown eggs at our door shouting about us being Polish
4 | hate |  | kicked my wheelchair and laughed about me being a cripple
4 | hate |  | homophobic abuse and he punched my boyfriend
3 | hate |  | sign in the shop window says no travellers
3 | hate |  | Racist graffiti on the bus shelter
4 | stalking |  | ex boyfriend waiting outside my work again with flowers, I've told him no so many times
4 | stalking |  | he knows everywhere I've been, I think there's something on my phone, and he keeps sending letters
3 | stalking |  | someone I don't know left gifts on my doorstep after I said no
4 | stalking |  | my stalker is back
4 | suicide_self_harm |  | i cant do this no more, ive wrote a letter
4 | suicide_self_harm |  | My friend's got a rope in his garage and he's talking about ending it
4 | suicide_self_harm |  | mates sat on the edge of the multi storey
4 | suicide_self_harm |  | wish i could go to sleep and never wake up
4 | suicide_self_harm |  | life int worth living wi this noise
4 | suicide_self_harm |  | feel like a burden to everybody
4 | suicide_self_harm |  | not sure i want to be alive
4 | suicide_self_harm |  | thinking of topping meself
4 | suicide_self_harm |  | she's od'd
4 | suicide_self_harm |  | I've had enough of life
4 | suicide_self_harm |  | hes giving all his stuff away and saying his goodbyes
4 | radicalisation |  | He says we should all rise up and kill them, he's been watching terrorist videos
4 | radicalisation |  | brother praises the attackers and has become secretive online with new friends
3 | radicalisation |  | my student keeps reading manifestos
4 | honour_based_abuse |  | I'm 17 they've booked me a flight to Pakistan to marry my cousin
4 | honour_based_abuse |  | my friend is being forced to get married
4 | honour_based_abuse |  | they're taking my little sister abroad to be cut
4 | honour_based_abuse |  | family says i have disgraced them and dad will kill me
4 | missing_person |  | my nan went out this morning and never came back, she has dementia
4 | missing_person |  | husband left for work yesterday and nobody has seen him since
4 | missing_person |  | girl from the children's home has absconded
4 | missing_person |  | Our lad's not come home, he's 13, it's past midnight
4 | position_of_trust |  | football coach gives lifts to the girls and texts them late at night
4 | position_of_trust |  | a teacher at my sons school hit him
4 | position_of_trust |  | The youth worker at the centre was drunk with the kids
4 | position_of_trust |  | man who runs the lunch club has been borrowing money off the old ladies
3 | drug_supply |  | someone's growing cannabis in the house opposite, windows blacked out and a buzzing noise
3 | drug_supply |  | lads on bikes dropping off little packets to people in cars
3 | drug_supply |  | there's a dealer operating from the flats
3 | drug_supply |  | proper dodgy, food getting shotted out of the window at no 5 all day
2 |  | drug_supply | people smoking weed in the stairwell
3 | community_tension |  | far right group have called a demo outside the hotel on Saturday
3 | community_tension |  | There's talk of a riot, facebook posts telling everyone to gather at the mosque
2 | targeted |  | They single me out, nobody else gets rubbish thrown in their garden
2 | unsafe_to_contact |  | please don't phone, he checks my call list
2 | unclear_needs_contact |  | not sure if this is anything but something's off about the house on the corner
2 | unclear_needs_contact |  | I dunno who to tell. It's about my neighbour. I'd rather talk to someone
2 | unclear_needs_contact |  | sorry to bother you probably nothing
2 | unclear_needs_contact |  | por favor ayuda mi vecino tiene mucho ruido y tengo miedo
2 | unclear_needs_contact |  | Proszę o pomoc, mój mąż mnie bije
1 | no_behaviour_described |  | Loads of foreigners hanging round the town centre, needs sorting
1 | no_behaviour_described |  | There's a group of Somali men outside the cafe most days
1 | no_behaviour_described |  | old people sat on the wall outside my house
1 | no_behaviour_described |  | Travellers have turned up on the car park with 12 caravans
1 | no_behaviour_described |  | suspicious looking lad in a hoodie walking down our road
1 | no_behaviour_described |  | A new Polish family have moved in, thought you should know
2 |  |  | next door's kids bouncing on the trampoline and screaming all day
2 |  |  | boy racers doing doughnuts on the retail park
2 |  |  | neighbour keeps revving his motorbike at 6am
2 |  |  | They've dumped a fridge and bags of rubble on the moor road
2 |  |  | Cockerel crowing at 4 every morning
2 |  |  | someone keyed my car
2 |  |  | delivery lorries unloading at the supermarket at 5am
2 |  |  | graffiti on the war memorial
2 |  |  | shoplifter walked out with a trolley full of meat
2 |  |  | youths drinking and being rowdy outside the Spar, swearing at customers
2 |  |  | prank calls to the community centre every night
2 |  |  | Bonfire smoke filling the street
2 |  |  | nextdoor's tree is over my fence and he won't talk about it
2 |  |  | my parcel was stolen off the step
2 |  |  | bloke shouting at customers and swearing in Tesco
2 |  |  | begging outside the cash point
2 |  |  | Car parked across my drive so I couldn't get out
1 |  |  | lights out in the ginnel, pitch black
1 |  |  | grass not been cut since may
1 |  |  | I've got a spare room for a homework club if kids want it
1 |  |  | just to say thanks to the litter pickers
1 |  |  | I feel nervous waiting at that bus stop after dark
1 |  |  | Ideas: planters at the end of the road would be nice
1 |  |  | chip papers and cans all over after school lunch
1 |  |  | new to the area and don't know anybody, would like some company
3 |  |  | my house was broken into while we were at work
3 |  |  | man at the door saying he's from the water board, tried to get my neighbour's bank details
4 |  |  | got mugged for my phone
4 | weapon |  | Hi I was walking the dog near the canal about 4pm. Two youths were messing about and one of them had
    a large kitchen knife in his waistband. They went off towards town.
4 | weapon |  | my ex has bought a crossbow and keeps talking about me
4 | weapon |  | im in the shop and a man has just come in with a gun
4 | weapon |  | He said he'd bring his blade next time
4 | weapon |  | lads on ebikes with balaclavas and machetes
4 | weapon |  | Some kid pulled out a screwdriver and told my son to hand over his phone
4 | weapon |  | the boys have been sharpening sticks... no joke one has a samurai sword in his bag
4 | violence |  | There was a fight on the 229 bus and the driver got hit in the face
4 | violence |  | my neighbour punched me in the chest on monday because of the parking
"""
