"""Word groups: things, places and times."""

GROUPS = {
    "BLADE": """
        knife, knives, knifes, knive, nife, machete, machetes, machette, sword, swords, dagger, daggers, shank,
        shanks, nank, nanks, flick knife, zombie knife, rambo, bayonet, cleaver, blade, blades, samurai,
        stanley blade, stanley knife, kitchen knife, hatchet, rambo knife, nanky, kniff, kinfe, knief,
        meat cleaver, katana
    """,
    "GUN": """
        gun, guns, firearm, firearms, pistol, rifle, shotgun, handgun, revolver, bb gun, bb guns, airgun, air gun,
        air rifle, pellet gun, crossbow, taser, tazer, gunshot, gunshots, shots fired, imitation firearm, sawn off,
        ammunition, bullets, catapults, catapult, airsoft, strap, fake gun, pellet guns, gunman, uzi, glock,
        grenade
    """,
    "ACID": "acid, battery acid, ammonia, corrosive, noxious, acid attack",
    "CLUB": """
        bat, bats, baseball bat, hammer, hammers, crowbar, crow bar, iron bar, metal bar, metal pole,
        scaffold pole, knuckleduster, knuckle duster, knuckledusters, cosh, golf club, axe, axes, sledgehammer,
        pole, screwdriver, bike chain, chain, baton, wrench, pickaxe, machine, plank, bar, stick, spade, shovel,
        scissors, poker, hockey stick, cricket bat, broken bottle, metal rod, snooker cue, pool cue, brick, bricks,
        bottle, glass
    """,
    "SURE_CLUB": """
        baseball bat, crowbar, knuckleduster, knuckle duster, knuckledusters, cosh, iron bar, metal bar,
        sledgehammer, axe, axes, hammer, hammers, metal pole, scaffold pole, broken bottle, metal rod, screwdriver,
        hatchet, golf club, crow bar, bat, bats, pickaxe
    """,
    "MISSILE": """
        stone, stones, rock, rocks, brick, bricks, bottle, bottles, eggs, egg, missiles, objects, stuff, things,
        glass, fireworks, firework, rubble, snowballs, cans, logs
    """,
    "FIREWORK": """
        firework, fireworks, rocket, rockets, banger, bangers, roman candle, roman candles, air bomb, fireworkz,
        fire work, fire works, firecracker, firecrackers
    """,
    "HOLD": """
        have, has, had, got, with, carry+, carries, carryin, hold, holds, holding, holdin, wave, waving, wavin,
        waved, brandish+, pull+, pulled out, pull out, produced, show+, showed, showing, armed, wield+, swing,
        swinging, swung, using, used, use, hiding, hid, stash+, took out, drew, flash+, point+, pointed, pointing,
        keeps, hes, carrys, packing, threw, throw, throwing, chucked, grabbed, concealing, tucked, sees, saw, seen,
        took, run around, buried
    """,
    "NASTY_HOLD": """
        carry+, carries, carryin, wave, waving, wavin, waved, brandish+, pulled, pulled out, armed, wield+, swing,
        swinging, swung, chased, chase, chasing, threaten+, hit, attack+, came at, coming at, smash+, went for,
        running, running round, walking round, walking around, walking about, roaming, beat, beaten, outside with,
        door with, run at, ran at, hit+, came out, comes out, going round, after, batter+, clutching, going mad,
        prowling, threatened
    """,
    "DRUG": """
        drug, drugs, weed, cannabis, coke, cocaine, crack, heroin, smack, spice, ket, ketamine, pills, mdma,
        ecstasy, meth, bags of, baggies, baggie, baggy, baggys, mcat, nos, ganja, gear, bud, skunk, drugz, xanax,
        wraps, dope, valium, pregabs, mamba, substances, beak, little bags, snap bags, small bags, tiny bags
    """,
    "SURE_DRUG": """
        drug, drugs, weed, cannabis, coke, cocaine, crack, heroin, spice, ket, ketamine, mdma, ecstasy, meth,
        baggies, baggie, baggy, baggys, drugz, skunk, ganja, xanax, wraps, mamba, beak, pills
    """,
    "FIRE": """
        fire, fires, flames, alight, ablaze, burning, burnin, blaze, petrol, smoke coming, fiyah, on fire, torched,
        smouldering
    """,
    "BURNABLE": """
        house, houses, home, homes, flat, flats, building, car, cars, van, vehicle, vehicles, door, front door,
        garage, caravan, bus, shop, school, mosque, church, hotel, bed, stairwell, communal bins, shed, block,
        letterbox, tower block, mattress in, curtains, place, garages, property, synagogue, temple, gurdwara,
        kitchen, sofa in, wheelie bins against, tent, bungalow, hostel, pub
    """,
    "OCCUPIED": """
        house, houses, home, homes, flat, flats, building, car, cars, van, vehicle, vehicles, caravan, bus, hotel,
        mosque, letterbox, stairwell, block, tower block, tent, bungalow, hostel, door, front door, car was, moped,
        truck
    """,
    "BIN_LIKE": """
        bin, bins, wheelie bin, wheelie bins, grass, rubbish, bench, benches, park, field, woods, moor, moors,
        moorland, hedge, litter, leaves, skip, tyres, play area, playground, bushes, gorse, pallets, trees,
        wheely bins, derelict
    """,
    "DOG": """
        dog, dogs, xl bully, bully xl, bully, pitbull, pit bull, staffy, staffie, staff, alsatian, rottweiler,
        rottie, german shepherd, bulldog, mastiff, cane corso, doberman, husky, hound, dawg, doggo, staffs
    """,
    "HOME": """
        house, home, flat, door, front door, window, windows, garden, car, cars, property, letterbox, drive, fence,
        doorstep, shed, gate, bedroom, homes, caravan, tent, front window, back door, porch, bungalow, van
    """,
    "AT_NIGHT": """
        late, night, nights, midnight, #minor pm, #minor at night, dark, after dark, 2am, 1 am, 2 am, #minor am,
        all hours, early hours, 3am, 10pm, 11pm, till late, past midnight, gone #minor, morning
    """,
    "NOW": """
        right now, rn, as we speak, at the moment, as i type, as i write, this minute, this second, happening now,
        come quick, this very moment, still here, still there, still outside, come now, as im typing,
        being attacked, happening as, outside now, here now, fighting now, happening right, going on now,
        its happening, in progress, at this moment, atm, now in, currently outside, currently in, is outside,
        are outside, hes outside, theyre outside, shes outside, hurry up, now outside
    """,
    "HABIT": """
        every, always, each, often, keeps, keep, regularly, weekends, nights, most, usually, constantly,
        continually, daily, nightly, weekly, again and again, all the time, sometimes, months, weeks, years,
        never stops, forever, every time, everyday, last, yesterday, ago, week, keep on, past, previous,
        over the last, later, then, earlier, were, was
    """,
    "EVERY": "every, each, most, nearly every, almost every, evry, ever, seven",
    "SPELL": """
        night, nights, nite, day, evening, weekend, weekends, week, morning, friday, saturday, sunday,
        single night, single day, other night, other day, single weekend, single week, afternoon, month, time
    """,
    "TIME_SPAN": """
        weeks, months, years, week, month, year, fortnight, easter, christmas, summer, january, february, march,
        april, may, june, july, august, september, lockdown, ages
    """,
    "MANY": """
        #minor, #adult, #old, #n, three, four, five, six, seven, eight, nine, ten, dozen, dozens, several,
        loads of, countless, umpteen, numerous, multiple, many, twelve, twenty, hundreds of
    """,
    "THREE_UP": """
        #minor, #adult, #old, three, four, five, six, seven, eight, nine, ten, several, countless, umpteen,
        numerous, multiple, dozens of, loads of, many
    """,
    "AGENCY": """
        council, police, 101, landlord, housing, yourselves, you, kirklees, 999, housing association, authorities,
        asb team, you lot, environmental health, u
    """,
    "MONEY": """
        money, wages, pension, benefits, bank card, card, cash, savings, cards, bank account, bank,
        universal credit, pip, account, giro, dla, purse, wallet, inheritance, cashcard, bank cards, funds,
        finances, allowance, pay, salary
    """,
    "PHONE": """
        phone, phones, mobile, messages, texts, emails, fone, social media, facebook, passwords, whatsapp,
        location, calls, iphone
    """,
    "LOCAL_PLACE": """
        street, road, park, corner, estate, field, shop, shops, square, alley, ginnel, snicket, green, bench,
        benches, stairwell, stairs, here, there, outside, bus stop, town, library, car park, path, lane,
        playground, rec, pavement, precinct, village, avenue, close, entrance, underpass, area, doorway, lobby,
        bus station, garages
    """,
}
