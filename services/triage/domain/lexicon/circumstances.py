"""Circumstances the rules ask about: now, how often, afraid, who is there."""

LINES = """
fact:unease : doesnt_seem_right|dont_seem_right|doesnt_feel_right|dont_feel_right|not_right|isnt_right|aint_right|
    something_off|something_is_off|feels_off|seems_off|something_going_on|something_is_going_on|somethings_going_on|
    bad_feeling|gut_feeling|funny_feeling|odd_feeling|cant_put_my_finger|not_sure_what|something_wrong|
    somethings_wrong|something_is_wrong|somethings_up|something_up|something_amiss|somethings_amiss|something_fishy|
    fishy|something_odd|something_strange|something_weird|something_funny|strange_goings|odd_goings|funny_goings|
    doesnt_sit_right|doesnt_add_up|dodgy_going|dodgy_goings|something_dodgy|summat_not_right|summat_up|sus|
    gives_me_the_creeps|uneasy|hard_to_explain|worried_about_her|worried_about_him|worried_about_them|
    worried_about_my_neighbour|concerned_for|not_himself|not_herself|just_a_feeling|probably_nothing|might_be_nothing|
    may_be_nothing|could_be_nothing|sommat|something_happening|something_isnt|something_not|rum_going|rum_goings|
    feels_wrong|seems_wrong|somethings_not|somethings_off
fact:afraid_severe : AFRAID ~3 to ~2 go_out|leave|be_in|sleep|open|answer|walk_out|stay_in|go_home|be_at_home|live|
    leave_my_house
fact:afraid_severe : AFRAID ~3 in ~1 my|our|own ~1 home|house|flat|own
fact:afraid_severe : dont_go_out|wont_go_out|stopped_going|cant_leave_the_house|cant_leave_my_house|prisoner_in|
    prisoners_in|dont_leave_the_house|too_scared_to_leave|had_to_go_to_the_doctor|off_work_with|signed_off|
    on_antidepressants|on_medication_because|panic_attacks|making_me_ill|making_us_ill|cant_go_out|moved_out|
    staying_at_my|sleeping_at_my|fear_for_my_life|fear_for_our|afraid_for_my_life|scared_for_my_life|
    kids_are_terrified|children_are_terrified|breakdown|made_ill|my_health|terrified
fact:worse : getting_worse|got_worse|gets_worse|worse_and_worse|escalat+|escalating|more_and_more|increasing|
    more_frequent|worse_every|worsening|gone_up_a_notch|getting_wuss|getting_out_of_hand|stepped_up
fact:repeated : THREE_UP times|occasions|separate
fact:repeated : third|fourth|fifth|sixth|seventh|tenth|#minor_th ~1 time|incident|occasion|break_in
fact:repeated : EVERY ~1 SPELL ~3 for|since|past|last|over ~3 TIME_SPAN
fact:repeated : for|since|over|past ~2 weeks|months|years ~4 every|each|nightly|daily|constant|constantly|nonstop|
    non_stop
fact:repeated : months_of|weeks_of|years_of|going_on_for_months|going_on_for_weeks|going_on_for_years|
    been_going_on_for
fact:reported_before : reported|complained|rang|rung|called|contacted|phoned|emailed|told|logged|complaints|reports
    ~6 THREE_UP times|occasions
fact:reported_before : THREE_UP ~1 times ~4 reported|complained|rang|rung|called|phoned|contacted|emailed
fact:reported_before : third|fourth|fifth|sixth ~1 complaint|report|email|call|time_ive_reported|time_ive_rung|
    time_i_have_reported|time_reporting|time_ive_complained
fact:same_people : same ~1 lads|kids|people|group|man|family|neighbour|youths|ones|boys|gang|lot|bloke|girls|person|
    neighbours|car|house|lad
fact:same_people : my_neighbour|next_door|neighbours_son|neighbours_at|man_at_number|family_at|upstairs_neighbour|
    my_neighbours|number_#minor
fact:now : NOW ! last|yesterday|ago|every
fact:now : he|hes|theyre|they|someone|somebody|hes_just|man|ex|she|shes|theyve ~3 got_in|getting_in|broke_in|
    breaking_in|in_my_house|in_the_house|trying_to_get_in|at_my_door|at_the_door|kicking_the_door|kicking_my_door|
    banging_on_my_door|in_our_house|coming_through|smashing_the_door|inside|downstairs_now|got_inside|kicking_door|
    in_house|in_the_garden_now|outside_with|outside_shouting|trying_to_break_in|breaking_down ! HABIT
fact:intruder : he|hes|theyre|they|someone|somebody|man|ex|theyve|she|shes|intruder|burglar|burglars|men|lads|people|
    intruders|bloke ~4 got_in|getting_in|broken_in|breaking_in|trying_to_get_in|kicking_the_door|kicking_my_door|
    coming_through|smashing_the_door|got_inside|kicking_the_door_in|trying_to_break_in|breaking_down|kicking_door|
    breaking_into_my_house|breaking_into_the_house|climbing_through|coming_up_the_stairs|downstairs_in_my|
    forcing_the_door|breaking_my_door|in_my_flat|inside_my_house|inside_the_house|trying_to_kick_my_door|
    kicking_our_door|coming_in_the_window ! HABIT|squirrel|rats|mice|pigeons|party|ago
fact:intruder : he|hes|theyre|someone|somebody|man|ex|theyve|intruder|burglar|burglars|intruders|stranger ~1 in|
    inside ~0 my|our ~0 house|flat|home|kitchen|garden ! HABIT|opposite|next|party|noise|music
fact:intruder : trying|tryna|attempting|kicking|booting|forcing|smashing|jemmying|prising|barging ~6 door|doors|
    window|windows ~1 in|open|down ! HABIT|ball|football|party|council|landlord|locksmith|blew|wind
fact:intruder : trying|tryna|attempting ~1 to ~1 kick|boot|force|smash|jemmy|prise|break|barge|climb ~4 door|window|
    in|house|flat ! HABIT|ball|football|party|landlord|locksmith|squirrel|rats|car
fact:intruder : breaking_in|break_in|broke_in|broken_in|kicking_the_door|coming_in ~3 downstairs|now|right_now|help|
    upstairs|hiding|im_in|still_here|back_door
fact:intruder : help|im_hiding|hiding|were_hiding|hid_in + breaking_in|broke_in|broken_in|in_my_house|in_the_house|
    downstairs|window|door|get_in
fact:help : help_me|pls_help|send_police|send_someone|send_help|need_help_now|hurry|come_quick|come_quickly|
    call_the_police|police_now|need_police|please_hurry|help_us|come_now|need_ambulance|send_ambulance|
    send_an_ambulance|get_here_quick|send_the_police|help_quick
fact:recent : just_now|just_happened|minutes_ago|mins_ago|hour_ago|half_hour_ago|an_hour_ago|half_an_hour|moments_ago|
    min_ago|just_been|just_had|within_the_last_hour|just_pulled|just_seen|just_saw|just_threatened|just_attacked|
    just_hit|just_gone
fact:identifiable : number|no|flat|num|house|nr ~1 #minor|#adult|#old|#n|1|2|24|7
fact:identifiable : mr|mrs|ms|miss|called|named
fact:about_asset : volunteer|volunteers|community_group|community_centre|residents_association|food_bank|youth_club|
    tenants_association|neighbourhood_watch|church_group|charity|mosque_committee|group_leader|organisers|
    community_association|scouts ~6 steal+|stole|rude|excluded|shouted|money|bullying|complaint|misuse|misusing|
    unsafe|drunk|fiddling|noise|noisy|favour|turned_me_away|wont_let|ignore|pocketing|refused_to|mess|racist|abuse|
    banned|aggressive|unfriendly|nasty|kept
fact:behaviour : said|told|says|saying|called|calling|call+_me|kick+|throw+|threw|spit+|spat|pee+|urinat+|block+|
    follow+|star+|stared|knock+|bang+|break+|broke|damag+|climb+|shout+|swear+|smok+|drink+|drunk|drug|drugs|deal+|
    dealing|smash+|steal+|stole|beg+|hassl+|harass+|intimidat+|threaten+|abus+|bother+|pester+|approach+|fight+|rid+|
    riding|rac+|rev+|litter+|mess|rubbish|noise|noisy|loud|music|party|fire|fires|burn+|dog|dogs|ball|football|sell+|
    trespass+|wee+|vomit+|gambl+|whistl+|catcall+|film+|photograph+|pictures|photos|chas+|touch+|expos+|cry+|crying|
    injured|hurt|knife|vap+|graffiti|spray+|rob+|robbed|trying|tried|peer+|peering|scream+|yell+|vandal+|egg+|jump+|
    tip+|dump+|block|blocking|grab+|push+|shov+|hit|swing+|rude|aggressive|nasty|verbal|insult+|comment+|comments|
    laugh+|mock+|balloons|nos|weed|cannabis|needles|alcohol|cans|bottles|speed+|speeding|wheelies|bikes|quad|moped|
    parking_on|cigarettes|bully+|mug+|snatch+|hiding|crawl+|lurk+|watching|signal+|knocking|doorbell|masks|masked|
    balaclava|balaclavas|money|exchang+|handing|poo|toilet|defecat+|crap+|chopping|cutting|digging|defac+|tagging|
    nuisance|trouble|causing|disturb+|disrupt+|asking|offering|collaps+|slump+|unconscious|lying|bleeding|naked|sex|
    prostitut+
fact:rough_sleeping : rough_sleeper|rough_sleeping|sleeping_rough|rough_sleepers|sleeping_in_a_tent|
    sleeping_in_a_doorway|sleeping_in_doorway|sleeping_bag
fact:presence : MANY_PEOPLE ~7 stood|standing|stand|stands|hanging|hang|hanging_about|hanging_around|hanging_round|
    hangin|sit|sits|sat|sitting|gather|gathering|gathered|gathers|congregate|congregating|loiter|loitering|walking|
    walk|walks|live|living|moved_in|moving_in|arrived|arriving|meeting|meet|about|there|here|around|outside|come|
    coming|came|appeared|seen|saw|in|on|at|wandering|using|everywhere|waiting|parked|turned_up|set_up|talking|
    chatting|praying|speaking|taken_over|camping|camped|pitched|wearing|looking|hood|hoods|bought|rented|keep|all|
    again|look|looks|dressed|shouldnt|every|of
fact:presence : loitering|hanging_around|hanging_about|hanging_round|too_many|congregating|stood_around|
    standing_around|sat_around|suspicious|dont_belong|not_from_round|look_dodgy|looks_dodgy|looking_dodgy|
    looking_suspicious|look_suspicious|looks_suspicious|up_to_no_good|look_shifty|dodgy_looking|suspicious_looking|
    acting_suspicious|acting_suspiciously|stranger_in|strangers_in|dont_look_like|shifty ~12 MANY_PEOPLE
fact:presence : too_many|lots_of|loads_of|more_and_more|bunch_of|group_of|gang_of|load_of|groups_of|gangs_of|see ~4
    MANY_PEOPLE
fact:no_presence_request : clubs|activities|sessions|bench_for|shelter_for|space_for
fact:community_request : somewhere_for|something_for|activities|club|offer
fact:unexplained : bruise|bruises|bruised|bleeding|blood|pleading|naked|ambulance|hospital|dying|killed|stabbed|
    beaten|abused|raped|locked_in|trapped|starving|unconscious|screaming_for|crying_for|sobbing|threatened|
    smashing_plates|plates_smashing ! ambulance_station|blood_donor|hospital_appointment|hospital_parking|
    near_the_hospital|blood_test|hospital_road|hospital_car_park
"""
