"""How to handle the reporter: safe contact, vulnerability, hearsay (SC1, V0, N4)."""

LINES = """
unsafe_to_contact confirmed : dont|do_not|not|never|donot|cannot|cant|mustnt|dnt|no|unsafe_to|not_safe_to|
    isnt_safe_to|nobody ~2 ring|call|phone|text|contact|write|email|message|visit|come|leave_a_message|leave_message|
    leave_messages|leave_voicemail|voicemail|leave_a_voicemail|send_letters|send_a_letter|send_anything|letters|
    phone_calls|knock|turn_up|reply|post|calls|texts ~2 me|back|us|house|home|door|this_number|here|round|anything|
    number|address|him|email|phone|post|mobile|voicemail|message|work ! after|before|between|until|on_mondays|
    weekends|during|mornings|earlier|their|shop|anymore|council|police_officer
unsafe_to_contact confirmed : dont|do_not|never|not ~1 phone|ring|call|text|contact|write|email|reply ~4 he|she|
    husband|partner|him|family|dad|checks|boyfriend|they
unsafe_to_contact confirmed : he|she|they|husband|partner|ex|dad|family|wife|him|her|boyfriend|hes|mum ~3 checks|
    check|reads|read|goes_through|looks_at|monitors|opens|sees|listens_to|has_access_to|got_access_to|looks_through|
    watches|tracks|answers|hacked ~2 my|her|all_my|the|our|his ~1 phone|call|calls|post|emails|email|messages|mail|
    letters|texts|calls|mobile|whatsapp|bills|facebook|call_log|letterbox
unsafe_to_contact confirmed : he|she|they|husband|partner|dad|family|wife|boyfriend|ex|him|her ~1 cant|mustnt|
    must_not|cannot|cant_ever|doesnt|cant_know|dont|must_never|shouldnt ~1 know|find_out|see|hear|knows ! number|way|
    what|how|if_its|why|who_it|anyone
unsafe_to_contact confirmed : if_he_finds|if_she_finds|if_they_find|if_he_found|if_he_knew|if_he_knows|
    if_my_husband_finds|if_my_dad_finds|if_my_family_finds|if_my_family_found|if_my_ex_finds|if_he_sees|
    before_he_gets_back|before_he_gets_home|before_he_comes_back|before_he_comes_home|hes_in_the_other_room|
    hes_in_next_room|hes_downstairs|when_hes_out|while_hes_out|he_is_in_the_next_room|cant_talk_hes|cant_talk_now|
    cant_speak_now|he_will_see_this|delete_this|safe_to_call|safe_to_ring|only_safe_when|only_safe_to|
    only_contact_me_by|only_contact_me_at|text_only_please|only_text_me|hes_back_soon|on_my_friends_phone|
    using_my_friends_phone|borrowed_phone|using_a_friends_phone|if_my_dad_found|if_my_parents|he_will_be_back|
    unsafe_to_contact|before_hes_back|hes_upstairs ~12 SELF|he|she|it|out|me|this|home|call|back|work|hell|when|if|pm|
    kill|we|my
unsafe_to_contact confirmed : dont|do_not|not|never ~1 tell ~1 my ~1 husband|partner|dad|family|mum|parents|boyfriend|
    wife|brothers|uncle|ex|brother
hearsay confirmed : my_mate|apparently|rumour|rumours|been_told|was_told|told_me_that|someone_told|someone_said|
    heard_that|i_heard_from|i_hear|according_to|word_is|friend_told|neighbour_told|people_are_saying|they_say|
    word_on_the_street|mate_said|friend_said|neighbour_said|neighbour_says|daughter_told|son_told|told_me_he|
    told_me_she|supposedly|i_was_told|so_im_told|colleague_says|colleague_told|friend_says|mate_says|she_told_me|
    he_told_me|a_pupil_told|disclosed
vulnerable confirmed : im|i_am|i|me ~3 disabled|pregnant|blind|deaf|registered_blind|autistic|bipolar|housebound|
    bedbound|in_a_wheelchair|wheelchair_user|frail|schizophrenic|dyslexic|elderly|homeless|visually_impaired|
    partially_sighted|vulnerable|wheelchair|an_asylum_seeker|care_leaver|recovering_addict|terminally_ill|
    having_chemo|bereaved|widowed|#old|widow|widower|pensioner
vulnerable confirmed : i_have|ive_got|i_suffer|suffer_from|suffering_with|diagnosed_with|i_struggle_with|my ~3
    dementia|copd|ms|cancer|ptsd|depression|anxiety|epilepsy|autism|mental_health|learning_disability|parkinsons|
    heart_condition|disability|chronic|fibromyalgia|bipolar|agoraphobia|learning_difficulties|arthritis|angina|
    wheelchair|disabilities|carers|schizophrenia|adhd
vulnerable confirmed : i_live|live|im|lives|living|she_lives|he_lives ~1 alone|on_my_own|on_her_own|on_his_own|
    by_myself|by_herself|by_himself
vulnerable confirmed : my|our ~1 elderly|disabled|frail|autistic|blind|vulnerable|pregnant|bedridden|terminally_ill|
    #old_year_old ~2 mum|mother|dad|father|nan|gran|son|daughter|wife|husband|grandad|aunt|brother|sister|parents|
    grandma|uncle|mam|partner|friend|child
vulnerable confirmed : my ~2 mum|mam|dad|nan|gran|grandad|wife|husband|son|daughter|grandma|mother|father|brother|
    sister|child|baby ~4 dementia|disabled|frail|#old|autistic|autism|blind|housebound|vulnerable|wheelchair|cancer|
    alzheimers|learning_disability|learning_disabilities|special_needs|elderly|pregnant|parkinsons|carers|stroke|
    terminally
vulnerable confirmed : we_are|were|residents_are ~3 pensioners|elderly|disabled|vulnerable|both_disabled|in_our_#old
accessible_contact_needed confirmed : im_deaf|i_am_deaf|profoundly_deaf|hard_of_hearing|bsl|sign_language|interpreter|
    translator|english_is_not|english_not_good|no_speak_english|dont_speak_english|my_english|not_speak_english|
    easy_read|large_print|braille|english_not_my|dont_speak_good_english|sorry_for_my_english|sorry_my_english|
    bad_english|speak_little_english|registered_blind|im_blind|i_am_blind|relay_uk
repeat_victim confirmed : happened_to_me_before|happened_to_us_before|happened_before|third_time_ive_been|
    second_time_ive_been|keeps_happening_to_me|keeps_happening_to_us|happening_to_me_again|happened_again_to|
    repeat_victim|been_burgled_before|done_it_to_me_before|been_targeted_before|attacked_me_before|again_ive_been|
    second_time_weve_been|third_time_weve_been|hit_me_before|its_not_the_first_time|not_the_first_time|
    isnt_the_first_time|burgled_again|robbed_again
"""
