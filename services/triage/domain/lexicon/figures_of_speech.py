"""What is not meant, only feared, long past or elsewhere (N2, N3, N6, N8)."""

LINES = """
cover:idiom : knife_edge|knifes_edge|knife_in_my_back|knife_in_the_back|twist_the_knife|knife_through_butter|
    night_of_the_long_knives|under_the_knife|daggers_at|looking_daggers|look_daggers
cover:idiom : jump+ gun
cover:idiom : stick+|stuck ~1 knife in
cover:idiom : going_great_guns|big_guns|top_gun|son_of_gun|sons_of_guns|shotgun_wedding|smoking_gun|gun_shy|
    stick_to_my_guns|stick_to_their_guns|stuck_to_his_guns|all_guns_blazing|guns_blazing|heat_gun|nail_gun|glue_gun|
    staple_gun|speed_gun|nerf_gun|nerf_guns|nerf|water_gun|water_guns|massage_gun|spray_gun|grease_gun|paint_gun|
    price_gun|radar_gun
cover:idiom : playing|play|played ~3 toy gun|guns|sword|swords
cover:idiom : toy_sword|toy_swords|plastic_sword|foam_sword|wooden_sword|double_edged_sword|blade_of_grass|
    blades_of_grass|grass_blades|mower_blade|mower_blades|fan_blade|fan_blades|shoulder_blade|shoulder_blades|
    wiper_blade|wiper_blades|butter_knife|palette_knife|pocket_knife_repair|rotor_blades|fall_on_sword
cover:idiom : knife|gun|weapons|blade ~1 crime|bin|bins|amnesty|arch|arches|awareness|culture|bank|surrender|
    sharpening
cover:idiom : acid_test|acid_rain|acid_house|acid_reflux|acid_jazz|battle_axe|old_bat|off_the_bat|bat_boxes|bat_box|
    bats_roost|bat_survey|bats_in|hit_the_nail|hammer_home|under_the_hammer|face_the_axe|for_the_chop|bat_an_eyelid
cover:idiom : strapped_for|photo_shoot|shooting_star|shooting_stars|shot_up_in|flu_shot|covid_shot|long_shot|big_shot|
    screen_shot|mug_shot|shot_of|shots_of|film_shoot|green_shoots|new_shoots|bamboo_shoots|crack_shot|shots_at_goal|
    shooting_hoops|weapon_of_choice|secret_weapon|shoot_me_an_email|shoot_me|shooting_practice|clay_shooting
cover:idiom : stab_in_the_dark|have_a_stab|stab_at|stabs_at|stabbing_pain|stabbing_pains|stab_in_the_back|
    stabbed_in_the_back
cover:idiom : beat+ ~1 traffic|rush|heat|drum|eggs|clock|record|queue|system|bush|about_the_bush|odds|crowds|drums|
    me_to_it|carpet|rug|them_to_it
cover:idiom : panic|heart|asthma|anxiety|verbal|verbally|bombing|cyber|air ~1 attack|attacked|attacks
cover:idiom : play_fighting|play_fight|play_fights|fight_for|fighting_for|fight_against|fighting_against|
    fighting_cancer|fight_back|fight_or_flight|fire_fighting|firefighting|fight_the_council|fighting_a_losing|
    fight_our_corner|fighting_fit|fight_over_who|pillow_fight|water_fight|water_fights|snowball_fight|snowball_fights|
    food_fight|fight_through|fight_my_way|fight_this|fight_crime|fighting_crime|fighting_the_council|fight_tooth|
    fight_it|fighting_over_spaces
cover:idiom : fight+ ~2 over|for ~3 space|spaces|spot|spots|parking
cover:idiom : hit_and_miss|hit_the_roof|smash_hit|hit_me_like|hit_rock|hit_home|hit_the_road|hits_the_fan|hit_the_fan|
    hit_our|hit_hard_by|hits_my_house|hit_the_headlines|hit_the_hay|hit_the_town|hits_you|knocks_you_out|hit_my_car|
    hit_with_a_bill|hit_with_fine|pushed_back|pushed_for_time|push_for|pushed_through|kick_start|kick_about|kickabout|
    kick_around|kicking_a_ball|kick_a_ball|kicked_the_ball|kick_the_bucket|kick_off_at|kicks_off_at|kick_off_is|
    kick_up|kicks_up|kicking_up|kicked_up|knocked_me_sideways|slap_up|slap_in_the_face|slap_bang|punch_above|
    punch_line|beat_myself_up|attack_of_nerves|kicked_out|kick_out|kick+_their_ball|kicking_their_ball|kick_my_fence|
    kick_balls|kicking_balls|kicking_football
cover:idiom : ball+|football|frisbee ~3 hit|hits|hitting
cover:idiom : hit+|kick+|smash+|bounce+ ~2 ball|balls|football|footballs
cover:idiom : domestic_violence_training|violence_reduction|anti_violence|stop_the_violence|non_violent|nonviolent|
    violent_storm|violent_winds|violet|violent_film|violent_games|violent_video|dead_beat|drum_beat|beats_per|
    thumping_music|thumping_bass|thumping_beat|hammering_it_down|battered_old|battered_sausage|battered_fish|
    in_batter|spit_distance|within_spitting|spitting_distance|spitting_image|spit_with_rain|spitting_with_rain
cover:idiom : hurt+ ~1 feelings|eyes|ears|fly|pride|my_back|my_head|my_knee|my_knees
cover:idiom : kill+|murder+ ~2 for ~1 brew|cuppa|tea|coffee|pint|drink|curry|takeaway|beer|kebab
cover:idiom : murder|kill ~1 brew|cuppa|pint|curry|tea|beer|takeaway|kebab|pizza|coffee|bacon_butty
cover:idiom : feet|back|knees|legs|knee|hip|heat|stairs|hill|suspense|shoes|head|walk|noise|bass|music|it|this|bill|
    bills|prices|smell ~2 is|are|s|were|was killing ~1 me|us
cover:idiom : kill+ ~2 time|engine|music|lights|vibe|grass|weeds|plants|mood|high_street|trade|trees|lawn|rats|joy|
    two_birds|business|bees|wildlife|moss|hedge|pigeons|village|my_plants|our_plants|slugs|mice|nettles|bus_route
cover:idiom : dressed_to_kill|if_looks_could_kill|killer_heels|killing_it|laugh_i_nearly_died|died_laughing|dying_to|
    dying_for|dead_on_my_feet|bored_to_death|sick_to_death|scared_to_death_of_spiders|like_a_war_zone|like_war_zone|
    war_zone|bomb_site|like_a_bomb|bomb_has_gone|bombsite|bath_bomb|bloody_murder|blue_murder|get_away_with_murder|
    getting_away_with_murder|away_with_murder|murder_mystery|murder_on|murder_to_park|its_murder|murder_trying|
    buzz_kill|overkill|road_kill|roadkill|cost_the_earth|photo_bomb|to_finish_him|do_us_a_favour|do_me_a_favour|
    get_us_some|get_you_some|get_him_to|get_them_to|get_her_to|get_you_to|get_someone_to_come|get_someone_out|
    get_people_to|get_someone_to_fix|get_someone_to_look|get_people_out|get_people_involved|end_up
cover:idiom : cut ~2 THEM|me|you|us ~1 slack|deal|short|off|some
cover:idiom : break+|broke ~3 law|law|rules|promise|record|ice|news|up|bank|tenancy|curfew|bail_conditions_on_noise|
    wind
cover:idiom : GOING_TO ~1 hit|attack|finish|break|smash|kick|cut|burn|end|do|punch ~3 traffic|target|record|budget|
    funding|back|grass|trees|hedge|weeds|hedges|bill|costs|calories|rubbish|ground|wall|pavement|gym|work|job|
    homework|park
cover:idiom : on_fire_today|team_on_fire|house_on_fire_like|like_a_house_on_fire|like_house_on_fire|lungs_on_fire|
    throat_on_fire|face_on_fire|fire_alarm|fire_alarms|fire_door|fire_doors|fire_exit|fire_engine|fire_escape|
    fire_brigade|fire_service|fire_safety|fire_hydrant|fire_station|fire_pit|fire_pits|fire_hazard|bonfire_night|
    set_the_world_on_fire|fire_away|fire_extinguisher|burning_question|burning_rubber|burning_the_candle|
    burning_calories|wood_burning|log_burner|fire_sale|fire_drill|camp_fire|log_fire|open_fire|fired_from|
    you_are_fired|firework_display
cover:idiom : bit_of|little_bit|bit_the_bullet|bites_the_dust|bit_more|bit_too|dog_eat_dog|bark_worse|dog_tired|
    dog_show|every_bit|last_bit|bit_when|bit_much|bit_late|bit_like|bit_loud|bit_off
cover:idiom : like|as_loud_as|sounds_like|sound_like|sounded_like|as_if ~2 gun|guns|gunshot|gunshots|gunfire|bomb|
    shooting ~3 going_off|hand_dryer|exhaust|bang|banging
cover:idiom : domestic ~1 waste|refuse|bin|bins|noise|rubbish|appliances|cleaner|animals|flights|pet|pets|heating|
    boiler
cover:idiom : daylight_robbery_and|rape_seed|rapeseed|oilseed_rape|spiked_fence|spiked_railings|spiked_my_interest|
    flash_flood|flash_floods|touch_base|get_in_touch|kept_in_touch|keep_in_touch|nude_painting|naked_flame|naked_eye|
    indecent_haste|same_sex|opposite_sex
cover:idiom : missing ~2 cat|cats|dog|parcel|bin|bins|bike|sign|slab|slabs|link|lid|collection|collections|tile|tiles|
    keys|phone|out|manhole|cover|bulb|slates|posters|kitten|puppy|tooth|persons_film
cover:idiom : personal_trainer|football_trainers|stage_coach|coach_trip|coach_station|coach_park|coach_driver_parking|
    coach_holiday|national_express
cover:idiom : run_riot|running_riot|riot_of_colour|laugh_riot|surface_tension|protest_too_much|tension_in_my|
    disorderly_queue|eating_disorder|mood_disorder|bipolar_disorder|personality_disorder|anxiety_disorder|
    sleep_disorder|stress_disorder|mental_health_disorder|protest_vote|demo_version|demonstration_garden|
    cookery_demonstration|flash_mob|march_#minor|first_aid_demonstration|in_march|since_march|last_march
cover:idiom : big_deal|great_deal|good_deal|deal_with|deals_with|dealt_with|dealing_with|raw_deal|done_deal|meal_deal|
    meal_deals|new_deal|deal_breaker|car_dealer|car_dealers|car_dealership|dealership|antique_dealer|scrap_dealer|
    scrap_dealers|no_deal|deal_or_no|good_deals|best_deal|wheeler_dealer|drug_store|shot_of|pushing_a_pram|
    pushing_the_pram|crack_on|crack_of_dawn|cracks_in|crack_in|cracked|cracking|a_crack_at|nut_to_crack|smack_bang|
    weed_killer|weedkiller|weeding|sea_weed|weeds|sell_off|moving_house|the_crack_was|cracks
cover:idiom : target_shooting|sales_target|target_audience|target_date|recycling_target|recycling_targets|
    missed_target|fundraising_target
cover:idiom : bang|noise|sound|sounds|sounded|loud|firework|exhaust|door|boom|crack ~4 like ~2 gun|bomb|gunshot|
    gunfire|shooting|gunshots|explosion ! man|someone|screaming
cover:idiom-onward : mum|mam|mother|missus|wife|my_wife|boss|hubby|teacher|coach ~1 will|ll|is_gonna|would|going_to|
    gonna ~1 kill|murder|skin|shoot ~1 me|us|him|her ! boyfriend|boy|lad|girlfriend|gay|relationship|pregnant|dating|
    seeing|marry|shame|honour|family|arranged|drunk|hit+|scared
cover:idiom-onward : mumll|mamll|wifell|missusll|bossll|mums_gonna|wife_will_kill|mum_will_kill|mam_will_kill ~1 kill|
    murder|me ! marry|shame|honour|boyfriend
cover:hypothetical : FEAR_WORDS ~3 SOMEONE ~2 will|could|might|may|is_going|gets|get|going|gonna|be|can|would|ends|is
    ~3 VIOLENT_PASSIVE
cover:hypothetical : SOMEONE ~1 will|could|might|may|is_going_to|gonna|can|going_to|would|is_gonna|is_bound_to|
    is_likely_to|is_going ~3 get|be|end_up|getting|been ~2 VIOLENT_PASSIVE
cover:hypothetical : SOMEONE ~1 gets|get|ends_up|is ~2 VIOLENT_PASSIVE + before|until|till|case|if|worried|one_day|
    someday|eventually|sooner|scared|takes|shame_if|wait
cover:hypothetical : could|might|may|easily|will|would ~2 have_been|be|get|been|gets ~2 VIOLENT_PASSIVE
cover:hypothetical : FEAR_WORDS ~3 of|about|that ~2 getting|being|be|get ~1 VIOLENT_PASSIVE
cover:hypothetical : FEAR_WORDS ~2 of|about ~3 crime|violence|stabbings|stabbing|knives|knife|drugs|gangs|attack|
    attacks|burglars|burglary|robbery|fights|fighting|muggings|shootings|fires|fire|drug_dealing|terrorism|protests|
    riots|tension|guns
cover:hypothetical : FEAR_WORDS ~2 SELF|my_daughter|my_son|my_kids|kids|she|he|they ~2 will|could|might|would ~2 get|
    be ~1 VIOLENT_PASSIVE
cover:hypothetical : like|as_if|as_though ~4 about_to ~1 HIT
cover:hypothetical-onward : what_if|what_would_happen_if|how_long_before|how_long_until|will_it_take|it_will_take|
    itll_take|waiting_to_happen|matter_of_time|only_time_before|until_someone|until_somebody|before_someone|
    before_somebody|before_a_child|before_a_kid|before_one_of|before_anyone|before_anybody|in_case_someone|
    in_case_somebody|in_case_anyone|in_case_of|case_one_of|until_a_child|until_a_kid|till_someone|till_somebody|
    til_someone|while_someone|end_in_tears|before_theres|before_there_is|until_theres|before_it_ends
cover:elsewhere-sentence : suicide_squad|suicide_prevention_training|suicide_awareness|suicide_prevention_course|
    suicide_prevention_charity|suicide_prevention_walk|suicide_bereavement_group ~1 course|session|group|walk|event|
    day|week|film|training|talk|charity|support|workshop
cover:elsewhere-sentence : on_telly|on_the_telly|on_tv|on_the_tv|on_the_news|on_news|in_the_news|in_a_film|
    in_the_film|on_netflix|documentary|eastenders|coronation_street|corrie|emmerdale|call_of_duty|grand_theft_auto|
    gta|video_game|video_games|computer_game|on_the_playstation|on_playstation|xbox|fortnite|podcast|line_of_duty|
    peaky_blinders|horror_film|novel|crime_drama|panorama|happy_valley|bbc_news|read_in_the_paper|
    read_in_the_examiner|in_the_papers|in_the_paper|tv_show|tv_series|murder_mystery|in_a_book|school_play|theatre|
    movie|netflix|re_enactment|reenactment|drama_group
cover:elsewhere-sentence : read|saw|heard|hear|watched|seen ~6 about ~6 london|manchester|leeds|other_places|abroad|
    america|other_towns|other_cities|birmingham|liverpool|paris|new_york|glasgow
cover:elsewhere-sentence : when_i_worked|when_i_was_a_police|when_i_was_in_the_army|when_i_was_a_nurse|
    when_i_was_a_prison|when_i_was_a_social|used_to_work_as|i_used_to_work|in_my_old_job|back_when_i_worked|
    retired_police|when_i_lived_in|when_we_lived_in|where_i_used_to_live|my_old_job|my_last_job|ex_copper|
    on_holiday_in|back_in_london|where_i_grew_up|where_we_used_to_live
cover:past-sentence : years_ago|decades_ago|when_i_was_a_kid|when_i_was_young|when_i_was_a_lad|when_i_was_little|
    when_i_was_at_school|when_i_was_younger|when_i_was_#minor|back_in_time|in_the_eighties|in_the_nineties|
    in_the_sixties|in_the_seventies|in_my_day|in_my_youth|in_my_childhood|long_time_ago|back_in_#n|in_#n|long_since|
    as_a_kid|as_a_lad|during_the_war|in_the_war ! still|again|now|hes_back|ever_since|keeps|ongoing|lately
"""
