"""The ordinary concerns: which category the words suggest."""

LINES = """
cat:env.litter : litter|littering|littered|rubbish|trash|crisp_packets|cans_everywhere|wrappers|overflowing_bin|
    overflowing_bins|bins_overflowing|bin_overflowing|bin_is_overflowing|bins_are_overflowing|takeaway_boxes|
    mcdonalds_boxes|dropping_rubbish|chip_papers|bin_bags|empty_bottles|bins_full|bin_is_full|beer_cans|
    bins_not_emptied|bins ! dump+|fly|tipp+|needles|FIRE|mattress|sofa
cat:env.overgrown_untidy : overgrown|hedge|hedges|trim|grass_not|grass_is|grass_hasnt|mow|mowing|mown|not_been_cut|
    weeds|brambles|nettles|overhanging|long_grass|grass_needs|needs_cutting|hedge_needs|untidy|leaves_blocking|
    branches|bushes|ivy|unkempt_verge|not_been_mown|knee_high|waist_high_grass|verge|verges|shrubs
cat:env.overgrown_untidy : wet_leaves|fallen_leaves|slippery|mossy|moss|mulch|leaves ! house|home|he|she|her|him|mess|
    kids|rubbish|dog|notes|engine|bags|litter|stuff|his|car|van|messages
cat:env.street_lighting : street_light|street_lights|streetlight|streetlights|lamp_post|lamppost|street_lamp|
    lamp_posts|lampposts|street_lamps|lighting ~8 out|off|broken|not_working|flicker+|dark|smashed|gone|dim|bulb|poor|
    isnt|on
cat:env.street_lighting : pitch_black|pitch_dark|unlit|badly_lit|poorly_lit|no_lights|no_lighting|lights_are_out|
    lights_out
cat:env.street_lighting : not_many|not_enough|no|few|more|need|needs|better|without ~2 lights|lighting|streetlights|
    street_lights|lamps ! christmas|traffic|blue|festoon|fairy
cat:env.dog_fouling : dog_mess|dog_poo|dog_poos|dog_fouling|dog_muck|dog_shit|dog_dirt|dog_crap|dogs_mess|dog_turds|
    dog_faeces|dogmess|dogshit|dogpoo|fouling|dog_foul|picking_up_after|pick_up_after|not_picking_up|dog_poop|
    poo_bags|poop|dog_eggs|dogs_poo
cat:env.graffiti : graffiti|grafitti|graffitti|grafiti|graffitied|tagged|tagging|tags|spray_paint|spray_painted|
    spraypainted|sprayed_on|daubed|scrawled|graffitis
cat:env.noise_domestic : music|bass|karaoke|stereo|speaker|speakers|loud_tv|telly|drum|drums|party|parties|partying|
    piano|singing|diy|drilling|hoovering|stomping|thumping|wooden_floor|trumpet|guitar|banging_doors|slamming_doors|
    decks|dj|woofer|subwoofer|house_party|loud|noise|noisy|barking|blasting|blaring|racket|din ~12 neighbour|
    next_door|flat|upstairs|downstairs|house|night|hours|am|pm|loud|wall|walls|sleep|midnight|late|every|number|
    all_day|constant|#minor|neighbours|road|street|garden|again ! pub|club|bar|factory|takeaway|shop|gym|lads|youths|
    construction|bikes
cat:env.noise_domestic : loud_music|loud_bass|noisy_neighbour|noisy_neighbours|loud_party|loud_parties|
    noise_from_next|noise_from_neighbour|noise_nuisance|all_night_party|house_party|house_parties|noise_from_the_flat|
    noise_from_upstairs|music_blaring|music_blasting|playing_music|karaoke
cat:env.noise_commercial : pub|bar|nightclub|club|restaurant|takeaway|factory|gym|shop|supermarket|warehouse|
    building_site|construction|beer_garden|venue|hotel|car_wash|delivery|deliveries|skip_lorries|generator|extractor|
    working_mens ~10 music|noise|noisy|loud|bass|karaoke|shouting|sing|singing|banging|drilling|hum|humming|alarm|
    reversing|unloading ! fight+|youth
cat:env.fly_tipping : fly_tip|fly_tipping|flytipping|flytip|fly_tipped|flytipped|fly_tippers|flytippers|flytipper|
    fly_tips|dumped|dumping|tipped|tipping|dump ! boyfriend|girlfriend|him|her
cat:env.fly_tipping : mattress|sofa|settee|fridge|freezer|washing_machine|rubble|tyres|builders_waste|asbestos|
    old_tvs|furniture|wardrobe|garden_waste|couch|mattresses ~8 left|dumped|ginnel|alley|street|road|lane|behind|
    pavement|verge|abandoned|chucked|back
cat:env.abandoned_vehicle : abandoned|untaxed|dumped|burnt_out|flat_tyres|no_plates|sorn|no_tax|not_moved|hasnt_moved|
    been_there_for|been_parked_for ~6 car|van|vehicle|caravan|lorry|motorbike|trailer|vehicles|transit
cat:env.abandoned_vehicle : car|van|vehicle|caravan|lorry|trailer|fiesta|corsa|transit ~6 abandoned|untaxed|not_moved|
    hasnt_moved|flat_tyres|no_tax|sorn|no_plates|rotting|been_there|not_been_moved|hasnt_been_moved|for_months
cat:env.bonfire_smoke : bonfire|bonfires|burning_rubbish|burning_garden|burning_plastic|burning_waste|garden_fire|
    smoke_from|burns_rubbish|burning_wood|smoky|smokey|burning_stuff|burning_cables|fire_pit|fire_pits|burning_leaves|
    chiminea
cat:env.drug_litter : needle|needles|syringe|syringes|sharps|drug_litter|drug_paraphernalia|drug_debris|crack_pipes|
    crack_pipe|used_needles|hypodermic|nitrous_canisters|nos_canisters|gas_canisters|burnt_spoons|burnt_foil|cin_bin
    ! pine|christmas_tree|knitting|sewing|acupuncture|record
cat:nui.rowdy_gathering : MANY_PEOPLE ~6 shout+|loud|noisy|rowdy|swear+|scream+|music|messing_about|causing_trouble|
    trouble|nuisance|asb|antisocial|anti_social|abusive|running_amok|climbing|jumping|chucking|throwing|intimidating|
    racket|banging|smoking|kicking_off|knocking_on|egging|chanting|causing|revving|drinking|laughing|gobbing|
    running_riot|run_riot|mess|misbehaving|nuisances|rude|shouts|hollering|making_noise|knock_down|vaping|
    knocking_and_running
cat:nui.rowdy_gathering : rowdy|anti_social|antisocial|asb|knock_and_run|ding_dong_ditch|knock_a_door_run|
    knock_down_ginger|causing_a_nuisance|throwing_stones|throwing_eggs|egging|running_amok|mucking_about|
    messing_about|tearaways|hooligans|yobbish|chucking_stuff|throwing_stuff|larking_about|chelping
cat:nui.ball_games : football|ball|footy|basketball|cricket|ball_games|kickabout ~8 wall|window|windows|garage|car|
    cars|garden|kick+|play+|street|against|fence|flowers|hit|hits|bounce+|over|noise|green ! club|season|team|
    volunteer|set_up|coach
cat:nui.parking : parking|parked|park ~10 pavement|drive|driveway|blocking|blocked|yellow_lines|school|corner|double|
    zigzag|zig_zags|kerb|disabled_bay|across|badly|dropped_kerb|junction|illegally|bay|inconsiderate|grass|verge|
    outside_school|path|space|permit|residents|access|cycle|wheelchair ! group|man_parked|abandoned
cat:nui.parking : parking|double_parked|double_parking|blocking_my_drive|blocking_the_drive|pavement_parking|
    blocked_drive|blocks_my_drive|zig_zags|blocking_the_pavement|blocking_our_drive|inconsiderate_parking|
    cant_get_off_my_drive
cat:nui.fireworks : FIREWORK
cat:nui.animal : dog|dogs|cockerel|rooster|horse|horses|pigeons|rats|cat|cats|goat|sheep|parrot|chickens|hens|geese|
    pigs ~8 barking|barks|bark|howling|off_lead|off_the_lead|loose|roaming|stray|crowing|whining|yapping|unattended|
    smell|in_my_garden|keeps_coming|feeding|fouling|straying|escaped|noise|running_around|off_leash|free
cat:nui.animal : barking_dog|barking_dogs|stray_dog|stray_dogs|stray_cat|loose_horses|loose_dog|crowing|
    feeding_pigeons|dog_barking|dogs_barking|yapping|howling_dog|dogs_off_lead|stray_cats
cat:nui.street_drinking : drinking|drunk|drunks|drunken|drinkers|cans_of_lager|alcohol|special_brew|boozing|boozers|
    pissed|street_drinkers|lager_louts|vodka|cider|booze|alkies|winos|pissheads ! father|dad|mum|water|husband|tea|
    pub_landlord|tablets|coffee|drink_driv
cat:nui.begging_rough_sleeping : begging|beggar|beggars|rough_sleeper|rough_sleeping|rough_sleepers|homeless|
    sleeping_rough|sleeping_in_a_tent|sleeping_in_doorway|sleeping_in_doorways|sleeping_bag|tents|asking_for_change|
    asking_for_spare|sleeping_in_a_doorway|sleeping_in_bus|sleeping_outside|sofa_surfing|tent_in|
    asking_people_for_money|sleeping_behind|sleeping_under ! crying|him_to|pleading|him_not|begging_me|begging_her
cat:nui.vehicle_offroad : quad|quads|quad_bike|quad_bikes|off_road_bike|off_road_bikes|offroad|motocross|dirt_bike|
    dirt_bikes|scrambler|scramblers|mini_moto|mini_motos|motorbike|motorbikes|moped|mopeds|sur_ron|surron|e_scooter|
    e_scooters|escooter|escooters|electric_bikes|ebikes|boy_racers|racing|wheelies|joyriding|joyriders|doughnuts|
    donuts|speeding|crossers|crosser|peds|off_roaders|bikers|wheelie|street_racing|off_roading ! stolen|stole|nicked|
    shop_lifting|mobility_scooter|abandoned|parking
cat:nui.trespass : trespass|trespassing|trespassers|trespasser|urbex|climbing_over|climbing_on_the_roof|
    on_the_roof_of|on_school_roof|break_into_empty|empty_building|derelict|squatters|squatting|climbing_on_roof|
    cutting_through_my_garden|in_the_old_mill|building_site_at_night|walking_through_my_garden|hopping_fences|
    garden_hopping
cat:nui.hoax_comms : hoax_call|hoax_calls|prank_calls|prank_call|silent_calls|nuisance_calls|false_alarm_calls|hoax|
    prank_phone|setting_off_fire_alarms|setting_off_the_fire_alarm
cat:per.neighbour_dispute : boundary|fence_line|party_wall|shared_drive|shared_driveway|right_of_way|hedge_height|
    extension_wall|neighbour_dispute|dispute_with|fell_out|fallen_out|disagreement|disputing|feud_over|
    conflict_with_my_neighbour|row_with_my_neighbour|row_over|arguing_over|arguing_over_bins|argument_over|
    falling_out|argument_about|arguing_about|not_speaking_over|fence|ongoing_issue_with_neighbour !
    broken_fence_in_park|over_the_fence_into
cat:per.verbal_abuse : swore|swear|swearing|swears|shouted_abuse|verbal_abuse|verbally_abusive|verbally_abused|
    shouting_abuse|called_me|calling_me|calls_me|called_us|insulted|insulting|insults|foul_mouth|foul_language|
    abusive_language|mouthful|verbals|hurled_abuse|abuse_at|gave_me_abuse|gobby|shouting_at_me|shouted_at_me|
    told_me_to_f|effing|name_calling|abusive_to|been_abusive|was_abusive|being_abusive|abusive_towards|got_abusive|
    mouthing_off ~8 me|us|my|staff|him|her|names|at|people|neighbour|bus|passers|residents|every
cat:per.malicious_comms : messages|texts|posts|post|facebook|online|comments|letter|note|emails|snapchat|whatsapp|dm|
    dms|tiktok|letters ~8 nasty|abusive|horrible|malicious|vile|about_me|lies|hateful|offensive|slagging|rumours|
    harass+|threaten+|trolling|anonymous|poison_pen|spreading|slag+|disgusting
cat:per.malicious_comms : lies|rumours|nasty|abusive|vile|malicious|slagging|slagg+|offensive|hurtful|untrue|false ~6
    facebook|online|social_media|snapchat|tiktok|whatsapp|instagram|twitter|messages|letters|letter|note|notes|emails
cat:per.harassment : harass|harassed|harassing|harasses|harassment|wont_leave_me_alone|wont_leave_us_alone|hounding|
    hounded|tormenting|tormented|bullying|bullied|bullies|pestering_me|keeps_coming_to_my_door|bully|
    wont_leave_her_alone|victimised
cat:per.intimidation : intimidating|intimidated|intimidate|intimidation|intimidates|stared_me_down|squared_up|
    menacing|menaced|in_my_face|in_my_personal|bullyboys|standover|blocked_my_path|surrounded_me|surrounded_us|
    surrounded_my|surround+ ~6 me|us|residents|my|people|staff|her|him|customers|neighbours|old|shoppers|by|him
cat:com.doorstep_scam : scam|scammed|scammer|scammers|rogue_trader|rogue_traders|rogue_builder|rogue_builders|bogus|
    cowboy_builders|cold_caller|cold_callers|doorstep_caller|doorstep_callers|conned|conman|con_man|conmen|
    courier_fraud|fraud|fraudster|fraudsters|defrauded|distraction_burglary|distraction_burglars|
    pressured_into_paying|overcharged|said_the_roof|roof_needed|roofers|driveway_men|tarmac|pretending_to_be_from|
    claiming_to_be_from|impersonating|nottingham_knockers|pretended_to_be|said_they_were_from_the_water|
    said_he_was_from_the_bank|said_he_was_from_the_water|said_he_was_from_her_bank|tricked_out_of|phishing|
    romance_fraud|fake_police|con_artist|con_artists ~12 elderly|ELDER|mum|dad|nan|neighbour|neighbours|money|cash|
    bank|door|house|pound|pounds|quid|roof|me|my|card|police|street|people|water|paid|residents|village|old|estate|
    area
cat:com.doorstep_scam : rogue_trader|rogue_traders|bogus_callers|bogus_caller|courier_fraud|doorstep_scam|
    distraction_burglary|nottingham_knockers|bogus_workmen|bogus_official|rogue_builders|doorstep_crime|
    cowboy_builders
cat:com.doorstep_scam : water_board|gas_board|electric_board|from_the_bank|bank_details|pin_number|card_details|
    sort_code|from_the_council_and|from_the_police_and|fraud_team|meter_reader|energy_company|power_company|microsoft|
    hmrc|tax_refund|amazon_prime + door|saying|says|said|claim+|pretend+|asked_for|tried|phoned|rang|caller|bank|
    details|money|cash|id|genuine|trick+ ! bill_is|leak
cat:crime.bicycle-theft : bike|bicycle|bikes|push_bike|pushbike|cycle|ebike|pedal_cycle ~8 stolen|stole|nicked|taken|
    pinched|gone|robbed|thieved|lifted ! parcel
cat:crime.bicycle-theft : stolen|stole|nicked|pinched|took|nick|thieved ~3 bike|bicycle|bikes|pushbike|push_bike
cat:crime.other-theft : stolen|stole|nicked|theft|pinched|stealing|thieves|thief|thieving|robbed_my_parcel|
    half_inched|nicking|pinching|swiped ! bike|bicycle|car|van|shop|catalytic|phone|purse|wallet|pension|handbag|
    moped|motorbike|money
cat:crime.shoplifting : shoplifting|shoplifter|shoplifters|shop_lifter|shoplifted|shop_lifting|stealing_from_the_shop|
    stealing_from_our_shop|nicking_stuff_from_the_shop|walked_out_without_paying|stole_from_shop|stealing_from_shops|
    stealing_meat|stealing_alcohol_from|stealing_from_my_shop|shoplift|without_paying
cat:crime.theft-from-the-person : pickpocket|pickpocketed|pickpockets|purse_snatched|phone_snatched|snatched_my|
    snatched_her|snatched_his|bag_snatched|bag_snatch|stole_my_phone_from|dipped|snatched|snatching|purse_stolen|
    wallet_stolen|phone_was_snatched|had_my_phone_snatched|handbag_stolen|phone_taken_out|stole_her_purse|
    stole_my_purse|took_my_purse
cat:crime.vehicle-crime : car|van|cars|vans|vehicle|catalytic_converter|catalytic|motorbike|number_plates|
    number_plate|tools_from_van|moped|vehicles|truck ~8 stolen|stole|nicked|broken_into|broke_into|break_into|
    breaking_into|pinched|robbed|car_doors|trying_doors|door_handles|trying_the_doors|keyed|window_smashed|
    trying_handles|gone_off|taken_off ! bags_stolen
cat:crime.vehicle-crime : trying_car_doors|trying_car_door|car_door_handles|checking_car_doors|car_broken_into|
    broke_into_my_car|broke_into_my_van|stole_my_car|stolen_car|car_thieves|stolen_motorbike|nicked_my_car|
    trying_door_handles_on_cars|cars_broken_into|cars_being_broken_into|car_break_ins
cat:crime.criminal-damage-arson : smash+|vandal+|vandalised|vandalism|damaged|damage|broke|broken|broken_on_purpose|
    keyed|slash+|kicked_in|pulled_down|ripped|wrecked|trashed|bricked|criminal_damage|tyres_slashed|snapped ~6 window|
    windows|car|bus_shelter|shelter|fence|door|playground|swings|bench|wall|tyres|phone_box|greenhouse|equipment|
    mirror|mirrors|headstones|graves|lights|glass|war_memorial|gate|trees|planters|shed|property|school|wing_mirror|
    wing_mirrors|shop|bus|pavilion|slide|signs|camera|cars ! broken_into|wind|storm|glass_on|streetlight|light|heave
cat:crime.criminal-damage-arson : vandalism|vandalised|vandals|criminal_damage|tyres_slashed|slashed_my_tyres|
    keyed_my_car|put_my_window|smashed_my_window|put_a_brick_through|brick_through|window_smashed|windows_smashed|
    bus_shelter_smashed|vandalising|windows_broken|vandalizing|smashing_windows|trashed
cat:crime.drugs : smell_of_weed|smell_of_cannabis|smoking_weed|smoking_cannabis|weed_smell|cannabis_smell|
    stinks_of_weed|stench_of_weed|reeks_of_weed|smoking_drugs|taking_drugs|drug_use|drug_users|drug_user|
    smoking_crack|injecting|shooting_up|smoking_spice|nos_balloons|laughing_gas|doing_drugs|using_drugs|
    smoking_joints|joint|joints|spliff|spliffs|stoned|off_their_heads|getting_high|balloons_and_canisters|spiced_up|
    on_spice|drug_taking|weed|cannabis|druggies|drugs|wacky_baccy|snorting|sniffing_coke|smackheads|crackheads|
    smoking_something_funny|coke|ganja ! garden|border|weeding|needles
cat:crime.burglary : burgled|burglary|burglar|burglars|broke_into_my_house|broke_into_our_house|broken_into_my_house|
    house_was_broken_into|house_broken_into|break_in|break_ins|breakin|been_in_my_house|broke_in|breaking_in|
    broken_in|burgling|burglaries|intruder|intruders|tried_to_get_in|trying_to_get_in|kicked_the_door_in|
    forced_the_door|forced_my_door|jemmied|shed_broken_into|broke_into_my_shed|broke_into|got_in_through|broken_into|
    in_my_house|got_in_the_house|smashed_the_back_door|house_robbed|robbed_my_house|house_got_robbed|
    sheds_broken_into|broke_into_our_shed|burgle|burglerd|burgaled ! car|van|cars|vans|vehicle|bench|benches|swing|
    swings|slide|in_park|in_playground
cat:crime.robbery : mugged|mugging|robbed|hold_up|held_up_at|robbed_me|robbed_him|robbed_her|robbed_at|stuck_up|
    jacked_him|jacked_me|demanded_my_phone|demanded_his_phone|demanded_money|demanded_her_phone|demanding_phones|
    took_my_phone_off|took_his_phone|took_her_phone|made_him_hand_over|made_me_hand_over|hand_over_your|
    hand_over_his_phone|hand_over_his|hand_over_my|handed_over_my|moped_robbery|hit_a_lick|got_jacked|licked_him !
    daylight_robbery|house|shed|garage|car|van|home|flat|wind
cat:crime.public-order : causing_a_disturbance|public_disorder|drunk_and_disorderly|affray|abusing_passers|
    shouting_at_passers|shouting_abuse_at_people|screaming_at_people|public_order
cat:com.idea_or_offer : offer|volunteer|volunteering|can_we_have|could_we_have|would_like_to_help|like_to_help|
    happy_to_help|want_to_help|willing_to_help|id_like_to|i_would_like_to|suggest|suggestion|idea|ideas|set_up_our|
    like_to_set_up|want_to_set_up|could_set_up|litter_pick|litter_picking|community_garden|community_day|youth_club|
    would_be_nice|would_be_great|propose|proposal|organise|fundraise|donate|how_about|activities_for|
    something_for_the_kids|something_for_the_lads|something_for_the_young|more_for_the_kids|neighbourhood_watch|
    street_party|sponsor|spare_time|lend_a_hand|give_up_my_time|planting|join_in|get_involved|free_on|sessions_for|
    class_for|classes|workshop|knife_bin|amnesty_bin|knife_amnesty|knife_arch|somewhere_to_go|nothing_for_them_to_do|
    nowhere_to_go ! council_should_sort|offered_him|offered_me|offering
cat:com.idea_or_offer : thank|thanks|well_done|praise|brilliant_job|fantastic|grateful|compliment ~8 team|officer|
    council|crew|pcso|volunteers|you|work|job|litter ! no_thanks|joke|but|nothing
cat:com.idea_or_offer : volunteer|volunteering|would_like_to_help|like_to_help|happy_to_help|set_up_our|
    like_to_set_up|want_to_set_up|could_set_up|organise|id_like_to|i_would_like_to|donate|give_up_my_time|sponsor|
    community_garden|litter_pick|youth_club|help_out|love_to_help|love_to_start|help_start|spare_time|suggestion|idea
    ! reported|again|fed_up|disgust+
cat:com.idea_or_offer : spare_room|homework_club|happy_to|got_room_for|free_space|could_host|can_host|offer_my|
    offering_to|i_could_run|we_could_run|hall_is_free|want_to_give_back|want_to_start|planters|would_love|be_lovely|
    could_sing|could_perform|could_visit|could_help|could_teach|free_lessons|bench_along|suggest_benches|
    hanging_baskets|noticeboard|book_swap|community_fridge|repair_cafe
cat:com.feels_unsafe : dont_feel_safe|not_feel_safe|feel_unsafe|feels_unsafe|unsafe|not_safe|isnt_safe|
    doesnt_feel_safe|nervous|wary|uneasy_walking|afraid_to_walk|scared_to_walk|scared_walking|worried_about|
    worry_about|knife_crime|feel_vulnerable_walking|too_dark|dont_like_walking|what_if|scared_to_go|worried_someone|
    worried_that|concerned_about|avoid_walking|feel_safer|on_edge|creepy_place|scary|doesnt_feel_right_walking|
    intimidating_place|scared_of_the_dark|feeling_safe|fear_of_crime
cat:com.isolation : lonely|loneliness|isolated|isolation|no_one_to_talk|nobody_to_talk|dont_see_anyone|see_no_one|
    dont_see_a_soul|no_visitors|no_company|would_like_company|only_person_i|on_my_own_all_day|dont_get_out|
    never_get_out|never_get_out_much|nobody_visits|no_one_visits|company|bit_of_company|befriender|befriending|
    see_nobody|no_friends|dont_know_anybody|dont_know_anyone|missing_company|someone_to_talk_to|not_spoken_to_anyone|
    lost_my_wife|lost_my_husband|since_my_wife_died|since_my_husband_died|someone_to_chat ! company_car|
    building_company|housing_company
"""
