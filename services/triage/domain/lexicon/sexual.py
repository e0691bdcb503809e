"""Sexual offences (H06)."""

LINES = """
sexual_offence confirmed +aimed : rape|raped|raping|rapes|rapist|sexually|sexual_assault|sexual_abuse|molest+|
    molested|groped|grope|groping|gropes|indecent|indecently|upskirt|upskirting|upskirted|voyeur|voyeurism|flasher|
    masturbate+|masturbating|wanking|tossing_himself|tossing_off|revenge_porn|sex_attack|sex_offender|nonced|noncing|
    sex_pest|sextortion|spiked|date_rape|roofied|sexually_assaulted ! fence|railing|railings|oilseed|seed|rapeseed
sexual_offence confirmed +aimed : force+|made|make|makes|making|pressur+|pressured|blackmail+ ~2 THEM|me|her|him|
    girls ~3 sex|undress|kiss|touch|strip|sexual|nude|nudes|pictures|sleep_with|do_things|suck|perform
sexual_offence confirmed +aimed : forced_himself|forced_herself|had_his_way|tried_it_on_with|forced_me_to_have|
    took_advantage_of|didnt_consent|did_not_consent|without_consent|without_my_consent|without_her_consent|
    said_no_but_he|wouldnt_stop_when
sexual_offence confirmed +aimed : touch+|grab+|feel+|felt|fondl+|strok+|rubb+|squeez+|slapp+|kiss+|put_his_hand|hand|
    hands|pinched ~3 my|her|his|their|me|us|girls|up ~3 bum|arse|bottom|breast|breasts|boob|boobs|tits|thigh|thighs|
    leg|legs|knee|chest|privates|private_parts|crotch|groin|backside|up|skirt|genitals|bits|knickers|inappropriately|
    down_below|pants|vagina|penis ! up_with|leg_hurt|up_in|up_at|up_about
sexual_offence confirmed +aimed : touch+|touched|touching ~3 inappropriately|inappropriate|sexual|in_a_way|
    where_he_shouldnt|where_she_didnt|private|in_wrong_place|down_there
sexual_offence probable +aimed : touches|touched|touching|kissed|kisses|kissing ~1 me|her|him|girls|boys|SURE_CHILD|
    women ~4 when|dont_like|didnt_like|without|dont_want|alone|at_night|bus|secret|tells_me_not|uncomfortable|under|
    train
sexual_offence confirmed +aimed : exposed|exposing|exposes|exposure|expose ~2 himself|themselves|herself|his|genitals|
    indecent
sexual_offence confirmed +aimed : flashed|flashing|flash|flashes|flasher ~2 me|her|at_me|us|girls|women|woman|lady|
    people|SURE_CHILD|his|schoolgirls|kids|bits ! lights|headlights|torch|light|blue
sexual_offence confirmed +aimed : get+|got|had|has|with|took|pull+|wav+|show+ ~2 his|it|himself ~1 penis|cock|dick|
    willy|knob|privates|todger|bits|genitals|thing|trousers_down|tackle|manhood|private_parts ~2 out|down|hand|at|to
    ! dog
sexual_offence confirmed +aimed : penis|his_cock|his_dick|his_willy|his_privates|his_todger|his_genitals ~2 out|at|
    in_hand|to_me
sexual_offence confirmed +aimed : playing_with_himself|pleasuring_himself|touching_himself|trousers_round_his|
    trousers_down|pants_down|playing_with_hisself|fiddling_with_himself|naked_at_window|wank ! toddler|baby
sexual_offence confirmed +aimed : nude|nudes|naked|intimate|explicit|sex|topless|private|rude|dirty|underwear ~2
    picture|pictures|pics|photo|photos|video|videos|images|tape|pic ~6 share|shared|sharing|post|posted|send|sent|
    leak|leaked|threaten+|online|spread|school|blackmail|of_me|of_her|everyone|demand|money
sexual_offence confirmed +aimed : share+|post+|sent|send|leak+|spread|threaten+|blackmail+ ~4 nude|nudes|naked|
    intimate|explicit
sexual_offence confirmed +aimed : drink|drinks ~2 spiked|spike|drugged
sexual_offence confirmed +aimed : someone|he|they|spik+ ~2 spiked|spike|put_something_in ~1 my|her|drink|girls
sexual_offence confirmed +aimed : film+|photograph+|taking_photos|taking_pictures|camera|phone|filmed|recording|
    taking_photo|took_photo ~5 up_her_skirt|up_skirts|changing_room|changing_rooms|toilet|toilets|shower|undress|
    undressing|getting_changed|up_my_skirt|up_skirt|bedroom_window|naked
sexual_offence confirmed +aimed : sex|sexual|sleeping ~2 with ~2 child|minor|MINOR|underage|schoolgirl|schoolgirls|
    pupil|young_girl
sexual_offence probable +aimed : abuse+|interfer+|fiddl+|mess+ ~2 with ~2 me|kids|SURE_CHILD|her ~4 when|little|years|
    child
sexual_offence probable +aimed : followed|grabbed|cornered|asked|offer+|pestered|propositioned ~3 me|her|girls|women|
    daughter ~6 sex|suck|business|sexual|knickers|go_back_to_his|a_good_time|for_a_kiss
sexual_offence probable +aimed : uncle|stepdad|dad|teacher|coach|grandad|cousin|brother|babysitter|priest ~2 touches|
    touched|touching|abused|molested|fiddled|kisses|interfered ~2 me|her|him|SURE_CHILD
sexual_offence confirmed +aimed : rubb+|press+|grind+|brush+|push+ ~2 up|himself|against|on|it ~2 against|on|me|women|
    girls|up ~2 women|me|her|girls|us|woman|my|people|leg ! cat|dog|wall|fence
sexual_offence confirmed +aimed : used_to|would|he|she|uncle|stepdad|dad|teacher|coach|grandad|cousin|babysitter|
    priest|brother|neighbour ~3 touch|touched|touches|touching|abuse|abused|interfere|interfered|molest|fiddle|
    fiddled|kiss ~2 me|us|her|him|with ~8 little|kid|child|young|girl|boy|years_ago|#minor|school|night|bed|small
sexual_offence probable +aimed : comes|coming|came|comin|gets|got ~2 in|into ~1 my|her|his|their ~1 room|bed|bedroom
    ~10 night|touch+|dad|boyfriend|uncle|brother|stepdad|scared|sleep|uncomfortable|asleep
sexual_offence confirmed +aimed : ask+|pester+|demand+|push+|want+|begging|offer+|pressur+|bother+ ~3 for|me_for|into|
    her_for ~3 sex|nudes|sexual_favours|blow_job|naked_pictures|nude_pictures|naked_photos|dirty_pictures
sexual_offence confirmed +aimed : video|videos|pictures|photos|clip|footage|pics|recording ~6 sex|naked|undressed|
    topless|nude|intimate|in_the_shower ! painting|film|adult_shop|art
sexual_offence confirmed +aimed : hands|hand|paws ~2 all ~1 over ~2 me|her|us|my_daughter|girls|women|him
sexual_offence confirmed +aimed : tried|tries|trying|force+|attempt+ ~2 kiss|kissed|grope|undress|get_in_bed|
    get_into_bed|get_on_top|lick ! baby|wedding|gran|goodnight
sexual_offence confirmed +aimed : grab+|grop+|touch+|pester+|feel+|felt|pinch+|slap+|harass+ ~2 girls|women|
    young_women|waist|female|females|lasses|ladies ! bag|bags|purse|handbag|feelings|conversation|base|phone|verbal
sexual_offence confirmed +aimed : wouldnt|didnt|doesnt|wont|refused ~1 stop ~8 said_no|say_no|told_him_no|told_her_no|
    saying_no|asked_him_to|asked_her_to|begged ! noise|music|barking|ringing|messaging|texting|calling|ball|parking|
    knocking|dog
sexual_offence confirmed +aimed : said|say|told|saying ~2 no ~10 carried_on|kept_going|did_it_anyway|didnt_stop|
    wouldnt_stop|forced|held_me|pinned ! music|noise|parking|ball|building|work
sexual_offence confirmed +aimed : video|videos|picture|pictures|photo|photos|pics|clip|film|filmed + no_clothes|
    without_clothes|nothing_on|no_clothes_on|undressing|getting_changed|no_top_on|in_her_underwear|in_his_underwear|
    in_the_bath|naked ! art|gallery|baby_scan|protest
"""
