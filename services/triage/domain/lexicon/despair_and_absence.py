"""Suicide and self-harm, and people who are missing (H13, H16)."""

LINES = """
suicide_self_harm confirmed +suicide_plan : GOING_TO|will|want|wants|wanna|tonight|plan|planning|try|tried|trying|
    thinking|thought|gonna|threaten+|says|about|might|ready|feel_like|attempt+|keeps|talking|think|considering|
    thoughts_of ~5 kill+|end|hang+|top|harm+|hurt+ ~1 myself|himself|herself|themself|themselves|yourself|it_all|
    his_life|her_life|my_life|their_life|own_life|me_self|it_tonight|things_tonight|ourselves
suicide_self_harm confirmed : kill+|hang+|topping|topped|harm+|cut|cuts|cutting|drown+|burns|hurting|hurts|starving|
    overdos+|poison+|harming|stab+ ~1 myself|himself|herself|themself|themselves|yourself|me_self|ourselves
suicide_self_harm confirmed : suicid|suicide|suicidal|suicides|self_harm|selfharm|self_harming|self_harms|selfharming|
    overdose|overdosed|overdosing|od|odd_on|unalive|unaliving|kms|kmsing|sewerslide|ctb|end_my_life|end_his_life|
    end_her_life|take_my_own_life|take_his_own_life|take_her_own_life|taking_her_own_life|taking_his_own_life|
    taking_my_own_life|took_his_own|own_life|taking_my_life|take_my_life|ending_my_life|ending_it|ending_it_all|
    end_it_all|finish_it_all|end_it_now|end_it_tonight|ending_her_life|ending_his_life|ending_things|finish_myself|
    top_myself|top_himself|neck_myself|slit_my_wrists|slit_her_wrists|slit_his_wrists|cut_my_wrists|cutting_my_arms|
    cutting_my_wrists|cut_her_wrists|self_injur|slitting ! squad
suicide_self_harm confirmed : dont|doesnt|not|never|didnt|cant|no_longer|do_not|wanna|does_not ~2 want|see|wish|
    bothered ~2 to ~1 be|live|wake|exist|carry|go|living ~2 here|alive|anymore|up|on|longer|life|more !
    at_this_address|in_this_house|in_this_street|in_this_area|round_here|in_fear|like_this_next|next_to|near|on_this|
    on_here|to_school|to_work|in_this|on_street|on_holiday
suicide_self_harm confirmed : dont_want_to_be_here|dont_want_to_live|dont_wanna_be_here|dont_wanna_live|
    not_want_to_live|doesnt_want_to_live|doesnt_want_to_be_here|dont_want_to_be_alive|dont_want_to_exist|want_to_die|
    wants_to_die|wanna_die|wanted_to_die|wish_i_was_dead|wish_i_were_dead|wishes_he_was_dead|wishes_she_was_dead|
    wish_i_wasnt_here|rather_be_dead|better_off_dead|be_better_off_dead|be_better_off_without_me|
    better_off_without_me|better_off_without_him|better_off_without_her|better_if_i_wasnt_here|
    want_to_go_to_sleep_and_not|not_wake_up|never_wake_up|hope_i_dont_wake|dont_wake_up|wouldnt_wake_up|
    sleep_and_never|want_it_all_to_end|want_it_to_end|want_it_to_stop_forever|want_it_to_be_over|ready_to_go|
    want_to_disappear|wanting_to_die|be_with_her_again|be_with_him_again|join_my_wife|join_my_husband|be_dead_soon|
    dont_want_to_carry_on|dont_want_to_go_on|cba_living|want_to_be_dead|doesnt_want_to_carry_on|wanna_be_dead|
    wont_be_here|wont_be_around|not_be_here|i_wont_be_a_problem|dont_want_to_be_here_anymore ! next_year|
    for_the_meeting|when_the_builders|in_this_house
suicide_self_harm probable : cant|cannot|dont_think_i_can|not_sure_i_can|couldnt|dont_want_to|cant_keep|cba|
    struggling_to ~1 do|go|carry|take|keep|face|cope|live|handle|be ~3 no_more|anymore|any_more|another_day|
    any_longer|no_longer|on|tomorrow ! noise|music|parking|with_this_parking|work|up_the_stairs|that_road|bins|dogs|
    smell|to_the_park|to_the_shops|barking|walking|litter|on_holiday|on_the_bus|on_my_street|with_the_noise|on_here|
    on_pavement
suicide_self_harm probable : no_point|no_reason|nothing|nowt|no_purpose|not_worth|isnt_worth|whats_the_point|
    what_is_the_point|what_point|cant_see_a_point|cant_see_the_point|no_sense|dont_see_the_point ~2 in|to|left|of ~1
    living|live|live_for|life|carrying_on|going_on|being_here|live_for_anymore|on|anything_anymore|being_alive|
    live_anymore|going
suicide_self_harm probable : nothing_to_live_for|nothing_left_to_live|life_isnt_worth|life_is_not_worth|
    life_not_worth|not_worth_living|isnt_worth_living|cant_go_on|cannot_go_on|cant_carry_on|cannot_carry_on|
    cant_do_this_anymore|cant_do_it_anymore|cant_do_this_any_more|cant_face_another|no_way_out|no_hope_left|hopeless|
    lost_all_hope|lost_the_will|had_enough_of_life|sick_of_life|tired_of_living|tired_of_life|fed_up_of_living|
    given_up_on_life|given_up_on_living|had_enough_of_living|burden_to|burden_on|say_goodbye|saying_goodbye|
    said_goodbye|goodbye_note|goodbye_message|goodbye_letter|goodbye_everyone|goodbye_messages|final_goodbye|
    goodbye_forever|giving_away_his|giving_away_her|giving_away_all|gave_away_his|gave_away_her|giving_his_things|
    giving_her_things|giving_stuff_away|giving_all_his|giving_all_her|gave_all_his|gave_away_all|giving_things_away|
    giving_my_things|put_affairs_in_order|affairs_in_order|no_one_would_miss_me|nobody_would_miss_me|
    nobody_would_notice_if|no_one_would_notice_if|no_one_would_care_if_i|nobody_would_care_if|world_without_me|
    end_my_misery|end_my_suffering|dont_see_a_future|no_future_for_me|cant_see_a_way|no_way_forward|
    cant_cope_with_life|why_am_i_here|see_no_way|rather_not_be_here|never_have_to_worry_about_me ! carry_on_parking|
    like_this_with_the_bins|burden_of_proof|hopeless_council|hopeless_service|council_are_hopeless|hopeless_at|
    tax_burden|council_is_hopeless|bus_service_is_hopeless|council
suicide_self_harm confirmed +suicide_act : taken|took|swallowed|necked|downed|had|taking|stockpil+|saving_up|hoard+|
    collecting|got|bought|stored ~4 tablets|pills|paracetamol|bottle_of_pills|overdose|antidepressants|medication|
    sleeping_tablets|painkillers|co_codamol|insulin|all_his_tablets|meds|morphine ~5 all|whole|lot|overdose|too_many|
    packet|packets|now|die|at_once|end|tonight|loads|enough|just|goodbye|sleep
suicide_self_harm confirmed +suicide_act : took|taken|swallowed|necked ~1 all|loads|whole|lots|load|too_many|packet|
    bottle|handful|whole_lot|#adult|overdose ~4 tablets|pills|paracetamol|medication|painkillers|meds|antidepressants
suicide_self_harm confirmed +suicide_act : bridge|railings|ledge|roof|viaduct|car_park|window|balcony|edge|track|
    tracks|railway|cliff|multi_storey|scaffolding|parapet|barrier|reservoir|canal|train ~6 jump|jumping|wrong_side|
    climbed_over|going_to_jump|over_the_edge|threatening_to_jump|hanging_off|staring_down|stood_looking_down|lay_down|
    lying_on|in_front_of|drown|throw_himself|throw_herself ! bmx|skate|kids_jumping|for_fun|lads_jumping|tombston|
    kids|swimming|stones|youths|lads|jumping_in|playing
suicide_self_harm confirmed +suicide_act : jump+|wrong_side|throw|stood_on|standing_on|sat_on|climbed_over|
    hanging_off|climbing_over|on_edge|over ~3 off|of|from|under|on|himself|herself|myself|edge|in_front ~3 bridge|
    railings|ledge|parapet|viaduct|train|edge_of_roof|edge_of_car_park|multi_storey|flats_roof|balcony|cliff ! kids|
    lads|youths|bmx|skate|for_fun|stones|swimming|playing|climbing_frame
suicide_self_harm probable +suicide_plan : rope|noose|razor_blades|pills_ready|tablets_ready|blades_ready|helium ~8
    myself|himself|herself|end|use|ready|neck|goodbye|garage|loft|tree
suicide_self_harm probable : if|when ~1 i|he|she|im|hes ~1 was|wasnt|were|werent|am|wasnt_here|is ~1 gone|dead|here|
    around|born|alive|no_longer_here ! from|on_holiday|home|when|at_home|at_work
suicide_self_harm probable : goodbye|bye_forever|farewell|last_message|final_message ~10 sorry|forgive|love_you_all|
    everything|everyone|look_after|kids|dont_look
suicide_self_harm probable : sorry_for_everything|forgive_me|love_you_all|take_care_of_the_kids_for_me|
    tell_them_i_love ~8 goodbye|bye|gone|end|done|forever|always
suicide_self_harm probable : happier|better|easier ~2 if|without ~2 i|me|he|him|she|her ~2 gone|dead|here|around|
    wasnt|didnt_exist|was_gone
suicide_self_harm probable : harm_myself|hurt_myself|thoughts_of_harm|dark_thoughts|bad_thoughts_about_myself|
    do_something_stupid|do_something_silly|doing_something_stupid|doing_something_silly|do_himself_in|do_herself_in|
    do_myself_in|not_safe_on_my_own|not_safe_with_myself|cant_keep_myself_safe|cant_keep_himself_safe|
    worried_what_ill_do|worried_what_i_will_do|scared_what_ill_do|scared_of_what_ill_do|what_i_might_do|
    scared_what_i_might_do|do_something_to_herself|do_something_to_himself|do_something_to_myself|not_in_a_safe_place|
    dont_trust_myself|want_to_go_to_heaven|wants_to_be_in_heaven
suicide_self_harm confirmed +suicide_plan : wrote|written|writing|left|wrote_out|found ~3 note|letter|goodbye|letters|
    notes ~8 goodbye|kill|sorry|cant|end|die|himself|herself|myself|suicide|bed|gone|alive|kids|family ! complaint|
    council|landlord|school|neighbour|parking|door|windscreen
suicide_self_harm confirmed +suicide_plan : cant|cannot|dont_want|done|over|ready|tired ~14 wrote|written|writing ~2
    letter|note|letters|notes ! council|landlord|mp|complaint
suicide_self_harm confirmed : not_sure|dont_know|wonder|wondering|question ~2 i|if_i|whether_i|why_i ~2
    want_to_be_alive|want_to_live|want_to_be_here|should_be_here|keep_going|bother|am_alive|am_still_here|
    deserve_to_live|want_to_keep_living
suicide_self_harm confirmed : talk+|talking|thinking|thinks|thoughts|think|speaks|going_on|threaten+|joke+|joking|
    mention+|plan+ ~3 ending|end|finishing|killing|hanging|dying|topping|doing|death|being_dead|hurting|jumping ~1 it|
    himself|herself|myself|themselves|his|her|my|them|all|in|off|death ! lease|contract|tenancy|meeting|work|job|shop|
    homework|bet
suicide_self_harm confirmed : life|living ~2 not|int|isnt|aint|no_longer|hardly|nowt ~1 worth ~1 living|it|owt|
    anything
suicide_self_harm confirmed : had_enough|fed_up|sick|tired|done|finished ~1 of|with|wi ~1 life|living|existing|
    being_alive|everything_and|my_life
suicide_self_harm confirmed +suicide_act : swallow+|necked|drank|drunk|taken|took ~3 bleach|antifreeze|paracetamol|
    tablets|pills|meds|medication|overdose|insulin ! stolen|from_her_purse|steal+|selling|off_him|carer|headache|
    prescription_from_chemist
suicide_self_harm confirmed +suicide_act : sat|stood|standing|sitting|stands|sits|climbed|up|out|perched|hanging|edge|
    ledge ~4 ledge|parapet|edge|wrong_side|roof_of|railings|multi_storey|viaduct|bridge|tracks|window_ledge ~4
    multi_storey|bridge|roof|car_park|viaduct|jump+|flats|block|motorway|railway|canal|alone|crying|threatening|over|
    edge ! lads|kids|youths|teenagers|graffiti|drinking|bikes|smoking|drone|group
suicide_self_harm probable : dont|cant|cannot|not|no|couldnt|never ~2 see|find|way|seeing ~2 way|future|light|point|
    end|other_way|reason ~2 out|forward|on|tunnel|future|anymore|to_live|of_it|for_me|left ! parking|drive|car_park|
    junction|estate|road|traffic|signs|lights|council|fence|window|main|village
suicide_self_harm probable : well|better|rather|wish|wishing|wishes|want|wants|be|should ~3 be|was|were|am|is|he_was|
    she_was|i_was ~1 dead|six_feet_under|never_born|in_the_ground ! battery|rat|animal|trees|bird|plant|meat|phone|
    grass|youre|your|ur
suicide_self_harm probable : whats|what_is|wheres|no|not_see ~1 point ~1 anymore|any_more|of_anything|in_anything|
    of_life|of_me|of_living|going_on|to_life|carrying_on|life|living ! reporting|ringing|council|complain+|bins
suicide_self_harm confirmed +suicide_plan : im|i|ill|shes|hes|she|he|imma ~1 gonna|going_to|want_to|will|ready_to|
    planning_to|about_to|wanna|thinking_of ~1 end|ending|finish ~1 it|things|everything|this ! tenancy|contract|
    relationship|marriage|party|membership|call|report|feud|dispute|row|lease|early|with_a_thank
suicide_self_harm confirmed +suicide_act : bridge|viaduct|motorway|overpass|flyover|car_park|railings|parapet|balcony|
    roof ~6 climb+|climbing_over|climbed_over|over_side|over_rail|wrong_side|over_the_rail|over_the_side|
    other_side_of_the_barrier ! lads|kids|youths|teenagers|school|graffiti|steal|lead|boys|burglar|scaffold|ivy
suicide_self_harm confirmed : shes|hes|she|he|im|been|started|daughter|son|i ~1 cutting|cuttin ~1 again|herself|
    himself|myself|her_arms|his_arms|my_arms|her_legs|wrists ! grass|hedge|hair|class|school|trees|corners|short|
    his_grass|metal
suicide_self_harm probable : everything|life|it_all|living|its_all|everythings ~1 is|feels|seems ~1 pointless|
    hopeless|meaningless|worthless ! council|complaining|reporting|bins
missing_person confirmed : PERSON|RELATIVE|SURE_CHILD|PARTNER|ELDER|he|she|mum|son|daughter|girl|lad|husband|friend|
    they|him|her|resident|patient|lass|hes|shes ~8 missing|gone_missing|went_missing|goes_missing|reported_missing|
    disappeared|vanished|missin|absconded|runaway|legged_it_from_home|been_missing ! cat|dog|parcel|bin|bins|bike|
    money|post|tooth|teeth|school|sign|keys|phone|wallet|out|bus|link|lid|purse|bulb|class|slates|tiles|from_garden|
    lessons|plant|hearing_aid|collection|police_before|parked_cars
missing_person confirmed : missing ~2 PERSON|RELATIVE|SURE_CHILD|PARTNER|ELDER|person|child|girl|boy|lad|teenager|
    since|for_days|from_home|from_care|from_the_care_home|from_hospital|from_the_home ! cat|dog|parcel|bin|bins|bike|
    money|kids_club|sign|slab|railings|lid|from_school|keys|phone|letters|streetlight|lamp|hearing_aid|ring|drain|gate
missing_person confirmed : hasnt|hasent|has_not|not|never|didnt|havent|did_not|aint|hant ~2 come|came|been|returned|
    return|got|made|arrived|turned|seen|come_back|came_back ~3 home|back|since|in_since|contact|in_touch|up_since ~8
    night|yesterday|days|this_morning|school|hours|since|morning|work|worried|phone|supposed|last|today|o_clock|
    hospital|week|off|now|#minor + PERSON|RELATIVE|SURE_CHILD|PARTNER|he|she|hes|shes|mum|him|her|friend|nan|my ! cat|
    dog|parcel|council|engineer|repair|bin|bins|emailed|replied|repairman|email
missing_person confirmed : RELATIVE|SURE_CHILD|PARTNER|resident|patient|pupil|student|lass|friend|housemate|flatmate|
    neighbour ~14 never|not|hasnt|didnt|hasent|havent|has_not|aint ~2 come|came|been|returned|return|got|arrived|
    turned ~2 back|home|seen|up ! cat|dog|council|parcel|builder|money|roof|engineer|bins|ball
missing_person confirmed : nobody|no_one|noone|not|havent|hasnt|none_of_us|never ~2 seen|heard|heard_from|spoken_to|
    seen_or_heard ~4 him|her|them|from|since|son|daughter|husband|wife|mum|dad|mam|brother|sister|friend|nan ~6 since|
    days|yesterday|night|week|morning|hours|two_days|all_day|weeks ! cat|dog|council|neighbour|old_lady|old_man|
    repair|police|officer|pcso|landlord|school
missing_person confirmed : cant|cannot|couldnt|unable_to|nobody_can|no_one_can|noone_can|trying_to|anyone_help_me|
    dont_know ~2 find|locate|get_hold_of|trace|where ~3 my ~1 son|daughter|mum|dad|husband|wife|child|nan|gran|
    grandad|brother|sister|kid|little_girl|little_boy|lad|boy|girl|mam|nephew|niece|friend|toddler|bairn|lass|
    grandson|granddaughter|partner ! bike|phone|shoe|toy|coat|bag
missing_person confirmed : run|ran|running|runs ~1 away ~2 from ~2 home|care|school|placement|foster|hospital|him|
    family|unit
missing_person confirmed : whereabouts|missing_person|misper|no_idea_where_he_is|no_idea_where_she_is|
    dont_know_where_he_is|dont_know_where_she_is|dont_know_where_my|nobody_knows_where|no_one_knows_where|
    noone_knows_where|not_seen_or_heard|havent_seen_or_heard|not_been_heard_from|not_heard_from_him|
    not_heard_from_her|not_heard_from_them|havent_heard_from_him|havent_heard_from_her|lost_contact_with|wandered_off|
    walked_out_of_the_home|walked_out_of_the_ward|wandered_from|left_the_care_home|got_out_of_the_care_home|
    walked_out_of_hospital|no_sign_of_him|no_sign_of_her|no_trace_of|dont_know_where_shes_gone|
    dont_know_where_hes_gone|disappeared_from|dont_know_where_hes|dont_know_where_shes|no_one_has_seen_her|
    no_one_has_seen_him|nobody_has_seen_him|nobody_has_seen_her|nobodys_seen_him|nobodys_seen_her ! council|repair|
    cat|dog|owner
missing_person confirmed : phone ~3 off|dead|switched_off|going_to_voicemail|straight_to_voicemail ~10 home|seen|find|
    left|worried|missing|gone|days|since + he|she|my|son|daughter|husband|hes|shes|mum|dad
missing_person confirmed : RELATIVE|SURE_CHILD|PARTNER|resident|patient|flatmate|housemate|ELDER ~20 hasnt|has_not|
    not|never|didnt|havent|hasent ~2 returned|come_back|come_home|been_home|turned_up|been_back|got_home|got_back|
    come_in|arrived|come_back_yet|been_seen ! cat|dog|parcel|builder|money|email|call|engineer|council
missing_person confirmed : RELATIVE|SURE_CHILD|PARTNER|lad|lass|girl|boy|resident|patient|man|woman|friend ~8 been|
    has|have|is|hes|shes ~1 gone|missing|absent|not_seen ~2 since|for ~3 night|yesterday|days|hours|morning|week|this|
    two|three ! cat|dog|parking|parked|noise|loud|quiet|school_holidays|to_work|music|bins|power|light|on_holiday|car|
    bike|van
missing_person confirmed : not|hasnt|hasent|never|didnt ~1 come|came|got|returned|been ~1 back|home ~2 from ~3 walk|
    shops|school|work|pub|town|appointment|run|hospital|job|party|college ! cat|dog|council|builder|plumber
fact:suicide_now : tonight|now|today|right_now|this_minute|already|just_now|on_bridge|on_the_bridge|railings|pills|
    tablets|rope|noose|overdose|plan|goodbye|bridge|ledge|knife|blade|viaduct|jump|note|letter|taken|this_afternoon|
    this_evening|roof
"""
