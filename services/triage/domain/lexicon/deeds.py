"""Word groups: what is done to people."""

GROUPS = {
    "HIT": """
        fling, flings, flung, lob, lobbed, hurl+, smash+, kneeing, stamps, twist+, suffocate+, smother+, whip+,
        hit, hits, hitting, hittin, punch+, kick+, slap+, smack+, thump+, batter+, leather+, headbutt+,
        head butted, butted, nutted, strangle+, choke+, stab+, stabb, slash+, glassed, bottled, stamped, stamp on,
        stamps on, stamping on, beat, beats, beaten, beating, beatin, beat up, beats up, beating up, beaten up,
        attack+, assault+, jumped on, set about, laid into, lay into, laying into, set on, set upon, lamp+, lamped,
        deck+, decked, twat+, clout+, belt+, chin+, chinned, bray+, brayed, muller+, throttle+, swung at, swing at,
        swinging at, lashed out at, lash out at, lashes out at, went for, raised his hand, knocked out, knock out,
        knock+ about, knock+ around, roughed up, did over, kneed, elbowed, whack+, wallop+, pummel+, bash+, bashed,
        grab+, drag+, shove+, push+, pin+, pinned, spat, spit at, spitting at, pushed over, jumped, rob+, hurt,
        hurts, hurting, hurtin, crack+, smash+ in, caved in, lumped, sparked, sparked out, smacked up, kicked in,
        kicking in, cut up, thumpin, clip+ round, thrash+, wrestle+, manhandle+, bite, bit, bites, biting, burn+,
        scratch+, pounce+ on, hammer+, hospitalised, knock+ out, chuck+, throw, threw, hitt
    """,
    "SURE_HIT": """
        punch+, slap+, headbutt+, head butted, headbutted, strangle+, stab+, slash+, glassed, beaten, beat up,
        beats up, beaten up, beating up, attacked, assault+, throttle+, batter+, lamped, decked, brayed, mullered,
        leathered, stamped, knocked out, nutted, roughed up, kicked in, pummel+, choke+, thump+, smack+, whack+,
        hospitalised, set upon, chinned, sparked, bashed, battered, jumped by, twatted, clouted, jumped on, kicked,
        kicking, thrash+, hit, knocked unconscious
    """,
    "STAB": """
        stab+, stabb, slash+, knife him, knifed, shank+, shanked, shot, shoot, shooting, shoots, cheffed, chef+,
        splashed, stabd
    """,
    "HARD_HIT": """
        raped, rapes, raping, stab+, scratch+, grabbed by, lash+ out, dig+ me, kneed, spat at, spits at, elbow+,
        twist+, bend+ my, flings, flung, hurl+, choked, suffocate+, smother+, whip+, pinch+, strangle+, choke+,
        headbutt+, beaten, beat, beats, beating, punch+, kick+, batter+, slap+, hit, hits, hitting, attack+,
        assault+, kill+, thump+, smack+, throttle+, hurt, hurting, hurts, bray+, leather+, lamp+, belt+,
        knocks about, knocked about, knocking about, shove+, push+, drag+, grab+, whack+, battered, bash+, bite,
        bit, burn+, twat+, clout+, smash+, threw, throw
    """,
    "FIGHT": """
        fight, fights, fighting, fightin, fought, brawl+, scrap, scrapping, scrappin, scrapped, punch up, punchup,
        melee, bust up, came to blows, coming to blows, fisticuffs, affray, mass brawl, ruck, squaring up,
        square up, squared up, ruckus, fite, fiting, fist fight, battling it out, going at it, street fight
    """,
    "INJURED": """
        hurt, injured, injury, injuries, bleeding, blood, bloody, black eye, bruise, bruises, bruised, bruising,
        broken nose, broken arm, broken jaw, broken rib, broken ribs, broke his nose, broke my nose, broke his jaw,
        stitches, hospital, ambulance, unconscious, knocked out, busted lip, split lip, concussion, fractured,
        broken wrist, paramedics, bleedin, cuts, wound, wounds, wounded, cut open, limping, out cold, lip was,
        bust lip, fat lip, broke my, casualty, passed out, not moving, bleed, not breathing, teeth, tooth out,
        stabbed
    """,
    "KILL": """
        kill+, murder+, stab+, shoot, shooting, hurt, batter+, slit, slice, slash+, smash, cut, break, burn, bury,
        finish, do, get, fill, end, beat, strangle+, leather+, bray, shank, run me over, run him over, rape,
        put me in hospital, put him in hospital, put her in hospital, deck, hit, punch, attack, torch, cut up,
        chop, knock, chin, kick, cave, hunt, sort, merk, wet, kil, come for, come after, set fire, maim, drown,
        poison, hammer, bottle
    """,
    "LETHAL": """
        kill, kills, killing, killin, murder, murdering, stab, stabbing, shoot, batter, slit, slash, bray, leather,
        strangle, bury, rape, shank, maim, behead, smash, break, burn, hurt, beat, kil, torch, cave, end, finish,
        cut, slice, knock, punch, kick, hit, deck, chin, do you in, do him in, do me in, do us in, lamp,
        hospitalise, merk, beat up, attack, acid, hammer, gut, throttle, drown, run over, kill+, bang, smack, slap
    """,
    "GOING_TO": """
        shed, wed, will, ill, gonna, gunna, ganna, going to, gona, gon, hell, shell, theyll, wants to, want to,
        wanted to, would, hed, id, theyd, gonner, goin to, plans to, planning to, about to, wud, wil, off to,
        coming to, come and, is to, ull, im gonna, gna, guna, promised to, itll, well, swore to, out to
    """,
    "THREATEN": """
        threaten+, threatn, threats, threat, threatning, threatend, thretened, thretning, threatining, thretens,
        vowed to, warned me he would, says he will, said he will, said hed, says hell, says hes going,
        said hes going, said he was going, said he would, said hes gonna, sayin hes gonna, saying he will,
        saying hell, said she will, said shed, said theyd, said they will, told me hed, telling me hell,
        said they were going, said theyre gonna, told him hed, saying theyll, said ill, reckons hell,
        told me he would, told us hed, sez he will, keeps saying hell, says he is going, said he is going,
        shouted hed, shouting hed, screaming hed, saying he would, text saying
    """,
    "TELL": """
        said, says, saying, sayin, sed, told, tell, tells, telling, claims, claimed, reckons, reckoned, swears,
        shouted, shouting, shouts, text, texted, texting, messaged, message, wrote, yelled, screamed, screaming,
        note, letter, mouthed, heard, bragging, bragged, sez, talking about, mentioned, boasting, admitted,
        going on about
    """,
    "HOSTILE": """
        abuse, abused, abusing, abusive, shout+, scream+, call, called, calling, calls, name calling, spat, spit,
        spitting, insult+, mock+, threaten+, attack+, target+, pick on, picks on, picking on, picked on, laugh+ at,
        bully+, bullied, bullying, taunt+, harass+, hate, hates, hated, swear+, swore, hit, punch+, push+, throw,
        threw, throwing, thrown, egged, egg+, refuse, attacked, sneer, hostile, nasty, comments, remarks, names,
        slur, slurs, mimic+, yell+, smash+, vandal+, graffiti, told us to leave, get out, spitting at, intimidat+,
        intimidate+, victimise+, victimised, imitat+, picked, ripping, kick+, jeer+, stare at, making fun,
        taking the mick, hurl+, chant+, sworn, filthy looks, mess with, start on, started on, have a go, had a go
    """,
    "SHOUT": """
        shout+, scream+, screamin, bang+, yell+, argue+, arguing, arguments, argument, rowing, rows, smashing,
        crying, shoutin, thudding, thuds, things being thrown, throwing things, slamming, bawling,
        effing and jeffing, kicking off, kicked off, screams, screeching, crashing, domestics
    """,
    "PLEAD": """
        cry+, crying, cries, pleading, plead, begging him, begging her, begging them, begging for help, begged him,
        begged her, begs him, begs her, sobbing, sob, sobs, black eye, bruises, bruised, screaming for help,
        shouting for help, stop it, get off me, please stop, leave me alone, help me, let me go, cryin,
        screams stop, screaming stop, shouting stop, bruise, blood, bleeding, marks on, get off, yelling stop
    """,
    "AFRAID": """
        scared, scard, skared, scarred of, afraid, frightened, frightend, terrified, terified, petrified, fear,
        fears, fearful, dread, dreads, scared stiff, scared to death, walking on eggshells, on eggshells,
        bricking it, shaking, shit scared, scared for, frit, intimidated, panics, panicking, flinches, flinch,
        cowers, wary of, feart
    """,
    "FEAR_WORDS": """
        worried, worry, worries, scared, afraid, fear, fears, frightened, concerned, anxious, dread, dreading,
        terrified, concern, feared, paranoid, nervous
    """,
    "VIOLENT_PASSIVE": """
        stab+, stabbed, kill+, killed, hurt, injured, mug+, mugged, attack+, raped, rape, shot, run over,
        knocked down, knocked over, burnt, burned, hit, murdered, robbed, assaulted, jumped, beaten,
        seriously hurt, burgled, badly hurt, snatched, abducted, bitten, attacked, groped, die, dies, bit, died,
        dead, trapped
    """,
    "SELL": """
        deal+, dealin, sell, sells, selling, sellin, sold, shot, shotting, shotted, shottin, shots, supply+,
        supplying, push+, pushing, flog+, serving up, serves up, drop+ off, dropping off, trap+, trapping,
        knocking out, buy, buying, buys, peddle+, peddling, dishing out, moving, punting, delivering, delivery,
        exchange+, exchanging, swapping, handing out, handing over, passing, hand over
    """,
    "CONTROL": """
        wont let, doesnt let, dont let, never lets, not allowed, isnt allowed, not alowed, aint allowed, stops,
        stopped, stopping, forbids, forbidden, not let, control+, controlling, takes, taking, took, takin, holds,
        holding, keeps, kept, keeping, checks, checking, tracks, tracking, goes through, has to ask, makes me ask,
        wont allow, hides, locks, locked, banned, monitors, refuses, decides, dictates, in charge of, cant have,
        cant see, demands, wont give, asks permission, has taken, have to ask, got all, has all, has my, has her
    """,
}
