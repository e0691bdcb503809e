"""Threats, plain and veiled, and fear of speaking (H04, H19)."""

LINES = """
threat_of_violence confirmed +aimed : THREATEN ~3 LETHAL ~3 THEM|YOU|HOME|legs|head|face|throat
threat_of_violence confirmed +aimed : GOING_TO ~2 LETHAL ~1 YOU|THEM|my_house|his_face|my_face|my_legs|your_legs|
    my_head|yer_legs|ur_legs|your_face|yer_face|your_head|his_head|kneecaps
threat_of_violence confirmed +aimed : threaten+|threatning|threatend|threatned ~1 me|him|her|us|my_son|my_mum|my_wife|
    my_husband|my_daughter|my_family|my_dad|my_kids|staff|them|THEM ! court|legal|solicitor|sue|police|evict|eviction|
    fine|report|bailiffs|lawyer|landlord_with|council|disconnect|cut_off|prosecut|notice|to_call|to_report|to_complain
threat_of_violence confirmed +aimed : death_threat|death_threats|threats_to_kill|threat_to_kill|threats_against|
    threatened_with|threat_on_my_life|threatened_my_life|threats_of_violence|threatened_violence|violent_threats|
    bounty_on|price_on_his_head|price_on_my_head|contract_on
threat_of_violence confirmed +aimed : threaten+ ~2 to ~1 burn|torch|petrol|smash|break|put|do|fill|cut|run|set_fire|
    blow|bomb|get|come
threat_of_violence probable +aimed : know+|knew|knws ~1 where ~2 live|lives|work|school|sleep|park
threat_of_violence probable +aimed : watch|watching ~1 your|my|his|her|yer|ur|our|their back|backs|step
threat_of_violence probable +aimed : youll|you_will|ull|u_will|il|id|ill|you|hed|shed|theyd|i_would|we_would|wed|well|
    better ~2 regret|be_sorry|pay_for|wish_you|get_whats|see_what_happens|make_you_pay|sleep_with_one_eye|make_me_pay|
    get_hurt|end_up_in_hospital|be_next|get_it
threat_of_violence probable +aimed : youre|you_are|ur|your|im|he_is|hes|shes|were|we_are|am ~1 dead_man|dead_meat|
    going_to_be_dead|gonna_be_dead|dead_if|getting_it|getting_done|gonner|getting_stabbed|getting_shot|
    getting_battered|next ! in_line|to|on|week|door
threat_of_violence probable +aimed : TELL ~3 youre|you_are|ur|your|im|hes|she_was|i_was|shes dead
threat_of_violence probable +aimed : get_what_is_coming|get_whats_coming|what_was_coming_to|sort_you_out|sort_me_out|
    sorted_out_by|send_the_boys|send_someone_round|get_someone_to_sort|send_his_mates|send_people_round|be_a_shame_if|
    shame_if_something|shame_if_anything|shame_if_owt|accident_might_happen|accidents_happen|wont_see_christmas|
    wont_see_the_end|time_is_coming|your_days_are_numbered|days_are_numbered|my_days_are_numbered|put_me_six_feet|
    six_feet_under|put_my_windows|put_your_windows|putting_my_windows|windows_put_through|windows_through|
    snitches_get_stitches|snitches_end_up|better_watch_myself|better_watch_yourself|better_watch_it|better_watch_out|
    watch_myself|watch_yourself|watch_out_for_myself|finger_across_his_throat|finger_across_throat|throat_slitting|
    cut_throat_gesture|slit_throat|gun_gesture|wait_till_i_get|wait_til_i_get|come_find_you|coming_for_you|
    coming_for_me|coming_for_us|come_for_me|going_to_come_for|gonna_get_you|going_to_get_me|hes_going_to_get_me|
    gonna_get_me|going_to_have_me|get_me_back|make_my_life_hell|make_your_life_hell|petrol_bomb_us|swing_for
threat_of_violence probable +aimed : something ~1 bad|nasty|happen ~4 to|if ~3 me|my|you|us|her|him|family|kids !
    worried
threat_of_violence probable +aimed : finger|thumb ~2 across ~2 throat|neck
threat_of_violence confirmed +aimed : smash|break|cave|kick|punch|rip|stamp ~2 my|your|his|her|yer|ur ~1 head|face|
    legs|skull|jaw|teeth|kneecaps ~1 in|off|if|unless|when|next
threat_of_violence confirmed +aimed : burn+|torch|set_fire_to|petrol ~2 my|our|your|his|her|their|us ~1 house|home|
    flat|car|out|down|door|van|shop|business ~3 GOING_TO|THREATEN|if|down|out|with
threat_of_violence confirmed +aimed : want|wants|wanted|out ~1 to ~1 kill|hurt|stab|batter|murder ~1 me|him|her|us|my|
    them|people|someone
threat_of_violence possible +aimed : make+ ~1 threats|gestures
threat_of_violence confirmed +aimed : threatening|threats ~1 to|towards|at|messages|texts|letter|letters|notes|note|
    phone_calls|calls|dm|dms|voicemails|voicemail ! legal|eviction|council|debt|parking
threat_of_violence possible : threatening ! weather|clouds|sky|rain|letter_from_council|life|to_close|to_cut|closure|
    legal|sue|solicitor|court
threat_of_violence possible +aimed : threatened|threats|threaten ! legal|sue|solicitor|court|evict+|eviction|fine|
    species|bailiffs|report|closure|police_on|to_call|council|parking
threat_of_violence confirmed +aimed : GOING_TO|be ~1 put ~1 THEM|you|me ~1 in ~2 hospital|ground|grave|wheelchair|box|
    boot|river|canal|coffin|icu
threat_of_violence probable +aimed : youre|ur|you_are|your|u_r|hes|shes|he_is dead ! on_my|pleased|good|nice|right|
    kind|happy|helpful|tired|wrong|lucky|trees|bird|rat|lovely|sound|battery|end|passed|died|funeral|dad_is|years
threat_of_violence confirmed +aimed : TELL|threaten+|promised|warned ~8 get|be|getting|end_up ~1 done_over|battered|
    stabbed|killed|shot|hurt|burned|burnt|filled_in|jumped|leathered|beaten|merked|done_in|sorted|shanked|
    seriously_hurt|knocked_out|hospitalised|buried|dealt_with|slapped|cut|bombed|torched
threat_of_violence confirmed +aimed : move_out|pay_up|shut_up|leave|stop|keep_quiet|get_out|if_you|if_i ~4 or ~1 else|
    youll|hell|theyll|id|ill ! or_else_the_council|fine|ticket
threat_of_violence confirmed +aimed : or_else|or_youll_get|or_ill_get|or_theyll_get ~4 get|hurt|hurting|it|windows|
    done|regret|me|you|kill|us ! fine|ticket|flood|fall
threat_of_violence probable +aimed : cut_throat|throat_cutting|slit_throat|gun_fingers|shooting_gesture|finger_gun|
    throat_cut ~2 sign|gesture|motion|at|me|us|action
threat_of_violence confirmed +aimed : TELL|GOING_TO|threaten+|send|sending ~6 break|smash|snap|do|breaking|smashing|
    kneecap|cave|bust ~2 my|your|his|her|our|yer|ur|their ~1 legs|leg|arms|arm|kneecaps|jaw|face|neck|fingers|head|
    teeth|skull|back|knees|windows|car|door|house|bones|nose
threat_of_violence confirmed +aimed : TELL|says|threaten+|threats ~14 kill|finish|stab|shoot|burn|slit|batter|rape|
    strangle|bury|murder|hurt|shank|destroy|gut|behead|torch|slice|end|maim|drown ~1 me|us|my_family|my_kids|her|him|
    my_son|my_mum|my_daughter|them|my_dad|you|u|his|her_kids|my_brother|my_sister ! he_didnt|wont|joke_of
threat_of_violence confirmed +aimed : GOING_TO ~1 put|puts|putting ~2 brick|bricks|windows|window|bullet|knife|petrol
    ~3 my|your|our|through|in|ur|yer
threat_of_violence confirmed +aimed : GOING_TO|and|will ~1 set ~1 me|us|him|her|them|my_house|our_house|house|you|
    my_car|your_house ~1 on_fire|alight|ablaze
threat_of_violence probable +aimed : find_me|find_you|find_us|hunt_me|hunt_you|hunt_us|come_after|track_me_down|
    track_you_down|get_to_me ~2 wherever|anywhere|and|one_way|if|whatever|down ~8 kill|finish|hurt|get|pay|i|me|you|
    us|regret
threat_of_violence probable +aimed : TELL|keeps_saying|keeps_telling|says ~4 hell|shell|theyll|ill|GOING_TO ~1 get|
    have|do|sort|see_to|deal_with|find|come_for|finish ~1 me|you|us|my_family|her|him ~4 when|one_day|soon|if|back|
    least|next|end|alone|good|for_this|for_that|anyway|eventually|sooner ! help|job|ticket|lift|money|tea|shopping|
    transfer|repair
threat_of_violence confirmed +aimed : GOING_TO ~1 shoot|shooting ~1 up ! gym
threat_of_violence probable +aimed : TELL|keeps_saying|says ~4 get|have|find|do|see_to ~1 me|you|us ~4 least_expect|
    alone|on_my_own|one_day|in_the_end|eventually|not_looking|when_im|when_i
threat_of_violence confirmed +aimed : GOING_TO ~1 jump|bang|slap|bash|rob|shank|do_over ~1 me|him|her|us|my_son|
    my_lad|my_brother|them|my_daughter|you ! queue
threat_of_violence confirmed +aimed : GOING_TO|have|get ~1 have|get|having|getting ~1 me|him|her|us|you|them|
    my_family ~1 killed|beaten|done_in|shot|stabbed|sorted|battered|hurt|seen_to|finished|murdered
intimidation_reprisal confirmed +reprisal : because|since|after|for|cos|ever_since|due_to|when ~3 reported|complained|
    grassed|gave_statement|gave_evidence|called_police|rang_police|rung_police|called_the_police|spoke_to_police|
    told_the_police|told_police|phoned_police|rang_you|called_you|reporting|complaining|grassing|spoke_out|witness|
    testified|helped_police|spoke_to_the_council|rang_the_council|went_to_the_police|went_to_police|gave_a_statement|
    told_council|dobbed|reported_them|reported_him|snitching + threaten+|smash+|brick|egg+|target+|follow+|intimidat+|
    abuse|abuse+|attack+|scratch+|slash+|keyed|worse|shout+|scream+|harass+|damage+|burn+|spat|windows|grass|snitch|
    getting_it|payback|revenge|warned|dog_mess|bang+|tyres|threw|bully+|punch+|hit
intimidation_reprisal confirmed +reprisal : call+|shout+|branding|branded|labelled|sprayed|written|painted ~3 grass|
    grasses|snitch|snitches|supergrass
threat_of_violence confirmed +aimed : if ~1 i|we|you|u|she|he|anyone|anybody ~1 tell|tells|told|grass|grassed|speak|
    talk|report|ring|call|go|say ~8 do_me|do_us|do_you|do_him|do_her|sort_me|sort_us|get_me|get_us|fill_me|
    kill|batter|hurt|stab|burn|finish ~1 me|us|you|him|her|them|my|in|out|back ! help|landlord|lift|job
intimidation_reprisal confirmed +reprisal : if ~1 i|we|you|u|she|he|anyone|anybody ~1 tell|tells|told|grass|grassed|
    speak|talk|report|ring|call|go|say ~2 police|anyone|anybody|owt|anything|out|them|council ~8 do_me|do_us|do_you|
    do_him|do_her|sort_me|sort_us|get_me|get_us|fill_me|kill|batter|hurt|stab|burn|finish|smash ~2 me|us|you|him|her|
    them|my|windows|house|in|out|back ! help|landlord|lift|job
intimidation_reprisal confirmed +reprisal : smash+|brick+|torch+|slash+|burn+|damag+|egg+|trash+|attack+|batter+ ~6
    ones|people|those|anyone|everyone|woman|man|neighbour|family|witness|her|him|whoever ~2 spoke|talked|reported|
    complained|grassed|told|rang|gave|helped|informed
intimidation_reprisal confirmed +reprisal : retaliat+|reprisal|reprisals|payback_for|revenge_for|in_revenge|
    witness_intimidation|drop_the_charges|drop_charges|withdraw_my_statement|withdraw_statement|withdraw_my_complaint|
    retract+|not_to_testify|not_to_give_evidence|keep_my_mouth_shut|keep_your_mouth_shut|keep_quiet_or|
    told_to_keep_quiet|told_me_to_keep_quiet|warned_not_to|warned_me_not_to|say_nothing_or|warned_us_not_to|
    keep_your_mouth|keep_our_mouths|keep_me_quiet|dont_talk_to_police|not_to_talk_to_the_police|
    not_to_go_to_the_police
intimidation_reprisal confirmed : AFRAID ~4 report|complain|speak|say|tell|testify|come_forward|give|call_police|
    call_the_police|ring|phone|speak_out|speak_up|go_to_court|talk|say_anything|say_owt|name|be_seen|challenge ! bill|
    dark
intimidation_reprisal confirmed : AFRAID ~3 of ~3 repercussions|comeback|come_back|consequences|reprisals|retaliation|
    backlash|what_they_will_do|what_theyd_do|what_they_would_do|payback
intimidation_reprisal confirmed : repercussions|comebacks|backlash|come_back_on_me|comeback_on_me|come_back_on_us|
    comes_back_on|come_after_me|come_after_us
intimidation_reprisal confirmed : nobody|no_one|noone|everyone|everybody|people|residents|neighbours|folk|witnesses|
    us ~4 dare|dares|too_scared|too_frightened|too_afraid|wont_speak|wont_talk|afraid_to|scared_to|frightened_to|
    terrified_to|dare_not|darent|wont_say|will_say ~4 say|report|speak|tell|complain|anything|nothing|up|out|police|
    come|challenge|call|talk|go
intimidation_reprisal confirmed : if_they_find_out|if_they_knew_it_was|if_they_know_it_was|find_out_its_me|
    find_out_it_was_me|finds_out_it_was_me|know_its_me|knows_it_was_me|find_out_i_reported|find_out_ive_reported|
    know_i_reported|find_out_who_reported|they_know_i_rang|find_out_ive_told ! surprise|party
intimidation_reprisal probable : dont|cant|wont ~2 give|leave|say ~2 my|our name + AFRAID|because_of_what|theyll|hell|
    repercussions
intimidation_reprisal confirmed : intimidat+|intimidate+ ~2 witness|witnesses|residents|people ~3 report+|evidence|
    court|statement|speaking
intimidation_reprisal confirmed : statement|witness|witnesses|come_forward|evidence|speak_up|speak_out|give_names|
    name_names|make_a_report|report_it|report_them + AFRAID|too_scared|scared|terrified|intimidated ! bank
intimidation_reprisal probable : people|residents|everyone|everybody|neighbours|nobody|folk|witnesses|tenants ~8
    AFRAID ~2 of ~3 family|them|him|gang|lads|brothers|dealer|dealers|tenant|that_lot
intimidation_reprisal confirmed +reprisal : since|because|after|when ~2 i|we|she|he|my_mum|they|mum ~2 told|reported|
    complained|rang|called|spoke|phoned|contacted|emailed|gave|grassed ~3 landlord|council|police|school|you|them|
    manager|housing|evidence|statement|officer|security|management + slash+|smash+|threaten+|keyed|egged|target+|
    follow+|abuse|attack+|revenge|tyres|brick|windows|worse|spat|harass+|intimidat+|dog_mess|scratch+ ! gas|internet
"""
