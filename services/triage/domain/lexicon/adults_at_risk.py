"""Adults who need care (H08), with the letters of the soft signs."""

LINES = """
adult_safeguarding confirmed : carer|carers|son|daughter|nephew|niece|grandson|granddaughter|neighbour|lodger|cleaner|
    friend|bloke|man|relative|family|helper|someone|he|she|they|brother|sister|nurse|staff|people|lads|so ~5 taking|
    takes|took|steal+|stole|spend+|help+_himself|control+|drain+|using|keeps|kept|withdraw+|empt+|got_hold_of|
    pinching|nicking|pocketing|holds|has|collects|blagging|taken ~4 MONEY|house ~6 CARED_FOR|her|his|mum|mums|gran|
    nan + CARED_FOR
adult_safeguarding confirmed : CARED_FOR ~8 HARD_HIT|abused|neglected|bullied|mistreated|slapped|exploited|tied|
    restrained|starved ~4 by|from|carer|staff|son|daughter|home|family|nephew
adult_safeguarding confirmed : carer|carers|staff_at_the_home|care_home|nursing_home|support_worker|care_worker|
    residential_home|care_staff|care_assistant ~8 HARD_HIT|hit+|slap+|shout+|abus+|neglect+|steal+|stole|rough|
    roughly|push+|swear+|handl+|left_him|left_her|mistreat+|bruis+|drugging|sedat+
adult_safeguarding confirmed : elder_abuse|abusing_her_mum|neglecting_her|self_neglect|selfneglect|financial_abuse|
    adult_abuse|hoarder|abusing_my_mum
adult_safeguarding soft/a : CARED_FOR ~12 MONEY|house|savings ~4 taken|gone|missing|disappear+|stolen|controlled|
    signed_over|run_out|drained|changed|vanish+|borrow+|empty
adult_safeguarding soft/a : made|persuaded|got|talked|forced|tricked|pressured|pressuring ~2 her|him|them|mum|dad|nan|
    gran|grandad|CARED_FOR ~4 sign|change_the_will|change_her_will|change_his_will|hand_over|transfer|sell|give|lend|
    put_the_house|will|cash
adult_safeguarding soft/a : holds|takes|has|keeps|took|controls|got ~2 my|his|her ~1 bank_card|pension|card|benefits|
    bank_book|cashcard|pip|money & CARED_FOR|cant_leave|disabled|carer|nephew|grandson
adult_safeguarding soft/a : son|daughter|nephew|niece|grandson|granddaughter|carer|lodger|neighbour|relative|
    brother|sister|family ~4 takes|taking|took|has|keeps|collects|spends|pinches|nicks|controls ~3 pension|nans|grans|
    mums|dads|benefits|savings|bank_card|giro|pip ! shopping
adult_safeguarding soft/e : scared|frightened|afraid|terrified|feart|frit|wary ~2 of ~2 him|her|them|son|grandson|
    nephew|daughter|carer & pension|nan|nans|gran|grans|grandad|ELDER|CARED_FOR|benefits
adult_safeguarding soft/b : CARED_FOR ~14 bruises|bruise|bruising|black_eye|unexplained_injury|marks|injuries|burns|
    bruised ! football
adult_safeguarding soft/c : CARED_FOR + not_washed|unwashed|dirty|filthy|filth|soiled|not_fed|not_eating|hungry|
    no_food|thin|skinny|no_heating|not_taking|medication|tablets|urine|smells|stinks|cold|squalor|hoarding|
    rubbish_piled|faeces|losing_weight|dehydrated|freezing|cant_look_after|cant_cope_on|same_clothes|nightie|pyjamas|
    bed_sores|bedsores|cant_manage|not_coping|unkempt|wet_himself|wet_herself|lost_weight|confused_and|wandering !
    bins|litter
adult_safeguarding soft/c : hoarding|living_in_squalor|lives_in_squalor|living_in_filth|lives_in_filth|
    not_looking_after_himself|not_looking_after_herself|neglecting_himself|neglecting_herself|not_eating_properly|
    stopped_eating|stopped_washing|sat_in_his_own|lying_in_his_own|sat_in_own|no_gas_or_electric|rats_in_his|
    not_caring_for_himself|cant_look_after_himself|cant_look_after_herself|let_himself_go|living_on_nothing|
    stopped_taking_her_tablets|stopped_taking_his_tablets|stopped_taking_his_medication|stopped_taking_her_medication
adult_safeguarding soft/c : havent|hasnt|not|nobody_has|no_one_has|noone_has|never ~2 seen ~6 neighbour|old_lady|
    old_man|him|her|elderly|gentleman|lady|chap|ELDER ~8 days|week|weeks|month|since|while|post|milk|curtains|lately|
    fortnight|lights ! cat|dog|out_much|about_much
adult_safeguarding soft/c : post|mail|milk|newspapers|curtains|letters ~4 piling|piled|building_up|closed|drawn|
    stacking|shut ~8 neighbour|old|him|her|lives|days|elderly|week
adult_safeguarding probable : wandering|wanders|lost|confused|disorientated|disoriented ~8 ELDER|elderly|dementia|
    old_man|old_lady|nightie|pyjamas|nightwear|slippers|dressing_gown|mum|dad ! cat|dog|sat_nav|
    lost_his|lost_her|lost_my
adult_safeguarding probable : ELDER|elderly|old_man|old_lady|old_fella|old_boy|dementia|nightie|pyjamas|slippers|
    dressing_gown ~8 wandering|wanders|lost|confused|disorientated|disoriented|doesnt_know_where|didnt_know_where|
    dont_know_where ! cat|dog|glasses|keys|signs|lost_his|lost_her|lost_my
adult_safeguarding soft/d : carer|son|daughter|nephew|family|relative|husband|wife|lodger|niece|friend|partner|he|she|
    they ~5 wont_let|doesnt_let|dont_let|stops|refuses|turns_away|never_lets|keeps ~3 anyone|nurse|visitors|us|me|
    people|gp|doctor|neighbours|district_nurse|friends|family|see_her|see_him ~6 see|in|visit|near|away|speak|alone
adult_safeguarding soft/e : CARED_FOR + scared|frightened|afraid|terrified|flinches|wary|fearful ~2 of|when ~4 him|
    her|carer|son|nephew|daughter|grandson|lodger|staff|he|she|neighbour|lads|them
adult_safeguarding soft/b : CARED_FOR ~5 hurt|injured|fallen ~5 carer|son|wont_say|nobody_knows|no_one_knows|
    keeps_happening|again
adult_safeguarding probable : havent|hasnt|not|nobody_has|no_one_has|noone_has|never|aint ~2 seen|heard_from ~12 days|
    week|weeks|month|fortnight + post|milk|curtains|newspapers|mail|smell|lights|letters|parcels ~6 piling|piled|shut|
    closed|drawn|step|building|stacking|on|horrible|bad|flies ! cat|dog
adult_safeguarding probable : own_filth|own_mess|own_urine|own_muck|his_own_dirt|own_faeces|lying_in_filth|
    no_heating_or_food|no_food_or_heating|living_like_an_animal|not_eaten_for_days|hasnt_eaten_for_days|
    not_eaten_in_days|bed_sores|bedsores|maggots|faeces_everywhere ! kids|dog|dogs|baby|children|puppies
adult_safeguarding soft/a : CARED_FOR + power_of_attorney|power_of_everything|control_of_her_money|
    control_of_his_money|signed_over|changed_the_will|took_her_card|took_his_card|took_her_pension|took_his_pension|
    has_her_card|has_his_card|has_her_bank_card|emptied_her_account|emptied_his_account|spending_her_money|
    spending_his_money|power_of_it_all
adult_safeguarding soft/c : CARED_FOR + no_food_in|nothing_in_the_fridge|nothing_to_eat|not_been_fed|hasnt_eaten|
    not_eaten|no_food|hasnt_been_washed|not_been_washed|left_wet|leave_them_wet|leaves_her_wet|left_in_bed|
    not_been_changed|left_on_his_own_all|left_alone_all_day
adult_safeguarding confirmed : care_home|nursing_home|carers|carer|staff|care_worker|residents ~12 leave|leaves|left|
    leaving ~4 wet|soiled|hungry|in_bed|on_the_floor|without_food|in_the_dark|dirty|unattended|on_their_own
adult_safeguarding confirmed : CARED_FOR ~8 gives|giving|given|gave|handed|handing|sends|sent|sending ~4 MONEY|money
    ~12 makes|made|woman|man|online|met|friend|pressure|everything|all
adult_safeguarding confirmed : carer|son|daughter|nephew|niece|grandson|granddaughter|neighbour|lodger|friend|
    relative|family|helper|brother|sister|home_help|woman|man|bloke ~6 taking|takes|took|steal+|stole|spend+|
    got_hold_of|keeps|kept|controls|controlling|withdraw+|emptied|empties|pinching|nicking|has_got|helping_himself|
    helping_herself|drained|draining ~4 MONEY|cash_card|savings|house|ring|jewellery|rings & ELDER|dementia|
    alzheimers|learning_disability|learning_disabilities|downs_syndrome|down_syndrome|disabled|vulnerable|frail|
    bedbound|housebound|carer|blind|stroke|autistic|learning_difficulties
adult_safeguarding probable : son|daughter|carer|nephew|niece|grandson|granddaughter|family|husband|wife|he|she|they|
    relative ~4 shout+|scream+|lock+|swear+|push+|hit+|slap+|starv+|drag+|threaten+|bull+|rough|neglect+|ignor+|tie+|
    humiliat+ ~3 her|him|them|mum|dad|nan|gran|grandad & ELDER|dementia|alzheimers|learning_disability|
    learning_disabilities|downs_syndrome|bedbound|housebound|disabled|frail|wheelchair|carers|shes_#old|hes_#old|#old
adult_safeguarding confirmed : learning_disability|learning_disabilities|learning_difficulties|dementia|
    downs_syndrome|autistic|vulnerable|alzheimers|special_needs|disabled ~10 fleec+|con|conned|conning|rinsed|rinsing|
    robbed|rinse|used|using_him|using_her|taken_advantage|taking_advantage|tak+_advantage|ripped_off|scammed|bullied
adult_safeguarding soft/c : schizophrenia|schizophrenic|bipolar|psychosis|psychotic|mental_health|mentally_ill|
    hearing_voices|paranoid ~14 not_taking|stopped_taking|medication|meds|stinks|not_eating|squalor|unwell|filthy|
    not_coping|talking_to_himself|talking_to_herself|off_his|off_her
adult_safeguarding soft/c : not_taking|stopped_taking|off ~2 his|her|their ~1 medication|meds|tablets|injections + he|
    she|his|her|flat|neighbour
adult_safeguarding probable : nightie|pyjamas|dressing_gown|slippers|nightdress + street|road|outside|bus_stop|
    main_road|lost|confused|name|garden|wandering|freezing ! party|charity|school
adult_safeguarding probable : didnt|doesnt|dont|not|couldnt|cant ~2 know|remember|tell ~3 name|where_he_lived|
    where_she_lived|where_he_was|where_she_was|where_he_lives|where_she_lives + old|elderly|lady|man|gentleman|he|she
    ! dog|cat|attacker|offender|suspect
adult_safeguarding confirmed : carer|son|daughter|nephew|niece|grandson|granddaughter|neighbour|lodger|friend|
    relative|family|woman|man ~4 empty+|drain+|clear+_out|help+_himself|rinse+|raid+ ~3 MONEY|account|savings|purse &
    ELDER|dementia|alzheimers|learning_disability|disabled|vulnerable|frail|blind|stroke|learning_disabilities
fact:cared_for_named : CARED_FOR
"""
