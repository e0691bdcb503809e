"""Single words: what English is known by, which words of danger survive a slip, what other languages sound like."""

from services.triage.domain.text.word_lists import words_in

COMMON = words_in("""
    a about above after again against ago all alley almost alone along already also although always am among an and
    another any anybody anyone anything are area around as ask asked at away baby back bad bag bags ball balls bark
    barking be because bed been before began behind being below bench best better between big bike bikes bin bins
    bit black blocked blocking bloke both bottles boy bring broken bus bushes but by call called came can cant car
    cars case cat cats centre change cheers children church city clean clear close club cold come coming community
    complain could couldnt council couple cut dad daughter day days dead did didnt different do does doesnt dog dogs
    doing done dont door down drinking drive dumped during each early either else end enough estate even evening
    ever every everyone everything face fact family far feel feeling fence few field find fine first five flat
    follow food football for found four friday friend friends from front full garden gate gave get getting ginnel
    girl give given glass go goes going gone good got graffiti grass great green ground group had half hand happen
    happened hard has have havent he hear heard hed hedge help her here hes him himself his hold hole home hope hot
    hour hours house how i id idea if ill im in inside into is isnt issue it its itself ive job just keep keeps kept
    kids kind know known lads lady lamp lane lass last late later least leave left less let letter library light
    lighting lights like line litter little live lived lives living local long look looking lot loud lovely made
    make makes making man many mardy mattress me mean meet men mess might mile minute money month months more
    morning mosque most mother move much mum music must my myself near need needs neighbour neighbours never new
    next nice night nights no nobody noise none normal not nothing now nowt number of off offer often old on once
    one only open or other others our out outside over overgrown own owt paid painted park parked parking part past
    path pavement pay people perhaps phone picking place plant play played playground playing please police poor pot
    potholes problem pub put quite rather ready really reason reckon report reported right road room round rubbish
    run said same saturday saw say says school second see seem seems seen send sent set several she shes shop shops
    should shouting side since sit small smashed smell smoking snicket so sofa some somebody someone something
    sometimes son soon sorry sort sound sounds speeding stairs start started state stay still stop street such
    suggest suggestion summat sunday sure swearing ta take takeaway taken talk tell ten than thank thanks that thats
    the their them themselves then there these they theyd theyre thing things think this those though thought three
    through tidy time times tipped tipping to today together told tomorrow tonight too took top town tree trees
    tried try trying turn turned two under until up upset upstairs us use used usually van very volunteer volunteers
    wait walk walking wall want wants was wasnt watch water way we weeds week weekend weeks well went were weve what
    whats when where which while who whole why wife will window with without woman women wont wood work working
    worse would wouldnt wrong year years yes yesterday yet you young your youre yours youve
""")
"""Common English words: by them a text is known to be English, and they are never repaired."""

MISSPELT = words_in("""
    abducted abused abusive antisemitic arson assault assaulted attacked attacking battered beaten bleeding
    boyfriend bruised bruises controlling crossbow cuckooed cuckooing dealers dealing dementia disabled exploitation
    exploited exposed extremist firearm frightened girlfriend groomed grooming harassed harassing harassment
    headbutted homophobic hostage husband indecent islamophobic kicked kidnapped knives machete machetes molested
    murder murdered neglected overdose passport petrified petrol pregnant punched punches punching racially
    radicalised rottweiler screaming sexually shotgun slapped slashed stabbed stabbing stalker stalking strangle
    strangled strangling suicidal suicide terrified terrorist threaten threatened threatening threatens trafficked
    trafficking transphobic unconscious unsupervised violence violent violently vulnerable wandering weapon weapons
""")
"""Words of danger that are recognised with one letter wrong."""

LOOKALIKES = words_in("""
    abuses amused arsenal attach attached attaching attacker attackers attacks bartered beading beater beneath
    bruised bunches controlled dealer dealings disable disables explored exported extremists frightens greening
    greeting grounding hamper hassling heading healing hunting kicked kicker knifes launching messing mission
    munching neglects overdone passing passports patrol petrel picker planting pregnancy punchers scored screamings
    screening shared shouting sleeping slipped slopped snapped snatched spared stable stabling stacking stapled
    stapling stared staring starting steeping stocking streaming stringed sweeping talking terrorists threads
    tracking treats violet violets violin walking weapon wondering
""")
"""Real words that are one letter away from a word of danger."""

FOREIGN = words_in("""
    aidez ajutati ajutor angst auf aur avec ayaa ayuda bahut bate beni bije bir bitte boje boję casa cok copii cu
    dans dar del der des di din dzieci el elle est esta este está et favor foarte frica ghar habe hai hain hega
    hilfe ich il ist iyo je jest jestem ka karo ke khong ko kocam komsu korkuyorum ku kya lagta las les los lutfen
    madad mainu mam mari marido maz mein menu mera mere meri meu mi miedo mieszkam mit mnie moi moj moja mon mucho
    muj mujhe mój mąż na nachbar nahi nahin nekdo nha nicht nie nous nu padosi pati pe pega pentru peur pomoc pomocy
    pomozte por prosim prosze proszę que raha rahe rahi ruido sasiad saya se si sie się sotul soused suis sunt
    sąsiad tam tengo toi tolong und une vecino vecinul voisin vous w waan waxaan yardim z ze zu że
""")
"""Frequent words of other languages spoken here (N11)."""
