"""Word groups: who is spoken of."""

GROUPS = {
    "SELF": "i, im, ive, id, ill, were, we, weve, me, imma",
    "ME": "me, us, my, our, myself, mi, mine, ourselves",
    "MY": "my, our, mi, me, his, her, their",
    "HE": """
        he, hes, hed, she, shes, shed, they, theyre, theyve, theyd, theyll, hell, shell, someone, somebody, people,
        one of them, who, some1, sum1, itll, PERSON, PARTNER, RELATIVE, CHILD
    """,
    "THEM": """
        me, us, him, her, them, myself, someone, somebody, each other, people, PERSON, PARTNER, RELATIVE, CHILD,
        elderly, residents, staff, passers, everyone, anyone, public, our, u, ya, yer, you
    """,
    "HIM": "him, her, them, himself, PERSON",
    "YOU": """
        you, u, ya, yer, yous, me, us, him, her, them, you lot, each other, PARTNER, RELATIVE, CHILD, someone,
        PERSON
    """,
    "SOMEONE": """
        someone, somebody, anyone, anybody, some one, some1, one of them, one of these, one of us, one of the kids,
        one of the children, child, kid, pedestrian, old lady, old person, people, person, sumone, sumbody, summon
    """,
    "PERSON": """
        man, men, woman, women, lad, lads, lass, lasses, bloke, blokes, guy, guys, fella, fellas, geezer, boy,
        boys, girl, girls, youth, youths, yob, yobs, teen, teens, teenager, teenagers, neighbour, neighbours, lady,
        ladies, gentleman, chap, kid, kids, person, male, males, female, females, gang, gangs, group, group of,
        mate, mates, friend, friends, worker, workers, driver, drivers, passenger, customer, resident, postman,
        student, tenant, tenants, landlord, caretaker, shopkeeper, cashier, bouncer, pensioner, pensioners,
        stranger, strangers, thug, thugs, scrote, scrotes, scrotum, chav, chavs, dealer, dealers, junkie, junkies,
        druggie, druggies, drunk, drunks, addict, addicts, owner, owners, nan, tourist, cyclist, passer by,
        passersby, nurse, colleague, boss, uncle, one lad, bairn, staff, adult, adults, couple, family, families
    """,
    "MANY_PEOPLE": """
        men, women, lads, lasses, guys, blokes, boys, girls, youths, yobs, teens, teenagers, people, kids, group,
        group of, gang, groups, crowd, crowds, gangs, families, folk, males, females, them, they, theyre, adults,
        pensioners, travellers, gypsies, immigrants, migrants, asylum seekers, refugees, foreigners, muslims,
        students, homeless, man, woman, lad, guy, bloke, couple, strangers, lot, individuals, persons, ladies,
        residents, children, muslim, gypsy caravans, traveller caravans, asian, black, polish, romanian, roma,
        eastern europeans, youngsters, youth, traveller, oaps, family, boy, girl, male, female, person, somalis,
        poles, romanians, asians, chavs, hoodies, elderly, workers, jews, sikhs, arabs, christians, africans,
        drivers, albanians, kurds, syrians, afghans, ukrainians, pakistanis, indians, bangladeshis
    """,
    "PARTNER": """
        husband, hubby, wife, missus, boyfriend, girlfriend, bf, gf, fiance, fiancee, ex, exhusband, exwife,
        expartner, ex husband, ex wife, ex partner, ex boyfriend, ex bf, ex gf, ex girlfriend, other half, spouse,
        my partner, her partner, his partner, my bloke, her bloke, my fella, her fella, my man, her man,
        our partner, babys dad, kids dad, childrens dad, childs dad, baby dad, baby daddy, babys father,
        kids father, fathers child, hubbie, husbands, my lass, husbend, bfs, daughters fella, sisters fella,
        daughters bloke, sisters bloke, mums fella, mums bloke, friends fella, mates fella, daughters feller,
        her feller, my feller, her chap, new fella, new bloke, their dad, boyfriends, wifes, partner, my old man,
        exs, my ex
    """,
    "RELATIVE": """
        mum, mam, mom, mother, dad, father, brother, brothers, sister, sisters, son, sons, daughter, daughters,
        uncle, uncles, aunt, auntie, aunty, stepdad, stepmum, step dad, step mum, stepfather, stepson, step son,
        nephew, niece, cousin, cousins, grandson, granddaughter, grandad, grandpa, granddad, grandma, gran, nan,
        nana, nanna, in laws, inlaws, parents, family, mother in law, father in law, brother in law, relative,
        relatives, grandmother, grandfather, grandparents, mums, dads, mummy, daddy, mams, our kid, our lad,
        our lass, my lad, fam, bro, sis
    """,
    "CHILD": """
        child, children, kid, kids, baby, babies, toddler, toddlers, bairn, bairns, little one, little ones,
        little girl, little girls, little boy, little boys, little lad, young girl, young girls, young boy,
        young lad, young lass, daughter, son, grandson, granddaughter, schoolgirl, schoolboy, schoolgirls, pupil,
        minor, underage, under age, teenage girl, teenage girls, teenage boy, niece, nephew, MINOR, kiddies,
        kiddie, newborn, infant, childs, babys, kidz, our kid, chilren, childern, teen, young person, young people,
        youngster, youngsters, lad, lass, girl, girls, boy, boys, teenager
    """,
    "SURE_CHILD": """
        child, children, kid, kids, baby, babies, toddler, toddlers, bairn, bairns, little one, little ones,
        little girl, little boy, little lad, MINOR, newborn, infant, kiddies, kiddie, schoolgirl, schoolboy,
        childern, young girl, young lass, young boy, daughter, son, grandson, granddaughter, underage,
        teenage girl, teenage girls, babys, little girls, childs, chilren, young un, young uns, little uns
    """,
    "YOUNG_CHILD": """
        toddler, toddlers, baby, babies, little girl, little boy, little lad, little one, little ones, bairn,
        bairns, small child, small children, young child, young children, little kid, little kids, infant, newborn,
        little lass, wee boy, wee girl, nappy, small boy, small girl, tiny kid, babys, 1 year old, 2 year old,
        YOUNG_AGE, little un, little uns, young uns, tiny kids, tiny child, little child, little children, child,
        young girl, young boy
    """,
    "YOUNG_AGE": """
        two year old, three year old, four year old, five year old, six year old, seven year old, eight year old,
        nine year old, 2 yr old, 2yo, #minor year old, #minor yr old, #minor yo, aged #minor, about #minor,
        bout #minor, age #minor
    """,
    "MINOR": """
        #minor year old, year #minor, yr #minor, reception, fifteen, fourteen, thirteen, twelve year,
        #minor yr old, #minor yo, #minor years old, #minor yrs old, aged #minor, is #minor, im #minor, shes #minor,
        hes #minor, only #minor, age #minor, 2 year old, 1 year old, under #adult, #minor yr olds,
        #minor year olds, fourteen year old, thirteen year old, twelve year old, fifteen year old,
        sixteen year old, ten year old, eleven year old, #minor old, #minor month old, #minor or #minor
    """,
    "ELDER": """
        #old year old, #old yr old, #old years old, im #old, shes #old, hes #old, aged #old, #old yo, is #old,
        am #old, elderly, old lady, old man, old woman, pensioner, frail, oap, aged, old boy, old chap, old fella,
        old gent, in his 80s, nan, gran, nana, nanna, grandma, grandad, older lady, older man, old neighbour,
        elderly neighbour, eighty, housebound, in her 80s
    """,
    "CARED_FOR": """
        elderly, ELDER, disabled, dementia, alzheimers, learning disability, learning disabilities,
        learning difficulties, special needs, vulnerable, vunerable, vulnrable, down syndrome, downs syndrome,
        autistic, wheelchair, bedbound, bed bound, stroke, mental health, housebound, frail, blind, care home,
        nursing home, sheltered housing, supported living, confused, learning disabled, ld, parkinsons,
        cerebral palsy, slow, simple, carers, severe autism, mum, mam, mother, dad, father
    """,
    "NEIGHBOUR": """
        neighbour, neighbours, next door, nextdoor, upstairs, downstairs, flat above, flat below, over the road,
        across the road, number #minor, number #adult, no #minor, neighbor, neighbors, next doors, nieghbour,
        nabour, nextdoors, nebor
    """,
    "TRUSTED": """
        coach, football coach, boxing coach, swimming coach, teacher, teachers, headteacher, teaching assistant,
        tutor, scout leader, scout leaders, cub leader, youth worker, youth leader, club leader, leader,
        social worker, volunteer, volunteers, vicar, priest, imam, pastor, rabbi, care worker, support worker,
        carer, carers, nursery worker, childminder, mentor, befriender, police officer, pcso, councillor,
        community worker, dance teacher, instructor, runs the youth club, runs the club, runs the group,
        runs the food bank, youth club, club volunteer, group leader, sunday school, foster carer,
        school bus driver, nurse, doctor, lollipop man, caretaker at school, babysitter, guide leader, ta,
        football trainer, trainer, karate teacher, organiser, chairman, helper, helpers, youth helper,
        community leader, sports coach, gym coach, gymnastics coach, cadet leader, warden, receptionist at school,
        lunch lady, school staff, lecturer, tennis coach, faith leader, befriending volunteer, key worker,
        home help
    """,
    "WHO_AND_WHERE": """
        MANY_PEOPLE, PERSON, LOCAL_PLACE, AT_NIGHT, EVERY, SPELL, TIME_SPAN, MANY, SELF, ME, HE, THEM, MY,
        RELATIVE, AGENCY, ELDER, i, there, theres, are, is, was, were, be, been, being, am, the, and, or, of, in,
        on, at, by, to, for, from, near, with, up, down, round, around, about, outside, inside, behind, opposite,
        next, stood, standing, stand, stands, hanging, hang, hangs, sit, sits, sat, sitting, gather, gathering,
        gathered, gathers, congregate, congregating, congregated, loiter, loitering, walking, walk, walks, live,
        lives, living, moved, move, moving, arrived, arriving, meet, meeting, meets, come, came, coming, comes, go,
        going, goes, appeared, seen, saw, see, wandering, using, use, waiting, turned, set, talking, talk,
        chatting, praying, speaking, speak, camping, camped, pitched, wearing, look, looks, looking, dressed, hood,
        hoods, hoodie, hoodies, shouldnt, belong, dont, doesnt, not, all, again, always, usually, often, lot, lots,
        load, loads, bunch, too, so, more, some, any, every, same, other, few, big, large, small, new, different,
        this, that, these, those, it, its, please, can, could, you, someone, do, something, sort, sorted, sorting,
        dispersing, shifted, parked, hired, sleeping, gypsy, gypsies, needs, need, want, deal, get, rid, remove,
        removed, disperse, tell, away, out, off, them, who, what, why, how, thought, should, know, dodgy,
        suspicious, suspiciously, shifty, acting, scruffy, rough, foreign, local, stranger, no, good, like, just,
        here, now, today, yesterday, last, since, until, till, day, days, time, times, hour, hours, car, cars, van,
        vans, caravan, caravans, tent, house, houses, flat, shop, door, window, mine, ours, community, people,
        young, old, white, black, brown, asian, #minor, #adult, #old, #n, 1, 2, 24, 7, bus, stop, school, church,
        mosque, pub, cafe, library, centre, center, station, wall, benches, gate, gates, bridge, field, fields,
        grass, rec, place, takeaway, bookies, supermarket, chippy, post, office, english, language, clothes,
        headscarf, headscarves, turbans, hijab, burka, burkas, beards, tracksuits, caps, tattoos, scarves, accents,
        accent, area, neighbourhood, everywhere, town, part, end, side, top, bottom, have, has, had, got, my, our,
        his, her, their, your, a, an, will, would, if, when, where, as, but, because, cos, make, makes, feel,
        feels, uncomfortable, nervous, report, reporting, worried, bit, thank, thanks, hello, hi, they, we, gone,
        quite, only, nothing, doing, anything, seem, seems, appear, right, up to, keep, keeps, half, than, most,
        eastern, european, europeans, irish, muslim, jewish, polish, romanian, roma, gay, trans, disabled, male,
        female, middle, aged, teenage, rented, bought, filling, full, lived, bothered, moved on, ban, allowed,
        dispersal, check, passports, unknown, over, across, along, street, whole, one, two, ten, six, never,
        before, even, still, stopped, be here, council, police, officers, patrol, visible, presence, hanging out,
        chilling, smiling, resting, mobility
    """,
}
