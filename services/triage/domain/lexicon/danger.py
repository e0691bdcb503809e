"""Weapons, violence, threats, fire, dogs, fear of speaking: one pattern a line (the notation is in text/patterns.py)."""

LINES = """
weapon confirmed : HOLD ~4 BLADE|GUN
weapon confirmed : BLADE|GUN ~3 on|in|at|out|to|under|down ~2 HIM|THEM|MY|throat|neck|face|hand|belt|waistband|bag|jacket|sock|trousers|me
weapon probable : BLADE|GUN
weapon confirmed +armed : NASTY_HOLD ~4 SURE_CLUB|BLADE|GUN|ACID
weapon confirmed +armed : with|had|has|got|holding ~3 SURE_CLUB ~6 threaten+|smash+|hit+|outside|door|shouting|at|after
weapon confirmed : HE ~2 has|got|had|with ~2 crowbar|knuckle_duster|knuckleduster|baseball_bat|machete|cosh|axe|hatchet|sledgehammer|metal_bar|iron_bar
weapon confirmed +armed +aimed : threaten+|hit+|attack+|came_at|beat|beaten|bottled|smash+ ~4 THEM ~3 with ~3 CLUB|MISSILE
weapon confirmed +aimed : threw|throw+|chuck+|lob+|pour+|spray+|squirt+ ~2 acid|ammonia|bleach|corrosive|boiling_water
weapon confirmed +aimed : FIREWORK ~5 at|towards|into ~3 THEM|passers|passing|MANY_PEOPLE|walkers|crowd|pedestrians
weapon confirmed +aimed : fire+|aim+|throw+|threw|thrown|chuck+|set+ ~1 FIREWORK ~4 at ~2 THEM
weapon confirmed : tooled_up|strapped_up|armed_with|armed_gang|armed_and|is_armed|are_armed|were_armed|was_armed|theyre_armed|hes_armed|blade_on|got_blade|bladed|chefed
weapon probable : HE ~2 carry+|carries|packing|strapped ! DRUG|bag|bags|box|boxes|shopping|package|packages|sofa|baby|child|dog|on|furniture|cans|speaker|tray
weapon possible : HE ~2 said|says|claimed|reckons|told ~3 he|hes|she|shes|they|theyve ~1 had|has|got|carries|carrying ~1 one|it|something|summat
weapon possible : looked_like|looks_like|might_be|could_be|might_have_been|could_have_been|thought_was|think_was|shaped_like|handle_of|not_real|imitation|replica|fake ~2 BLADE|GUN|machete|weapon
weapon possible : lifted|lifts|lifting|raised|pulled_up ~2 top|shirt|jumper|jacket|hoody|hoodie ~8 handle|something|gun|knife|blade|tool
weapon possible : reach+|patt+|tapp+|lift+|show+ ~3 waistband|handle|tool|down_his_trousers|inside_his_jacket|in_his_jacket
weapon possible : something|handle|summat ~2 waistband|up_his_sleeve|down_his_trousers|under_his_jacket|under_his_coat|down_his_pants
weapon confirmed : weapon|weapons|weaponry|offensive_weapon
weapon confirmed +injury +aimed : got|was|been|were|being|just ~1 stab+|slashed|shot|shanked|knifed|glassed|bottled
weapon confirmed +injury : stabbing|stabbings|shooting|shootings|knifepoint|gunpoint|knife_point|gun_point|drive_by
weapon confirmed +aimed : HE|been|got ~3 stabbed|knifed|shanked|stabbing|shanking|slashed|glassed ~2 THEM
weapon confirmed +aimed : shoot+|shot|shooting|fire+ ~1 at ~2 THEM|cars|windows|house|cats
cover:idiom : knife_edge|knifes_edge|knife_in_my_back|knife_in_the_back|twist_the_knife|knife_through_butter|night_of_the_long_knives|under_the_knife|daggers_at|looking_daggers|look_daggers
cover:idiom : jump+ gun
cover:idiom : stick+|stuck ~1 knife in
cover:idiom : going_great_guns|big_guns|top_gun|son_of_gun|sons_of_guns|shotgun_wedding|smoking_gun|gun_shy|stick_to_my_guns|stick_to_their_guns|stuck_to_his_guns|all_guns_blazing|guns_blazing|heat_gun|nail_gun|glue_gun|staple_gun|speed_gun|nerf_gun|nerf_guns|nerf|water_gun|water_guns|massage_gun|spray_gun|grease_gun|paint_gun|price_gun|radar_gun
cover:idiom : playing|play|played ~3 toy gun|guns|sword|swords
cover:idiom : toy_sword|toy_swords|plastic_sword|foam_sword|wooden_sword|double_edged_sword|blade_of_grass|blades_of_grass|grass_blades|mower_blade|mower_blades|fan_blade|fan_blades|shoulder_blade|shoulder_blades|wiper_blade|wiper_blades|butter_knife|palette_knife|pocket_knife_repair|rotor_blades|fall_on_sword
cover:idiom : knife|gun|weapons|blade ~1 crime|bin|bins|amnesty|arch|arches|awareness|culture|bank|surrender|sharpening
cover:idiom : acid_test|acid_rain|acid_house|acid_reflux|acid_jazz|battle_axe|old_bat|off_the_bat|bat_boxes|bat_box|bats_roost|bat_survey|bats_in|hit_the_nail|hammer_home|under_the_hammer|face_the_axe|for_the_chop|bat_an_eyelid
cover:idiom : strapped_for|photo_shoot|shooting_star|shooting_stars|shooting_up_the|shot_up_in|flu_shot|covid_shot|long_shot|big_shot|screen_shot|mug_shot|shot_of|shots_of|film_shoot|green_shoots|new_shoots|bamboo_shoots|crack_shot|shots_at_goal|shooting_hoops|weapon_of_choice|secret_weapon|shoot_me_an_email|shoot_me|shooting_practice|clay_shooting
cover:idiom : stab_in_the_dark|have_a_stab|stab_at|stabs_at|stabbing_pain|stabbing_pains|stab_in_the_back|stabbed_in_the_back

violence confirmed +aimed : HE ~4 HIT ~2 THEM ! ball|balls|football|car_hit|hit_by_car|lorry
violence confirmed +aimed : HE|was|were|been|got|being|getting|get|gets|me|son|daughter|lad|man|woman ~2 SURE_HIT
violence confirmed +aimed : been|was|got|being|getting|were|gets ~1 hit|beaten|jumped|attacked|pushed|shoved|thumped|punched|kicked|assaulted|slapped|mugged|spat_at|headbutted|grabbed|dragged ! ball|car|van|lorry|bus|bike|scooter|DOG|by_branch
violence confirmed +aimed : assault|assaulted|assaulting|assaults|gbh|abh|headbutt|strangulation|violent_attack|vicious_attack|unprovoked_attack|acid_attack|battering_off|good_hiding|pasting|kicking_off_them|mugging|mugged|manslaughter|murdered
violence confirmed +aimed : HIT ~2 THEM ~4 in|on|to ~2 face|head|stomach|ribs|ground|floor|back|mouth|nose|eye|jaw|neck|wall|groin|leg|chest|stairs
violence confirmed +aimed : gave|give|gives|giving|gid ~3 hiding|kicking|beating|pasting|slap|smack|dig|clout|crack|black_eye|battering|leathering|thump|punch|lamping|bray+|good_hammering|shoeing
violence confirmed +aimed : kick+|smash+|stove|cave+ ~3 head|face|teeth ~1 in
violence confirmed +aimed : hands ~2 round|around ~2 throat|neck
violence confirmed +aimed : pinn+|held|holding|grabb+|threw|dragg+|slamm+|shov+|push+ ~2 THEM ~2 to|against|by|onto|into|down|over|up ~2 floor|ground|wall|throat|neck|hair|stairs|road|arm|collar|door
violence confirmed +aimed : pull+|dragg+ ~3 hair
violence confirmed +aimed : pushed|shoved|knocked ~2 THEM ~1 over|down|off
violence confirmed +aimed : knocks|knocking|knocked ~2 THEM ~1 about|around
violence confirmed +aimed : throw+|threw|thrown|chuck+|lob+|pelt+|hurl+ ~2 MISSILE ~2 at ~2 THEM|passers|passing|pedestrians|walkers|cyclists|elderly ! car|cars|bus|buses|windows
violence confirmed +aimed : threw|throwing|chucked|throw+ ~2 MISSILE ~3 hit|hits|cut ~2 me|my|him|her
violence confirmed +aimed : pelted|pelting ~3 THEM
violence confirmed +aimed : HE ~2 swung|swing|swinging|swings ~1 at|for ~2 THEM
violence confirmed +aimed : HE ~2 went|goes|going|come|came|flew|lunged ~1 for|at ~1 me|him|her|my|us
violence confirmed +aimed : HE ~3 spat|spit|spits|spitting ~1 at|on|in ~1 THEM|face
violence confirmed : FIGHT ! DOG|dogs|cats|cat|foxes|fire|crews|cancer|council|pigeons
violence confirmed : fight_broke_out|fights_broke_out|violence|violent|brawl|mass_fight|gang_fight|trading_punches|exchanging_blows|throwing_punches|throwing_fists|fists_flying|fists_were|blows_exchanged|kicking_the_hell_out|kicking_lumps|knocking_seven|scrapping_in|beating_each|hitting_each|punches_thrown
violence probable : it|its|all|all_hell|things|proper ~1 kicked|kicking|kicks ~1 off ! at #minor|#minor pm|match|game|season|event|music|festival|work|works
violence possible : lads|lad|gang|they|group|youths|blokes|men ~2 kicked_off|kicking_off ! match|game|event|about ~1 parking|bins
violence confirmed +injury : HE ~4 blood|bleeding ~3 face|head|nose|everywhere|pouring|mouth|knife|ground
violence probable +injury : someone|somebody|man|woman|lad|he|she|girl|boy|bloke|him|her|guy ~4 bleeding|unconscious|covered_in_blood|knocked_out|pool_of_blood|out_cold|face_covered
violence possible +injury +aimed : black_eye|broken_nose|split_lip|busted_lip|busted_his|broke_his_nose|broke_his_jaw|broke_her|fat_lip|bust_lip|broken_jaw
violence confirmed +aimed : ran|run|drove|driven|drive|driving ~1 at|into|over ~1 me|him|her|us|my_son|my_daughter|people|them ~2 on_purpose|deliberately|car|bike|quad|scooter
violence confirmed +aimed : tried|trying|try ~1 to ~1 run ~2 over|down
fact:aimed : HIT ~2 me|him|her|my|son|daughter|mum|dad|elderly|man|woman|lad|girl|boy|staff|worker|driver|wife|husband ! each_other
fact:injury : INJURED
fact:ongoing_violence : HE|is|are|theyre|hes|shes|its|still ~2 fighting|attacking|beating|hitting|punching|kicking|stabbing|battering|strangling|slapping|assaulting|braying|leathering|smashing|kicking_off|killing|bleeding|chasing|waving|braying|hurting|swinging|threatening ! HABIT
fact:ongoing_violence : still|now ~3 fighting|hitting|attacking|kicking_off|battering|shouting_and_hitting
cover:idiom : beat+ ~1 traffic|rush|heat|drum|eggs|clock|record|queue|system|bush|about_the_bush|odds|crowds|drums|me_to_it|carpet|rug|them_to_it
cover:idiom : panic|heart|asthma|anxiety|verbal|verbally|bombing|cyber|air ~1 attack|attacked|attacks
cover:idiom : play_fighting|play_fight|play_fights|fight_for|fighting_for|fight_against|fighting_against|fighting_cancer|fight_back|fight_or_flight|fire_fighting|firefighting|fight_the_council|fighting_a_losing|fight_our_corner|fighting_fit|fight_over_who|pillow_fight|water_fight|water_fights|snowball_fight|snowball_fights|food_fight|fight_through|fight_my_way|fight_this|fight_crime|fighting_crime|fighting_the_council|fight_tooth|fight_it|fighting_over_spaces
cover:idiom : fight+ ~2 over|for ~3 space|spaces|spot|spots|parking
cover:idiom : hit_and_miss|hit_the_roof|smash_hit|hit_me_like|hit_rock|hit_home|hit_the_road|hits_the_fan|hit_the_fan|hit_our|hit_hard_by|hits_my_house|hit_the_headlines|hit_the_hay|hit_the_town|hits_you|knocks_you_out|hit_my_car|hit_with_a_bill|hit_with_fine|pushed_back|pushed_for_time|push_for|pushed_through|kick_start|kick_about|kickabout|kick_around|kicking_a_ball|kick_a_ball|kicked_the_ball|kick_the_bucket|kick_off_at|kicks_off_at|kick_off_is|kick_up|kicks_up|kicking_up|kicked_up|knocked_me_sideways|slap_up|slap_in_the_face|slap_bang|punch_above|punch_line|beat_myself_up|attack_of_nerves|kicked_out|kick_out|kick+_their_ball|kicking_their_ball|kick_my_fence|kick_balls|kicking_balls|kicking_football
cover:idiom : ball+|football|frisbee ~3 hit|hits|hitting
cover:idiom : hit+|kick+|smash+|bounce+ ~2 ball|balls|football|footballs
cover:idiom : domestic_violence_training|violence_reduction|anti_violence|stop_the_violence|non_violent|nonviolent|violent_storm|violent_winds|violet|violent_film|violent_games|violent_video|dead_beat|drum_beat|beats_per|thumping_music|thumping_bass|thumping_beat|hammering_it_down|battered_old|battered_sausage|battered_fish|in_batter|spit_distance|within_spitting|spitting_distance|spitting_image|spit_with_rain|spitting_with_rain
cover:idiom : hurt+ ~1 feelings|eyes|ears|fly|pride|my_back|my_head|my_knee|my_knees

threat_of_violence confirmed +aimed : THREATEN ~3 LETHAL ~3 THEM|YOU|HOME|legs|head|face|throat
threat_of_violence confirmed +aimed : GOING_TO ~2 LETHAL ~1 YOU|THEM|my_house|his_face|my_face|my_legs|your_legs|my_head|yer_legs|ur_legs|your_face|yer_face|your_head|his_head|kneecaps
threat_of_violence confirmed +aimed : threaten+|threatning|threatend|threatned ~1 me|him|her|us|my_son|my_mum|my_wife|my_husband|my_daughter|my_family|my_dad|my_kids|staff|them|THEM ! court|legal|solicitor|sue|police|evict|eviction|fine|report|bailiffs|lawyer|landlord_with|council|disconnect|cut_off|prosecut|notice|to_call|to_report|to_complain
threat_of_violence confirmed +aimed : death_threat|death_threats|threats_to_kill|threat_to_kill|threats_against|threatened_with|threat_on_my_life|threatened_my_life|threats_of_violence|threatened_violence|violent_threats|bounty_on|price_on_his_head|price_on_my_head|contract_on
threat_of_violence confirmed +aimed : threaten+ ~2 to ~1 burn|torch|petrol|smash|break|put|do|fill|cut|run|set_fire|blow|bomb|get|come
threat_of_violence probable +aimed : know+|knew|knws ~1 where ~2 live|lives|work|school|sleep|park
threat_of_violence probable +aimed : watch|watching ~1 your|my|his|her|yer|ur|our|their back|backs|step
threat_of_violence probable +aimed : youll|you_will|ull|u_will|il|id|ill|you|hed|shed|theyd|i_would|we_would|wed|well|better ~2 regret|be_sorry|pay_for|wish_you|get_whats|see_what_happens|make_you_pay|sleep_with_one_eye|make_me_pay|get_hurt|end_up_in_hospital|be_next|get_it
threat_of_violence probable +aimed : youre|you_are|ur|your|im|he_is|hes|shes|were|we_are|am ~1 dead_man|dead_meat|going_to_be_dead|gonna_be_dead|dead_if|getting_it|getting_done|gonner|getting_stabbed|getting_shot|getting_battered|next ! in_line|to|on|week|door
threat_of_violence probable +aimed : TELL ~3 youre|you_are|ur|your|im|hes|she_was|i_was|shes dead
threat_of_violence probable +aimed : get_what_is_coming|get_whats_coming|what_was_coming_to|sort_you_out|sort_me_out|sorted_out_by|send_the_boys|send_someone_round|get_someone_to_sort|send_his_mates|send_people_round|be_a_shame_if|shame_if_something|shame_if_anything|shame_if_owt|accident_might_happen|accidents_happen|wont_see_christmas|wont_see_the_end|time_is_coming|your_days_are_numbered|days_are_numbered|my_days_are_numbered|put_me_six_feet|six_feet_under|put_my_windows|put_your_windows|putting_my_windows|windows_put_through|windows_through|snitches_get_stitches|snitches_end_up|better_watch_myself|better_watch_yourself|better_watch_it|better_watch_out|watch_myself|watch_yourself|watch_out_for_myself|finger_across_his_throat|finger_across_throat|throat_slitting|cut_throat_gesture|slit_throat|gun_gesture|wait_till_i_get|wait_til_i_get|come_find_you|coming_for_you|coming_for_me|coming_for_us|come_for_me|going_to_come_for|gonna_get_you|going_to_get_me|hes_going_to_get_me|gonna_get_me|going_to_have_me|get_me_back|make_my_life_hell|make_your_life_hell|petrol_bomb_us|swing_for
threat_of_violence probable +aimed : something ~1 bad|nasty|happen ~4 to|if ~3 me|my|you|us|her|him|family|kids ! worried
threat_of_violence probable +aimed : finger|thumb ~2 across ~2 throat|neck
threat_of_violence confirmed +aimed : smash|break|cave|kick|punch|rip|stamp ~2 my|your|his|her|yer|ur ~1 head|face|legs|skull|jaw|teeth|kneecaps ~1 in|off|if|unless|when|next
threat_of_violence confirmed +aimed : burn+|torch|set_fire_to|petrol ~2 my|our|your|his|her|their|us ~1 house|home|flat|car|out|down|door|van|shop|business ~3 GOING_TO|THREATEN|if|down|out|with
threat_of_violence confirmed +aimed : want|wants|wanted|out ~1 to ~1 kill|hurt|stab|batter|murder ~1 me|him|her|us|my|them|people|someone
threat_of_violence possible +aimed : make+ ~1 threats|gestures
threat_of_violence confirmed +aimed : threatening|threats ~1 to|towards|at|messages|texts|letter|letters|notes|note|phone_calls|calls|dm|dms|voicemails|voicemail ! legal|eviction|council|debt|parking
threat_of_violence possible : threatening ! weather|clouds|sky|rain|letter_from_council|life|to_close|to_cut|closure|legal|sue|solicitor|court
threat_of_violence possible +aimed : threatened|threats|threaten ! legal|sue|solicitor|court|evict+|eviction|fine|species|bailiffs|report|closure|police_on|to_call|council|parking
cover:idiom-onward : mum|mam|mother|missus|wife|my_wife|boss|hubby|teacher|coach ~1 will|ll|is_gonna|would|going_to|gonna ~1 kill|murder|skin|shoot ~1 me|us|him|her ! boyfriend|boy|lad|girlfriend|gay|relationship|pregnant|dating|seeing|marry|shame|honour|family|arranged|drunk|hit+|scared
cover:idiom-onward : mumll|mamll|wifell|missusll|bossll|mums_gonna|wife_will_kill|mum_will_kill|mam_will_kill ~1 kill|murder|me ! marry|shame|honour|boyfriend
cover:idiom : kill+|murder+ ~2 for ~1 brew|cuppa|tea|coffee|pint|drink|curry|takeaway|beer|kebab
cover:idiom : murder|kill ~1 brew|cuppa|pint|curry|tea|beer|takeaway|kebab|pizza|coffee|bacon_butty
cover:idiom : feet|back|knees|legs|knee|hip|heat|stairs|hill|suspense|shoes|head|walk|noise|bass|music|it|this|bill|bills|prices|smell ~2 is|are|s|were|was killing ~1 me|us
cover:idiom : kill+ ~2 time|engine|music|lights|vibe|grass|weeds|plants|mood|high_street|trade|trees|lawn|rats|joy|two_birds|business|bees|wildlife|moss|hedge|pigeons|village|my_plants|our_plants|slugs|mice|nettles|bus_route
cover:idiom : dressed_to_kill|if_looks_could_kill|killer_heels|killing_it|laugh_i_nearly_died|died_laughing|dying_to|dying_for|dead_on_my_feet|bored_to_death|sick_to_death|scared_to_death_of_spiders|like_a_war_zone|like_war_zone|war_zone|bomb_site|like_a_bomb|bomb_has_gone|bombsite|bath_bomb|bloody_murder|blue_murder|get_away_with_murder|getting_away_with_murder|away_with_murder|murder_on_the|murder_mystery|murder_on|murder_to_park|its_murder|murder_trying|buzz_kill|overkill|road_kill|roadkill|cost_the_earth|photo_bomb|going_to_get_you_a|get_you_a|get_you_the|to_finish_him|get_us_a|do_us_a_favour|do_me_a_favour|do_you_a|get_me_a|get_us_some|get_you_some|get_him_to|get_them_to|get_her_to|get_him_a|get_them_a|get_you_to|get_someone_to_come|get_someone_out|get_people_to|get_someone_to_fix|get_someone_to_look|get_people_out|get_people_involved|end_up
cover:idiom : cut ~2 THEM|me|you|us ~1 slack|deal|short|off|some
cover:idiom : break+|broke ~3 law|law|rules|promise|record|ice|news|up|bank|tenancy|curfew|bail_conditions_on_noise|wind
cover:idiom : GOING_TO ~1 hit|attack|finish|break|smash|kick|cut|burn|end|do|punch ~3 traffic|target|record|budget|funding|back|grass|trees|hedge|weeds|hedges|bill|costs|calories|rubbish|ground|wall|pavement|gym|work|job|homework|park

arson_fire_risk confirmed : set|sets|setting|started|starting|lit|light|lighting|lights|start|starts|settin ~2 fire|fires|alight|ablaze|light ~2 to|in|at|on|inside|under|near|behind|again|by ~3 BIN_LIKE
arson_fire_risk confirmed +occupied : set|sets|setting|put|settin ~1 fire|alight ~2 to ~3 BURNABLE
arson_fire_risk confirmed +occupied : set|sets|setting|setting|settin ~3 BURNABLE ~3 on_fire|alight|ablaze
arson_fire_risk confirmed : set+|setting|sets ~4 on_fire|alight|ablaze
arson_fire_risk confirmed : set_fire|setting_fire|sets_fire|setting_fires|setting_things_on_fire|set_alight|lighting_fires|lit_a_fire|lit_fires|starting_fires|started_fires|started_a_fire|starting_fire|light_fires|lights_fires|fire_started|deliberate_fire|deliberate_fires|fire_deliberately|arson|arsonist|arsonists|fire_setter|fire_setting|fires_being_lit|fires_being_set|bin_fire|bin_fires|bins_on_fire|bin_on_fire|torching|torched|firebug|fire_starting|burnt_out_bins|burnt_the_bins
arson_fire_risk confirmed +occupied : torch+|firebomb+|petrol_bomb+ ~3 BURNABLE
arson_fire_risk confirmed +occupied +accelerant : firebomb|petrol_bomb|petrol_bombs|petrol_bombed|molotov|firebombed|molotovs|fire_bomb|fire_bombed
arson_fire_risk confirmed +accelerant +occupied : petrol|lighter_fluid|accelerant|paraffin|diesel|white_spirit|firelighters|lighter|matches|burning_paper|FIREWORK|lit_paper ~5 letterbox|letter_box|door|through_the_door|window|porch|mail_slot
arson_fire_risk confirmed +accelerant : pour+|splash+|spray+|throw+|threw|dous+|buy+|bought|stockpil+|smell_of|smelled ~3 petrol|accelerant|lighter_fluid|paraffin
arson_fire_risk confirmed +accelerant : petrol ~6 light|lit|fire|match|lighter|burn+ ! lawnmower|station
arson_fire_risk confirmed +occupied : threaten+|GOING_TO|said ~4 burn+|torch|set_fire|set_alight|petrol_bomb|firebomb ~4 HOME|BURNABLE|out|down
arson_fire_risk confirmed +occupied : burn+ ~1 THEM|MY|the|our|your ~1 house|home|flat|shop|place|mosque|hotel|out ~1 down|out|with
arson_fire_risk confirmed +fire_now +occupied : house|flat|building|home|car|van|garage|shed|block|shop|school|caravan|kitchen|tent|pub|stairwell|factory|mill ~2 on_fire|in_flames|ablaze|is_burning|alight|going_up_in|burning_now|fire_now ! was|last|yesterday|like|smell|sale
arson_fire_risk confirmed +fire_now : flames|fire ~3 spreading|out_of_control|near_the_houses|towards_the_houses|coming_from|coming_out_of ~3 house|flat|building|roof|window|houses|moor|woods ! HABIT
arson_fire_risk possible : burnt|burned|burning ~1 out ~1 car|cars|van|bin|bins|moped
fact:fire_now : FIRE ~6 NOW
cover:idiom : on_fire_today|team_on_fire|house_on_fire_like|like_a_house_on_fire|like_house_on_fire|lungs_on_fire|throat_on_fire|face_on_fire|fire_alarm|fire_alarms|fire_door|fire_doors|fire_exit|fire_engine|fire_escape|fire_brigade|fire_service|fire_safety|fire_hydrant|fire_station|fire_pit|fire_pits|fire_hazard|bonfire_night|set_the_world_on_fire|fire_away|fire_extinguisher|burning_question|burning_rubber|burning_the_candle|burning_calories|wood_burning|log_burner|fire_sale|fire_drill|camp_fire|log_fire|open_fire|fired_from|you_are_fired|firework_display

dangerous_dog confirmed +dog_injury : DOG ~6 attack+|bit|bite|bites|bitten|biting|savaged|savaging|mauled|mauling|killed|killing|sank_its_teeth|went_for|goes_for|going_for|attackin|lunged|lunges|lunging|snapped_at|latched
dangerous_dog confirmed : DOG ~6 chase+|chasing|out_of_control|aggressive|vicious|dangerous|growl+|snarl+|snapping|snaps|rushed_at|ran_at|runs_at|running_at|jumped_at|jumps_at|loose_and|pinned|cornered|terrorising|terrorizing|attac
dangerous_dog confirmed +dog_injury : attacked|bitten|bit|mauled|savaged|chased|killed|pinned ~2 by ~5 DOG
dangerous_dog confirmed : aggressive|vicious|dangerous|savage|out_of_control|scary|nasty|uncontrolled|uncontrollable|snarling ~3 DOG ! fouling|sign
dangerous_dog probable : xl_bully|bully_xl|pitbull|pit_bull|banned_breed|big_dog|rottweiler ~6 loose|off_lead|off_the_lead|no_muzzle|without_muzzle|roaming|off_leash|no_lead|escaped|running|gets_out|got_out|not_muzzled
dangerous_dog confirmed : set|sets|setting|sicced|threaten+ ~3 DOG ~2 on|at ~2 THEM|me|us
fact:dog_now : DOG ~8 attacking|is_biting|still_biting|wont_let_go|has_got_hold|got_hold_of|mauling|savaging ! HABIT
fact:dog_person : bitten|bit|attacked|mauled|savaged ~6 by ~4 DOG ! cat|puppy|sheep|my_dog|our_dog|her_dog|his_dog|terrier
fact:dog_person : bit+|bitten|attack+|maul+|savag+|went_for|sank ~4 me|my_leg|my_arm|my_hand|my_son|my_daughter|my_child|child|girl|boy|woman|man|postman|person|kid|toddler|him|her|jogger|lady|him|neighbour|husband|wife|mum|leg|arm|hand|face ! cat|my_dog|her_dog|his_dog|our_dog|puppy|sheep
cover:idiom : bit_of|little_bit|bit_the_bullet|bites_the_dust|bit_more|bit_too|dog_eat_dog|bark_worse|dog_tired|dog_show|every_bit|last_bit|bit_when|bit_much|bit_late|bit_like|bit_loud|bit_off

intimidation_reprisal confirmed +reprisal : because|since|after|for|cos|ever_since|due_to|when ~3 reported|complained|grassed|gave_statement|gave_evidence|called_police|rang_police|rung_police|called_the_police|spoke_to_police|told_the_police|told_police|phoned_police|rang_you|called_you|reporting|complaining|grassing|spoke_out|witness|testified|helped_police|spoke_to_the_council|rang_the_council|went_to_the_police|went_to_police|gave_a_statement|told_council|dobbed|reported_them|reported_him|snitching + threaten+|smash+|brick|egg+|target+|follow+|intimidat+|abuse|abuse+|attack+|scratch+|slash+|keyed|worse|shout+|scream+|harass+|damage+|burn+|spat|windows|grass|snitch|getting_it|payback|revenge|warned|dog_mess|bang+|tyres|threw|bully+|punch+|hit
intimidation_reprisal confirmed +reprisal : call+|shout+|branding|branded|labelled|sprayed|written|painted ~3 grass|grasses|snitch|snitches|supergrass
intimidation_reprisal confirmed +reprisal : retaliat+|reprisal|reprisals|payback_for|revenge_for|in_revenge|witness_intimidation|drop_the_charges|drop_charges|withdraw_my_statement|withdraw_statement|withdraw_my_complaint|retract+|not_to_testify|not_to_give_evidence|keep_my_mouth_shut|keep_your_mouth_shut|keep_quiet_or|told_to_keep_quiet|told_me_to_keep_quiet|warned_not_to|warned_me_not_to|say_nothing_or|warned_us_not_to|keep_your_mouth|keep_our_mouths|keep_me_quiet|dont_talk_to_police|not_to_talk_to_the_police|not_to_go_to_the_police
intimidation_reprisal confirmed : AFRAID ~4 report|complain|speak|say|tell|testify|come_forward|give|call_police|call_the_police|ring|phone|speak_out|speak_up|go_to_court|talk|say_anything|say_owt|name|be_seen|challenge ! bill|dark
intimidation_reprisal confirmed : AFRAID ~3 of ~3 repercussions|comeback|come_back|consequences|reprisals|retaliation|backlash|what_they_will_do|what_theyd_do|what_they_would_do|payback
intimidation_reprisal confirmed : repercussions|comebacks|backlash|come_back_on_me|comeback_on_me|come_back_on_us|comes_back_on|come_after_me|come_after_us
intimidation_reprisal confirmed : nobody|no_one|noone|everyone|everybody|people|residents|neighbours|folk|witnesses|us ~4 dare|dares|too_scared|too_frightened|too_afraid|wont_speak|wont_talk|afraid_to|scared_to|frightened_to|terrified_to|dare_not|darent|wont_say|will_say ~4 say|report|speak|tell|complain|anything|nothing|up|out|police|come|challenge|call|talk|go
intimidation_reprisal confirmed : if_they_find_out|if_they_knew_it_was|if_they_know_it_was|find_out_its_me|find_out_it_was_me|finds_out_it_was_me|know_its_me|knows_it_was_me|find_out_i_reported|find_out_ive_reported|know_i_reported|find_out_who_reported|they_know_i_rang|find_out_ive_told ! surprise|party
intimidation_reprisal probable : dont|cant|wont ~2 give|leave|say ~2 my|our name + AFRAID|because_of_what|theyll|hell|repercussions
intimidation_reprisal confirmed : intimidat+|intimidate+ ~2 witness|witnesses|residents|people ~3 report+|evidence|court|statement|speaking
threat_of_violence confirmed +aimed : GOING_TO|be ~1 put ~1 THEM|you|me ~1 in ~2 hospital|ground|grave|wheelchair|box|boot|river|canal|coffin|icu
threat_of_violence probable +aimed : youre|ur|you_are|your|u_r|hes|shes|he_is dead ! on_my|pleased|good|nice|right|kind|happy|helpful|tired|wrong|lucky|trees|bird|rat|lovely|sound|battery|end|passed|died|funeral|dad_is|years
violence confirmed +aimed : hit|hits|hitting|punch+|kick+|slap+|attack+|assault+|thump+|smack+|headbutt+|beat|shov+|push+|grab+|strangl+|batter+|brayed|bray+|leather+|whack+|chok+|stab+|glassed|bottled|jumped|dragg+ ~1 me|my_son|my_daughter|my_lad|my_mum|my_dad|my_wife|my_husband|my_brother|my_sister|my_friend|our_lad|my_mate|my_neighbour|my_nan|my_child|my_kid|my_boy|my_girl|my_partner ! ball|car|van|bus|branch|bill|news|reality|noise|smell
violence confirmed +aimed : spat|spit|spits|spitting|gob+ ~1 at|on|in ~2 me|us|him|her|my|our|face|people|THEM
weapon probable : being|be|are|is|theyre|hes ~1 strapped ! for_cash|for_time|in|into|onto|to|down
cover:idiom : like|as_loud_as|sounds_like|sound_like|sounded_like|as_if ~2 gun|guns|gunshot|gunshots|gunfire|bomb|shooting ~3 going_off|hand_dryer|exhaust|bang|banging
violence confirmed +aimed : throw+|threw|thrown|chuck+|lob+|pelt+|hurl+ ~1 at ~2 THEM ! leaves|litter|rubbish
violence confirmed +aimed : MISSILE ~3 thrown|chucked|lobbed|hurled ~1 at ~2 THEM|me|my ! car|cars|bus|buses|windows|window|house|door|train
violence confirmed +aimed : bit|bites|bitten|biting ~2 ear|nose|arm|finger|hand|face|cheek|me|him|her|my_son|my_daughter|officer|nurse|teacher + he|she|HE|lad|man|woman|him|her|argument|fight ! DOG|dog|cat|rat|insect|fox
violence probable : stab+|punch+|headbutt+|strangl+|brayed|leathered|battered|throttl+|glassed|kick+_him|kick+_her|slap+|assault+|thump+_him|thump+_me|beaten_up|beat_up ! cod|fish|sausage|stabilis+|ball|old|paintwork|door_was|by_wind|holes|hole|ticket|bass|music
threat_of_violence confirmed +aimed : TELL|threaten+|promised|warned ~8 get|be|getting|end_up ~1 done_over|battered|stabbed|killed|shot|hurt|burned|burnt|filled_in|jumped|leathered|beaten|merked|done_in|sorted|shanked|seriously_hurt|knocked_out|hospitalised|buried|dealt_with|slapped|cut|bombed|torched
threat_of_violence confirmed +aimed : move_out|pay_up|shut_up|leave|stop|keep_quiet|get_out|if_you|if_i ~4 or ~1 else|youll|hell|theyll|id|ill ! or_else_the_council|fine|ticket
threat_of_violence confirmed +aimed : or_else|or_youll_get|or_ill_get|or_theyll_get ~4 get|hurt|hurting|it|windows|done|regret|me|you|kill|us ! fine|ticket|flood|fall
threat_of_violence probable +aimed : cut_throat|throat_cutting|slit_throat|gun_fingers|shooting_gesture|finger_gun|throat_cut ~2 sign|gesture|motion|at|me|us|action
threat_of_violence confirmed +aimed : TELL|GOING_TO|threaten+|send|sending ~6 break|smash|snap|do|breaking|smashing|kneecap|cave|bust ~2 my|your|his|her|our|yer|ur|their ~1 legs|leg|arms|arm|kneecaps|jaw|face|neck|fingers|head|teeth|skull|back|knees|windows|car|door|house|bones|nose
threat_of_violence confirmed +aimed : TELL|says|threaten+|threats ~14 kill|finish|stab|shoot|burn|slit|batter|rape|strangle|bury|murder|hurt|shank|destroy|gut|behead|torch|slice|end|maim|drown ~1 me|us|my_family|my_kids|her|him|my_son|my_mum|my_daughter|them|my_dad|you|u|his|her_kids|my_brother|my_sister ! he_didnt|wont|joke_of
threat_of_violence confirmed +aimed : GOING_TO ~1 put|puts|putting ~2 brick|bricks|windows|window|bullet|knife|petrol ~3 my|your|our|through|in|ur|yer
threat_of_violence confirmed +aimed : GOING_TO|and|will ~1 set ~1 me|us|him|her|them|my_house|our_house|house|you|my_car|your_house ~1 on_fire|alight|ablaze
threat_of_violence probable +aimed : find_me|find_you|find_us|hunt_me|hunt_you|hunt_us|come_after|track_me_down|track_you_down|get_to_me ~2 wherever|anywhere|and|one_way|if|whatever|down ~8 kill|finish|hurt|get|pay|i|me|you|us|regret
violence confirmed +aimed : HIT|throw+|threw|chuck+ ~5 my|his|her|me|their|our ~1 throat|neck|head|face|arm|arms|stomach|belly|ribs|nose|jaw|mouth|hair|chest|legs|ear ! ball|branch|tile|door|on_the_door|pole|ceiling|pothole|kerb
violence probable +injury +aimed : arm|leg|nose|jaw|ribs|rib|wrist|finger|eye|teeth|tooth|collarbone|cheekbone|skull ~2 broken|fractured|smashed|knocked_out|busted ~3 by ~3 someone|him|her|man|lad|neighbour|HE|lads|them
violence confirmed +aimed : THEM|PERSON ~4 was|were|been|got|being ~4 SURE_HIT|pushed|shoved|robbed_and_pushed|dragged|thrown|jumped|attacked|knocked_to ~4 ground|floor|down|over|stairs|road|wall|by|unconscious|head|face ! car|wind|ball|DOG|branch
threat_of_violence probable +aimed : TELL|keeps_saying|keeps_telling|says ~4 hell|shell|theyll|ill|GOING_TO ~1 get|have|do|sort|see_to|deal_with|find|come_for|finish ~1 me|you|us|my_family|her|him ~4 when|one_day|soon|if|back|least|next|end|alone|good|for_this|for_that|anyway|eventually|sooner ! help|job|ticket|lift|money|tea|shopping|transfer|repair
threat_of_violence confirmed +aimed : GOING_TO ~1 shoot|shooting ~1 up ! gym
intimidation_reprisal confirmed : statement|witness|witnesses|come_forward|evidence|speak_up|speak_out|give_names|name_names|make_a_report|report_it|report_them + AFRAID|too_scared|scared|terrified|intimidated ! bank
threat_of_violence probable +aimed : TELL|keeps_saying|says ~4 get|have|find|do|see_to ~1 me|you|us ~4 least_expect|alone|on_my_own|one_day|in_the_end|eventually|not_looking|when_im|when_i
"""
