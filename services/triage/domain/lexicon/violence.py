"""Violence, who it was aimed at and whether anybody was hurt (H03)."""

LINES = """
violence confirmed +aimed : HE ~4 HIT ~2 THEM ! ball|balls|football|car_hit|hit_by_car|lorry
violence confirmed +aimed : HE|me|son|daughter|lad|man|woman ~4 SURE_HIT ! FIGHT|kicking_off|kicked_off|
    kick_off|kicks_off
violence confirmed +aimed : been|was|got|being|getting|were|gets ~1 hit|beaten|jumped|attacked|pushed|shoved|thumped|
    punched|kicked|assaulted|slapped|mugged|spat_at|headbutted|grabbed|dragged ! ball|car|van|lorry|bus|bike|scooter|
    DOG|by_branch|truck|vehicle|sign|pole|tree|mailbox|post|lamp|traffic|pothole|driver|trailer
violence confirmed +aimed : assault|assaulted|assaulting|assaults|gbh|abh|headbutt|strangulation|violent_attack|
    vicious_attack|unprovoked_attack|acid_attack|battering_off|good_hiding|pasting|kicking_off_them|mugging|mugged|
    manslaughter|murdered
violence confirmed +aimed : HIT ~2 THEM ~4 in|on|to ~2 face|head|stomach|ribs|ground|floor|back|mouth|nose|eye|jaw|
    neck|wall|groin|leg|chest|stairs
violence confirmed +aimed : gave|give|gives|giving|gid ~3 hiding|kicking|beating|pasting|slap|smack|dig|clout|crack|
    black_eye|battering|leathering|thump|punch|lamping|bray+|good_hammering|shoeing
violence confirmed +aimed : kick+|smash+|stove|cave+ ~3 head|face|teeth ~1 in
violence confirmed +aimed : hands ~2 round|around ~2 throat|neck
violence confirmed +aimed : pinn+|held|holding|grabb+|threw|dragg+|slamm+|shov+|push+ ~2 THEM ~2 to|against|by|onto|
    into|down|over|up ~2 floor|ground|wall|throat|neck|hair|stairs|road|arm|collar|door
violence confirmed +aimed : pull+|dragg+ ~3 hair
violence confirmed +aimed : pushed|shoved|knocked ~2 THEM ~1 over|down|off
violence confirmed +aimed : knocks|knocking|knocked ~2 THEM ~1 about|around
violence confirmed +aimed : throw+|threw|thrown|chuck+|lob+|pelt+|hurl+ ~2 MISSILE ~2 at ~2 THEM|passers|passing|
    pedestrians|walkers|cyclists|elderly ! car|cars|bus|buses|windows|house|houses|window|door|fence|wall
violence confirmed +aimed : threw|throwing|chucked|throw+ ~2 MISSILE ~3 hit|hits|cut ~2 me|my|him|her
violence confirmed +aimed : pelted|pelting ~3 THEM
violence confirmed +aimed : HE ~2 swung|swing|swinging|swings ~1 at|for ~2 THEM
violence confirmed +aimed : HE ~2 went|goes|going|come|came|flew|lunged ~1 for|at ~1 me|him|her|my|us
violence confirmed +aimed : HE ~3 spat|spit|spits|spitting ~1 at|on|in ~1 THEM|face
violence confirmed : FIGHT ! DOG|dogs|cats|cat|foxes|fire|crews|cancer|council|pigeons
violence confirmed : fight_broke_out|fights_broke_out|violence|violent|brawl|mass_fight|gang_fight|trading_punches|
    exchanging_blows|throwing_punches|throwing_fists|fists_flying|fists_were|blows_exchanged|kicking_the_hell_out|
    kicking_lumps|knocking_seven|scrapping_in|beating_each|hitting_each|punches_thrown
violence probable : it|its|all|all_hell|things|proper ~1 kicked|kicking|kicks ~1 off ! at #minor|#minor pm|match|game|
    season|event|music|festival|work|works
violence possible : lads|lad|gang|they|group|youths|blokes|men ~2 kicked_off|kicking_off ! match|game|event|about ~1
    parking|bins
violence confirmed +injury : HE ~4 blood|bleeding ~3 face|head|nose|everywhere|pouring|mouth|knife|ground
violence probable +injury : someone|somebody|man|woman|lad|he|she|girl|boy|bloke|him|her|guy ~4 bleeding|unconscious|
    covered_in_blood|knocked_out|pool_of_blood|out_cold|face_covered
violence possible +injury +aimed : black_eye|broken_nose|split_lip|busted_lip|busted_his|broke_his_nose|broke_his_jaw|
    broke_her|fat_lip|bust_lip|broken_jaw
violence confirmed +aimed : ran|run|drove|driven|drive|driving ~1 at|into|over ~1 me|him|her|us|my_son|my_daughter|
    people|them ~2 on_purpose|deliberately|car|bike|quad|scooter
violence confirmed +aimed : tried|trying|try ~1 to ~1 run ~2 over|down
violence confirmed +aimed : hit|hits|hitting|punch+|kick+|slap+|attack+|assault+|thump+|smack+|headbutt+|beat|shov+|
    push+|grab+|strangl+|batter+|brayed|bray+|leather+|whack+|chok+|stab+|glassed|bottled|jumped|dragg+ ~1 me|my_son|
    my_daughter|my_lad|my_mum|my_dad|my_wife|my_husband|my_brother|my_sister|my_friend|our_lad|my_mate|my_neighbour|
    my_nan|my_child|my_kid|my_boy|my_girl|my_partner ! ball|car|van|bus|branch|bill|news|reality|noise|smell
violence confirmed +aimed : spat|spit|spits|spitting|gob+ ~1 at|on|in ~2 me|us|him|her|my|our|face|people|THEM
violence confirmed +aimed : throw+|threw|thrown|chuck+|lob+|pelt+|hurl+ ~1 at ~2 THEM ! leaves|litter|rubbish|houses|
    house|windows|window|cars|property|fence|wall
violence confirmed +aimed : MISSILE ~3 thrown|chucked|lobbed|hurled ~1 at ~2 THEM|me|my ! car|cars|bus|buses|windows|
    window|house|door|train
violence confirmed +aimed : bit|bites|bitten|biting ~2 ear|nose|arm|finger|hand|face|cheek|me|him|her|my_son|
    my_daughter|officer|nurse|teacher + he|she|HE|lad|man|woman|him|her|argument|fight ! DOG|dog|cat|rat|insect|fox
violence probable : stab+|punch+|headbutt+|strangl+|brayed|leathered|battered|throttl+|glassed|kick+_him|kick+_her|
    slap+|assault+|thump+_him|thump+_me|beaten_up|beat_up ! cod|fish|sausage|stabilis+|ball|old|paintwork|door_was|
    by_wind|holes|hole|ticket|bass|music
violence confirmed +aimed : HIT|throw+|threw|chuck+ ~5 my|his|her|me|their|our ~1 throat|neck|head|face|arm|arms|
    stomach|belly|ribs|nose|jaw|mouth|hair|chest|legs|ear ! ball|branch|tile|door|on_the_door|pole|ceiling|pothole|
    kerb
violence probable +injury +aimed : arm|leg|nose|jaw|ribs|rib|wrist|finger|eye|teeth|tooth|collarbone|cheekbone|skull
    ~2 broken|fractured|smashed|knocked_out|busted ~3 by ~3 someone|him|her|man|lad|neighbour|HE|lads|them
violence confirmed +aimed : THEM|PERSON ~4 was|were|been|got|being ~4 SURE_HIT|pushed|shoved|robbed_and_pushed|
    dragged|thrown|jumped|attacked|knocked_to ~4 ground|floor|down|over|stairs|road|wall|by|unconscious|head|face !
    car|wind|ball|DOG|branch
violence confirmed +aimed +injury : broke|breaks|breaking|busted|fractured|cracked|smashed ~1 my|his|her|their ~1
    wrist|arm|nose|jaw|rib|ribs|finger|fingers|leg|teeth|tooth|cheekbone|collarbone|hand|skull|head|face ! fell|
    slipped|tripped|ball|pothole|pavement|pain|heart
violence confirmed +aimed +injury : my|his|her|their ~1 wrist|arm|nose|jaw|rib|ribs|finger|leg|teeth|cheekbone|head|
    face ~1 broke|broken|fractured|smashed|busted|kicked|split|cut ! fell|slipped|tripped|pothole|pavement|fence|door|
    gate|off_his_bike
violence confirmed +aimed : thrown|slammed|flung|pushed|shoved|dragged|knocked|pinned ~1 against|down|into|onto|
    across|under|off ~3 car|wall|floor|ground|stairs|road|door|fence|bus|table|bike|bars|window ~2 by ! wind|ball|DOG|
    rubbish|litter|dumped
violence confirmed +aimed : THEM|PERSON ~1 was|were|been|got ~1 thrown|slammed|flung|shoved|dragged|pinned ~1 against|
    down|into|onto|across|to ! rubbish|litter|wind|out|court
violence confirmed +aimed : pull+|grab+|rip+|snatch+|tug+|yank+ ~3 hijab|headscarf|turban|veil|niqab|kippah|hair|beard
violence confirmed +aimed : was|were|been|got|being|gets|getting ~4 slapped|punched|headbutted|stabbed|strangled|
    assaulted|spat_at|battered|beaten_up|glassed|brayed|leathered|throttled|choked|thumped|mugged ! old|sausage|cod|
    FIGHT|storm|wind|weather
fact:aimed : HIT ~2 me|him|her|my|son|daughter|mum|dad|elderly|man|woman|lad|girl|boy|staff|worker|driver|wife|
    husband ! each_other
fact:injury : INJURED
fact:ongoing_violence : HE|is|are|theyre|hes|shes|its|still ~2 fighting|attacking|beating|hitting|punching|
    stabbing|battering|strangling|slapping|assaulting|braying|leathering|smashing|killing|bleeding|
    chasing|waving|braying|hurting|swinging|threatening ! HABIT
fact:ongoing_violence : HE|is|are|theyre|hes|shes|its|still ~2 kicking ! HABIT|kicking_off
fact:ongoing_violence : still|now ~3 fighting|hitting|attacking|kicking_off|battering|shouting_and_hitting
"""
