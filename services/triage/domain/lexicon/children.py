"""Children abused, neglected or at risk (H07), with the letters of the soft signs."""

LINES = """
child_safeguarding confirmed +child : SURE_CHILD ~3 is|was|being|been|getting|are|gets|were|keeps ~2 HARD_HIT|abused|
    neglected|molested|groomed|beaten|hurt|locked|starved|kicked|shaken|mistreated|battered|exploited|touched !
    by_ball|by_car|in_accident|bullied
child_safeguarding confirmed +child : HARD_HIT|shak+|burn+|starv+|neglect+|abus+|lock+|smack+|whack+|leather+|strapp+|
    thrash+|mistreat+ ~3 his|her|their|my|the|that|that_poor|little|own|a|poor|those|them|stepson|stepdaughter|our ~2
    SURE_CHILD|stepson|stepdaughter ! play|burn_off
child_safeguarding confirmed +child : touched|touching|touches|fondl+|grop+|molest+|interfer+_with ~2 SURE_CHILD|
    MINOR|schoolgirls|young_girls|young_boys ! heart|base|lives|shoulder|toys|toy
child_safeguarding confirmed +child : child_abuse|abusing_kids|abusing_children|child_neglect|neglecting_the_kids|
    neglecting_their_kids|child_protection|child_cruelty|paedophile|paedo|pedo|nonce|grooming|groomed|groomer|
    abused_as_a_child|paedophiles|nonces|child_sex|shaken_baby|child_safeguarding|safeguarding_concern_about_child !
    dog|parlour|called_me|calling_me|calls_me|called_him|shouted|calling_him|called_us|salon|pet|horse|cat|poodle
child_safeguarding confirmed +child : dad|mum|stepdad|mam|father|mother|boyfriend|stepmum|uncle|foster|parents|
    grandad|brother ~4 HARD_HIT|hurts|burns|beats|locks|starves|touches|kicks|whacks ~2 me|us|SURE_CHILD|him|little|
    baby & MINOR|school|teacher|SURE_CHILD|im_#minor|year_#minor|class|my_mum|my_dad|homework|tells_me|kid
child_safeguarding confirmed +child : my_dad|my_mum|my_stepdad|my_mam|me_dad|me_mam|our_dad|my_father|my_mother|
    mums_boyfriend|my_uncle|stepdad|foster_dad|foster_mum ~3 HARD_HIT|hurts|touches|kicks|hits|punches|locks|beats|
    burns ~1 me|us|my_brother|my_sister
child_safeguarding confirmed +child : left|leaves|leaving|leave ~4 SURE_CHILD|MINOR ~4 home_alone|alone|on_their_own|
    on_own|on_his_own|on_her_own|by_themselves|unattended|unsupervised|in_the_car|in_a_car|outside_pub|all_night|
    on_its_own|with_no_one|overnight
child_safeguarding confirmed +child : SURE_CHILD|MINOR ~4 left|home ~2 alone|on_their_own|unattended|by_themselves|
    on_own|on_his_own|on_her_own|all_night|overnight|by_himself|by_herself|for_days ~5 night|evening|day|days|house|
    home|car|flat|hours|hour|while|weekend|own|nights|work|pub|shop
child_safeguarding probable +child : no_food_for_the_kids|kids_are_starving|kids_starving|kids_going_hungry|
    baby_not_fed|baby_not_being_fed|kids_not_being_fed|not_feeding|no_heating_for_baby|kids_living_in_filth|
    kids_in_filth|baby_in_filth|feeding_the_baby_drugs|drugs_around_the_kids|drugs_around_kids|
    drugs_in_front_of_the_kids|drunk_in_charge_of|passed_out_with_baby|smoking_crack_with|too_drunk_to_look_after
child_safeguarding probable +child : drunk|high|off_her_head|off_his_head|off_their_heads|passed_out|smashed|stoned|
    wasted|using|drugged ~8 SURE_CHILD ~4 pram|care|alone|with|crying|car|house|buggy|pushchair|charge|looking_after
child_safeguarding confirmed +child : older|grown|adult|man|bloke|#adult|boyfriend|guy|old ~6 messag+|text+|meeting|
    meet|snapchat|dm+|sexting|contacting|grooming|gifts|nudes|kissing|seeing|dating|going_out_with|relationship|
    asking_for_pictures|sexual ~5 SURE_CHILD|MINOR|schoolgirl|schoolgirls|underage|young_girl|young_girls
child_safeguarding confirmed +child : SURE_CHILD|MINOR|young_girl|granddaughter ~6 seeing|dating|boyfriend_is|
    boyfriend_whos|going_out_with|relationship_with|meeting|pregnant_by|messaging|talking_to|meeting_up_with|
    sending_pictures_to|met ~4 #adult|older_man|grown_man|man|older_men|older_lad|bloke|man_online|someone_online|
    stranger_online|older
child_safeguarding probable +child : asking|asked|tried|trying|tryna|approach+|offer+|invit+|follow+|grab+|entic+|
    lur+ ~3 SURE_CHILD|my_daughter|my_son|schoolgirls|kids|girls|boys|little_lad|pupils ~4 into|get_in|in_his_car|car|
    van|sweets|lift|come_with_him|his_house|back_to_his|home_with|puppies|for_photos|pictures ! ball|charity|vote|
    leaflet
child_safeguarding probable +child : man|bloke|guy|car|van|someone|stranger|he ~6 watching|photographing|filming|
    following|taking_photos_of|taking_pictures_of|offering_sweets|hanging_round|staring_at|approaching|approached|
    talking_to|photos_of|pictures_of|sweets_to|lifts_to ~4 kids|children|schoolgirls|little_girls|girls|pupils|
    schoolkids|school_kids|little_ones|child ! my_ball|football_coach|wedding|cctv|my_own|his_own
child_safeguarding soft/a +child : YOUNG_CHILD ~14 alone|on_own|on_his_own|on_her_own|on_their_own|by_himself|
    by_herself|by_themselves|unsupervised|wandering|no_adult|no_adults|no_parents|no_parent|nobody_with|without_adult|
    without_an_adult|unattended|no_one_with|no_grown|not_supervised|out_by_himself|in_road|in_the_road|barefoot
child_safeguarding soft/a +child : YOUNG_CHILD|little_kids|young_kids|kids_as_young_as ~16 out|playing_out|roaming|
    wandering|up ~4 AT_NIGHT|midnight|late|till_all_hours|till_late|#minor_at_night|dark
child_safeguarding soft/b +child : SURE_CHILD|baby|lad|lass|pupil|siblings|boy|girl ~10 dirty|filthy|hungry|starving|
    begging_for_food|no_coat|no_shoes|barefoot|thin|skinny|same_clothes|unwashed|nits|smelly|stinks|stinking|
    asks_for_food|asking_for_food|for_food|food_from|no_dinner|no_breakfast|nappy|nappies|bare_feet|no_socks|
    asking_me_for_food|malnourished|scavenging|no_food|nothing_to_eat|underfed|not_fed|wearing_pyjamas|in_just|
    only_a_nappy|no_clothes|food_from_bins ! pack_lunch|muddy|football|playing
child_safeguarding soft/c +child : SURE_CHILD|baby|babby|toddler|infant|child|kids ~4 cry|crying|cries|scream|
    screaming|screams|wailing|sobbing|whimpering|screeching ~8 hours|night|nights|all_day|constantly|nonstop|non_stop|
    every|ages|days|always|prolonged|distress|terrified|all_the_time|inconsolable|again|time|please ! teething|colic|
    play|playing|park|nursery|playground|fun|football|school|garden|pool|happy|bouncy|trampoline|bouncing|laughing|
    paddling|ball|games
child_safeguarding soft/c +child : hear|heard|hearing ~4 SURE_CHILD|baby ~3 cry|crying|scream|screaming|screams|
    sobbing|begging|pleading|wailing ! play|playing|park|nursery|playground|fun|football|school|happy
child_safeguarding probable +child : SURE_CHILD|kid|lad|little_girl|boy|girl ~5 shouting|screaming|pleading|begging|
    crying|saying ~3 stop|help|no_daddy|dont_hit|sorry|no_mummy|stop_it|hurting_me ! playing|park|fun
child_safeguarding soft/d +child : SURE_CHILD|lad|pupil|boy|girl|lass ~9 bruise|bruises|bruising|burns|
    cigarette_burns|marks|black_eye|injuries|welts|cuts_on|handprint|broken_arm|bite_marks|covered_in_bruises|bruised|
    burn_marks|scald ! football|fell_off|bike|trampoline|vaccin
child_safeguarding soft/d +child : bruises|marks|burns|welts|bruise|bruising|handprint ~3 on|all_over ~3 SURE_CHILD|
    his_arms|her_arms|their_arms|his_legs|her_legs|his_back|baby|lad|pupil|little ! football
child_safeguarding soft/d +child : story|explanation|explanations|stories ~4 changes|changing|changed|didnt_add_up|
    doesnt_add_up|keeps_changing & SURE_CHILD|child|lad|girl
child_safeguarding soft/e +child : SURE_CHILD|lad|pupil|lass|boy|girl ~6 never_at_school|not_at_school|missing_school|
    not_going_to_school|not_in_school|off_school|misses_school|bunking|truanting|not_been_to_school|
    doesnt_go_to_school|not_attending|hasnt_been_at_school|not_been_in_school|should_be_in_school|should_be_at_school|
    missed_school|hardly_at_school|out_of_school|hardly_in_school|rarely_at_school
child_safeguarding soft/f +child : SURE_CHILD|lad|pupil|lass|boy|girl|he|she|they ~5 scared|frightened|afraid|
    terrified|flinches|doesnt_want|dont_want|didnt_want|not_want|refuses|petrified|begged ~2 to|of|not ~2 go_home|
    going_home|go_back_home|his_dad|her_dad|his_mum|her_mum|stepdad|mums_boyfriend|stepdad|parents|uncle|go_in|dad|
    home ! party|bedtime
child_safeguarding soft/f +child : scared|frightened|afraid|dont_want|terrified ~2 to|of ~1 go_home|going_home|my_dad|
    my_stepdad|my_mum|mums_boyfriend|stepdad|my_uncle|dad & MINOR|school|teacher|class|my_mum|my_mam|bedroom|homework|
    kid
child_safeguarding soft/f +child : SURE_CHILD|pupil|lad|lass ~4 flinches|flinch|cowers|hides|goes_quiet|wets_himself|
    wets_herself|goes_stiff|shakes ~6 when|he|dad|mum|uncle|near|around|comes
child_safeguarding soft/g +child : secret|secretly|gifts|presents|lifts|sweets|new_phone|vapes|trainers|alcohol|money|
    treats|cash ~5 to|from|for|with|gives|giving|gave ~3 SURE_CHILD|young_girls|young_lads|schoolgirls|girls|
    my_daughter|my_son|boys|lads|teens|youngsters ! charity|christmas_party|santa|halloween|raffle|parents|birthday
child_safeguarding soft/g +child : man|bloke|adult|neighbour|older|coach|uncle|guy|teacher ~5 giv+|gave|buy+|bought|
    gift+|message+|lift+ ~3 SURE_CHILD|girls|boys|them|her|him|kids ~4 gifts|presents|sweets|vapes|money|phone|lifts|
    secret|secretly|late|alone|cash|drink|alcohol|cigarettes ! charity|christmas|birthday|halloween
child_safeguarding soft/a +child : baby|toddler|child|newborn ~3 in|locked_in|left_in ~1 car|hot_car ~4 alone|windows|
    own|heat|no_one|crying|hour
child_safeguarding probable +child : SURE_CHILD ~6 living|lives|live|stuck|stay ~3 in_squalor|drug_den|crack_house|
    in_filth|with_drug_dealers|with_addicts|with_dealers
child_safeguarding probable +child : mums_boyfriend|stepdad|step_dad|uncle|mums_bf|my_dad|grandad|older_brother|
    lodger|foster_dad ~6 coming|comes|came|comin|gets|got|watches|watching ~2 in|into|me ~2 my|her|shower|bed !
    picnic|my_house_party
child_safeguarding probable +child : mum|dad|mam|parents|stepdad|father|mother|she|he|they|woman|man|couple|boyfriend
    + those|the|them|SURE_CHILD|his_kids|her_kids + seen_her_hit|seen_him_hit|hit_them|hits_them|hits_the_kids|
    slaps_them|smacks_them|beats_them|hitting_them|drags_them|locks_them|hit_the_kids|smack_them|slapped_them|
    beat_them|kicks_them|swears_at_them|screams_at_them|slap_them|hits_him|hits_her ! ball|fireworks|stones
child_safeguarding probable +child : dad|stepdad|father|mums_boyfriend|mums_bf|daddy ~4 HARD_HIT|hits|punches|shoves|
    kicks|beats|slaps|hurts|pushes ~2 mum|mam|my_mum|mummy|me_mum|our_mum
child_safeguarding soft/e +child : SURE_CHILD|kids|lad|lass|pupil|siblings|they|them|him|her + school + not_seen|
    havent_seen|hasnt_been|not_been|havent_been|stopped_going|kept_off|never_go|never_goes|dont_go|doesnt_go|
    off_for_weeks|absent|keeps_missing ! bus|parking|holiday|caretaker|crossing
child_safeguarding soft/d +child : SURE_CHILD|pupil|lad|lass|friend_in_year|year_#minor|boy|girl + scars|burns|
    cigarette_burns|welts|belt_marks|cut_marks|unexplained_injuries|black_eyes
child_safeguarding probable +child : her|his|their|my ~1 dad|mum|stepdad|mums_boyfriend|uncle|mam|father|mother ~1
    does|did|done|gave ~1 it|that|this|him|her|them ~4 scars|bruises|marks|burns|black_eye|to
child_safeguarding probable +child : scars|bruises|marks|burns|black_eye|cuts ~8 dad|mum|stepdad|mums_boyfriend|mam|
    father|mother|uncle ~2 does|did|done|caused|gave|hits|hit
child_safeguarding probable +child : SURE_CHILD|MINOR|daughter|son ~10 messages|messaging|chatting|talking|texting|
    snapchatting|contacted|video_calling|meeting ~3 from|with|by|to ~3 man|adult|stranger|older|bloke|guy|men|
    somebody_online|someone_online|someone_she_met|someone_he_met ! school|teacher_about
child_safeguarding soft/a +child : YOUNG_CHILD|boy|girl|lad|kid|child ~3 about_#minor|no_more_than_#minor|aged_#minor|
    bout_#minor|only_#minor|looks_#minor|of_about_#minor ~16 door|street|alone|own|road|wandering|outside|night|pm|
    midnight|park
child_safeguarding probable +child : lock+|locks|shuts|shut ~2 SURE_CHILD|them|him|her|kids ~2 in|outside|out ~3
    cupboard|shed|garage|garden|bedroom|dark|cellar|outside|cold|room|all_day|all_night|rain & SURE_CHILD|child|
    children|kids|grandchildren|stepson|dog_no
child_safeguarding probable +child : SURE_CHILD ~6 left|are_left|is_left ~1 alone|unsupervised|on_their_own|
    unattended|by_themselves|to_fend|to_look_after_themselves|home_alone
child_safeguarding probable +child : SURE_CHILD ~6 living|lives|live|left|stuck ~3 with ~4 addict|alcoholic|junkie|
    druggie|heroin|crack|dealer|drunk|abuser|offender ! recover+
child_safeguarding probable +child : slap+|smack+|hit+|whack+|thud+|beat+ + SURE_CHILD + crying|screaming|scream+|cry|
    sobbing|cries ! ball|playing
child_safeguarding probable +child : SURE_CHILD|niece|nephew|pupil ~10 dad|mum|stepdad|mums_boyfriend|mam|father|
    mother|uncle|parents|grandad ~3 HARD_HIT|hits|beats|punches|kicks|burns|slaps|locks|touches ! ball
child_safeguarding soft/d +child : class|pupil|school|year_#minor|nursery|breakfast_club|playgroup|form + bruises|
    bruise|marks|black_eye|burns|scars|injuries ! road_marks|exam|good_marks|marks_out|tyre_marks|pen_marks|football
child_safeguarding soft/b +child : never|no|without|hasnt|not ~3 lunch|dinner|breakfast|packed_lunch|tea|coat|shoes|
    socks ~8 SURE_CHILD|pupil|class|school|lad|lass|nursery|kids
child_safeguarding soft/b +child : SURE_CHILD|pupil|lad|lass|class ~10 never|no|without|hasnt|not ~3 lunch|dinner|
    breakfast|packed_lunch|coat|shoes|socks
child_safeguarding soft/f +child : SURE_CHILD|pupil ~8 AFRAID ~2 of ~4 mums|dad|stepdad|uncle|boyfriend|father|mother|
    him|mum|step_dad|grandad|carer|partner ! dog|spider|dark|firework
child_safeguarding soft/f +child : flinches|flinch|cowers|cower ~4 dad|mum|stepdad|mam|father|mother|he|she|they|him|
    her|uncle|anyone|somebody|someone|shouts & SURE_CHILD|pupil|lad|lass|boy|girl
fact:child_victim : SURE_CHILD|my_son|my_daughter|our_lad|my_lad|our_kid|pupil|schoolboy|schoolgirl|MINOR ~6 hurt|
    attacked|hit|beaten|punched|kicked|jumped|assaulted|stabbed|threatened|abused|bullied|called|robbed|bitten|spat|
    followed|injured|crying
fact:child_victim : hit|attack+|punch+|kick+|beat+|assault+|abus+|threaten+|bully+|spat|bit|chas+|jumped ~2 my|a|the|
    our|that|little ~1 son|daughter|SURE_CHILD|lad|kid
fact:child_named : SURE_CHILD
"""
