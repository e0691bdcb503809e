"""Abuse between partners and relatives (H05), with the letters of its soft signs."""

LINES = """
domestic_abuse confirmed +aimed : PARTNER ~5 HARD_HIT ~3 me|her|him|them|us|my|kids|wife|girlfriend|mother
domestic_abuse confirmed +aimed : HARD_HIT ~2 by ~3 PARTNER|his_dad|my_dad|my_son|my_brother|family|my_father|
    my_stepdad
domestic_abuse confirmed +aimed : HARD_HIT ~2 his|her|their ~1 PARTNER|partner|mrs|missus
domestic_abuse confirmed +aimed : PARTNER ~3 been|is|was|has|hes|gets|got|keeps|started ~3 HARD_HIT|violent|
    aggressive|abusive|physical
domestic_abuse confirmed +aimed : my|our|her|his ~1 dad|father|stepdad|brother|son|uncle|mum|mother|in_laws|daughter|
    grandson ~4 HARD_HIT ~2 me|us|mum|mam|my_mum|her|our_mum|my_mam|sister|him|mother|gran|nan
domestic_abuse confirmed +aimed : mum|mother|dad|mam|nan|gran|grandad|grandma|parents ~5 HARD_HIT|beaten|threatened
    ~3 by ~3 son|grandson|daughter|brother|partner|boyfriend
domestic_abuse confirmed : PARTNER ~6 threaten+|has_to_know|goes_mad_if|goes_mad_when|accus+|isolat+|controls|kill+|
    strangl+|chok+|rap+|controlling|abuses|abused|abusing|abuse|violent|throttl+|threatning ! council|by_neighbour
domestic_abuse confirmed : domestic_abuse|domestic_violence|coercive|dv|domestic_abuser|abusive_relationship|
    abusive_husband|abusive_partner|abusive_boyfriend|abusive_wife|abusive_ex|violent_partner|violent_ex|
    violent_husband|wife_beater|beats_his_wife|domestic_incident|another_domestic|bad_domestic|having_a_domestic|
    womens_refuge|refuge|gaslighting|clares_law|non_molestation|restraining_order|non_mol|occupation_order
domestic_abuse confirmed : CONTROL ~4 me|her|my|him|his ~3 out|house|leave|go|family|friends|money|MONEY|PHONE|work|
    see|mum|door|in|speak|wear|eat|car|passport|keys ! landlord|council|dog|parking|school|boss|neighbours_dog|noise|
    bins|drive|teacher|sleep|key_worker|cat + PARTNER|HE ~12 me|her|him|she|i
domestic_abuse confirmed : PARTNER ~5 CONTROL ~5 MONEY|PHONE|out|house|family|friends|leave|work|go|see|speak|door|
    keys|what_i|what_she|what_he|who
domestic_abuse confirmed : i|im|she|shes|he|hes ~1 not_allowed|isnt_allowed|cant|couldnt|have_to_ask ~3 leave|go_out|
    see|have|speak|talk|ring|spend|work ~4 without_him|without_his|without_her|without_permission|he|his_permission|
    him|husband|partner|boyfriend|unless_he|unless
domestic_abuse confirmed : locks|locked|locking ~2 me|her|him|us ~2 in|inside|up|indoors|bedroom|room|house ! out|
    myself|accidentally
domestic_abuse soft/a : screaming|shouting|banging|arguing|rows|fighting|argue|screams|arguments|smashing|row|yelling
    ~6 couple|man_and_woman|man_and_a_woman|between_them|husband_and_wife|him_and_her|partner|next_door_couple|family|
    couples|boyfriend_and_girlfriend|his_girlfriend|his_wife|her_boyfriend|her_husband|upstairs_couple|his_missus|
    her_fella|mum_and_dad
domestic_abuse soft/a : couple|man_and_woman|husband_and_wife|boyfriend_and_girlfriend|mum_and_dad|PARTNER ~6 SHOUT !
    at_me_about_parking|music
domestic_abuse soft/a : hear|heard|hearing|here|listening_to ~4 SHOUT ~4 SHOUT ~4 next_door|neighbour|neighbours|flat|
    upstairs|downstairs|wall|walls|number|couple ! music|dogs|dog|party|kids_playing|football|karaoke|tv
domestic_abuse soft/a : next_door|neighbours|flat|upstairs|downstairs|number ~8 screaming ~4 banging|crying|smash|
    thud|shouting|things ! music|party|kids|karaoke|children
domestic_abuse soft/a : SHOUT ~4 through|next_door|upstairs|downstairs ~2 wall|walls|floor|ceiling|again|every|
    neighbours ! music|dogs|dog|party|kids_playing|football|karaoke|tv|drill|diy
domestic_abuse soft/a : things|plates|stuff|furniture|glass|doors ~2 being|getting|been ~1 thrown|smashed|broken ~4
    next_door|flat|upstairs|downstairs|argument|shouting
domestic_abuse soft/a : him|he|man|bloke|her|she|dad ~2 shouting|screaming|bellowing|roaring|yelling ~2 at ~2 her|him|
    wife|girlfriend|partner|missus|his_mum ! referee|traffic|phone|dog
domestic_abuse soft/b : woman|she|her|lady|wife|girlfriend|lass|shes|him|mum|girl|man ~4 PLEAD ! baby|laughing|dog|
    funeral|film
domestic_abuse soft/b : PLEAD ~4 woman|girlfriend|wife|lady|her ! baby|dog
domestic_abuse soft/b : woman ~2 screaming|screams|scream|screamed ! laughing|party|kids|music|funfair
domestic_abuse soft/c : PARTNER ~6 jealous|possessive|isolat+|accuses|accusing|demands|demanding
domestic_abuse soft/d : AFRAID ~2 of|to ~3 PARTNER|go_home|go_back|be_at_home_with
domestic_abuse soft/d : AFRAID ~1 of ~1 him|her|my_dad|my_son|my_brother|stepdad|father ! dog
domestic_abuse soft/d : she|he|friend|sister|daughter|mum|colleague ~4 AFRAID ~3 him|PARTNER|her
domestic_abuse soft/e : ex|ex_husband|exhusband|ex_partner|ex_wife|ex_boyfriend|ex_bf|ex_girlfriend|split_up|left_him|
    broke_up|separated|ended_it|my_ex|finished_with ~8 turn+_up|turns_up|outside|keeps|ring+|text+|messag+|threat+|
    follow+|banging|breach+|order|wont_leave|harass+|stalk+|contact+|door|abus+|bail|watching|knock+
domestic_abuse soft/e : breach+|broke|broken|breaking|ignor+ ~3 order|injunction|bail|non_molestation|
    restraining_order|conditions
domestic_abuse confirmed : he|she ~2 HARD_HIT ~2 me|her|him & pregnant|love_him|love_her|loves_me|loves_her|
    still_love|leave_him|leave_her|leaving_him|leaving_her|take_him_back|took_him_back|go_back_to_him|our_kids|
    have_kids|living_with_him|live_with_him|he_says_sorry|hes_sorry|he_apologised|says_sorry|when_we_argue|jealous|
    live_together|lives_with_me|PARTNER|we_split|im_married|shes_married|moved_in_with_him|left_him|my_marriage|
    relationship|his_house|kids_dad|home_with_him|married_to|at_home
domestic_abuse probable : HARD_HIT|hit|hits|hitting|battering|braying|slapping|hurts ~2 her|him|me ~2 again
domestic_abuse probable : HE|he|she ~3 hits|slaps|punches|kicks|hurts|chokes|beats|batters|strangles|leathers|thumps|
    brays|smacks|shoves ~1 me|her|him|us ! ball|school|class|kids_at
domestic_abuse probable : next_door|neighbour|upstairs|downstairs|flat|number ~8 HARD_HIT ~2 her|wife|his_wife|
    girlfriend|missus|his_partner|woman|his_mum
domestic_abuse probable : he|him|hes|man|bloke|fella|lad ~3 HARD_HIT|battering|braying|leathering|smacking|hitting ~2
    his_missus|his_wife|his_girlfriend|her|his_partner|woman|woman|lady|girlfriend ~8 next_door|house|flat|upstairs|
    downstairs|door|at_home|walls
domestic_abuse confirmed +aimed : dad|stepdad|father|daddy|mums_boyfriend|step_dad|daddys|mums_bf|me_dad ~4 HARD_HIT|
    hits|punches|shoves|kicks|beats|slaps|hurts|pushes|strangles ~2 mum|mam|my_mum|mummy|mother|me_mum|our_mum
domestic_abuse probable : makes|made|forces|making ~1 me|her|him ~4 feel_worthless|ask_for_money|account_for|
    hand_over|quit|give_up_work|stop_seeing|sleep_with_him|have_sex
domestic_abuse confirmed : cant_leave|cannot_leave|cant_get_away_from|wont_let_me_leave|wont_let_me_out|
    wont_let_her_out|wont_let_her_leave|wont_let_me_see|wont_let_her_see|lets_me_see|lets_her_out|let_me_out|
    never_lets_her|trapped_in_this_marriage|cant_get_away ~3 him|her|house|husband|home|marriage|family|mum|me|
    friends|out
domestic_abuse soft/b : black_eye|bruises|bruise|marks|bruised|split_lip|cut_lip ~8 walked_into|fell|says_she|
    she_says|clumsy|covering|makeup|make_up|sunglasses|neck|arms|her_face|door
domestic_abuse confirmed +aimed : PARTNER ~5 knocks|knocking|knocked|knock|slaps|slapping|chucks ~2 about|around
domestic_abuse soft/a : barney|barneys|rows|row|blazing_row|argument|arguments|ding_dong|slanging_match|domestics|
    hammer_and_tongs|arguing|rowing ~10 them_two|two_of_them|couple|next_door|plates|things|smashing|smash|
    every_night|husband|her_and|him_and|upstairs|partner|walls|glass ! parking|bins|fence|hedge|boundary
domestic_abuse confirmed : he|she|hes|shes ~6 smash|smashes|smashed|break|breaks|broke|throws|threw|punch|punches|
    kicks|shout|shouts|scream|screams|insult|insults|control|controls ~3 my|me|our|things|stuff|door|walls|plates|
    phone & PARTNER|his_wife|my_marriage|married_to
domestic_abuse probable : partner ~3 put|hit|hits|grabbed|pushed|shoved|strangled|punched|slapped|threw|locked|
    threatened|kicked|spat|choked
domestic_abuse confirmed +aimed : PARTNER ~3 put|puts|had|has|got ~2 hands|hand|arm|belt|pillow ~2 round|around|on|
    over ~2 my|her|his|me ~1 neck|throat|face|mouth
domestic_abuse soft/b : woman|lady|girl|wife|girlfriend|lass|she + bruises|bruise|black_eye|bruised|cut_lip|
    marks_on_her ! football|bike|fell_off
domestic_abuse probable : he|she|hes|shes ~2 control|controls|decides|dictates|tells_me|monitors|checks ~2 what|who|
    where|how|everything|when|my_every ~3 i|she|he|wear|see|eat|do|go|my ! manager|boss|council|landlord
domestic_abuse probable : PARTNER ~8 where_i_am|where_she_is|every_minute|my_every_move|who_im_with|who_i_speak_to|
    password|passwords|permission|eggshells|goes_mad|lose_his_temper|loses_his_temper|loses_it|kicks_off|flies_off|
    smashes_things|punches_walls|punches_the_wall
domestic_abuse soft/b : broke|broken|hurt|injured|bruised|hit ~2 my|me|her|his & go_home|home_to_him|last_time_he|
    when_hes_drunk|when_he_drinks|drinking_again|lives_with|PARTNER
fact:children_affected : my|our|me|mi|wi_my|with_my ~2 kids|children|bairns|toddler|toddlers|little_ones|little_one|
    baby|babies|newborn|little_girl|little_boy|child|kiddies
fact:children_affected : there_is|theres|there_are|got|have|has|two|three ~2 kids|children|bairns|toddlers|
    little_ones|baby ~2 in|living ~2 house|flat|there|home|in_there
fact:children_present : SURE_CHILD ~5 in_the_house|at_home|upstairs|in_there|watching|live_there|living_there|crying|
    hear|heard|saw|sees|see_it|seen_it|in_the_flat|in_bed|screaming|with_them|next_room|in_the_room|in_house|with_her
fact:children_present : there_is|theres|there_are|got|have|has|two|three ~2 kids|children|bairns|toddlers|baby|
    little_ones|wains
fact:children_present : in_front_of|front_of|with|got|have|has|theres|there_are|there_is|and|her|his|their|my|our|two|
    three|young ~3 SURE_CHILD
fact:children_present : me_and_my_sister|me_and_my_brother|my_sister_and_i|my_brother_and_me|me_and_my_sisters|
    me_and_my_brothers|little_brother|little_sister|my_kids|our_kids|her_kids|their_kids|kids_in|baby
"""
